// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.judges;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.signature.profile.SignatureLevel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DigiDoc4j, on a DSS of its own and in a process of its own, opens what we sign and comes to the same verdict. */
@Tag("judge")
class DigiDoc4jJudgeTest {
    private static final Path MODULE = Path.of(System.getProperty("minutes.root"), "minutes-examples");
    private static final Set<String> FILES =
            Set.of("minutes.json", "chapters.vtt", "captions.it.vtt", "recording-1.mp4");

    /**
     * What it may say against signatures at level T: it asks no service by itself, and revocation lists beside the
     * container are not known to it. Whatever it says of integrity, format or coverage fails the test.
     */
    private static final Set<String> NO_REVOCATION_DATA =
            Set.of("The certificate validation is not conclusive!", "No revocation data found for the certificate!");

    @TempDir
    static Path folder;

    private static final Map<String, List<String[]>> JUDGEMENTS = new LinkedHashMap<>();

    @BeforeAll
    static void judgeAllInOneProcess() throws Exception {
        List<Path> containers = new ArrayList<>();
        try (SignedSession session = new SignedSession(folder.resolve("session"))) {
            Path container = session.sign().container();
            containers.add(container);
            containers.add(session.extend(container, "extended.asice", SignatureLevel.LT));
            containers.add(session.extend(container, "archived.asice", SignatureLevel.LTA));
            containers.add(repack(container, "recording.asice", files -> files.get("recording-1.mp4")[2_000_000] ^= 1));
            containers.add(repack(container, "role.asice", DigiDoc4jJudgeTest::giveSecretaryTheRoleOfPresident));
            containers.add(repack(container, "missing.asice", files -> files.remove("captions.it.vtt")));
            containers.add(repack(container, "added.asice", files -> files.put("added.txt", new byte[] {1})));
            session.trust();
        }
        Path libraries = MODULE.resolve("target/judges/digidoc4j.classpath");
        assertTrue(Files.exists(libraries), "run mvn process-test-classes first: there is no " + libraries);
        List<String> command = new ArrayList<>(List.of(
                Program.java(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Files.readString(libraries).strip(),
                MODULE.resolve("src/test/judges/DigiDoc4jJudge.java").toString(),
                folder.resolve("session/trust/it-tl.xml").toString()));
        containers.forEach(container -> command.add(container.toString()));
        Program.Answer answer = Program.run(folder, command);
        assertEquals(0, answer.code(), answer.errors());
        List<String[]> lines = new ArrayList<>();
        for (String line : answer.lines()) {
            String[] words = line.split("\t", -1);
            if (words[0].equals("container")) {
                lines = new ArrayList<>();
                JUDGEMENTS.put(Path.of(words[1]).getFileName().toString(), lines);
            } else {
                lines.add(words);
            }
        }
        assertEquals(containers.size(), JUDGEMENTS.size(), answer.output());
    }

    private static void giveSecretaryTheRoleOfPresident(Map<String, byte[]> files) {
        files.computeIfPresent(
                "META-INF/signatures002.xml",
                (name, xml) -> new String(xml, StandardCharsets.UTF_8)
                        .replace("Segretario", "Presidente")
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** Written anew with sound checksums, so that only the signatures can tell. */
    private static Path repack(Path container, String name, Consumer<Map<String, byte[]>> change) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(container.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        change.accept(files);
        Path target = container.resolveSibling(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(target))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                CRC32 crc = new CRC32();
                crc.update(file.getValue());
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(file.getValue().length);
                entry.setCrc(crc.getValue());
                out.putNextEntry(entry);
                out.write(file.getValue());
            }
        }
        return target;
    }

    /** The lines of one container that begin with a word, without that word. */
    private static List<List<String>> lines(String container, String first) {
        return JUDGEMENTS.get(container).stream()
                .filter(words -> words[0].equals(first))
                .map(words -> List.of(words).subList(1, words.length))
                .toList();
    }

    private static Set<String> errors(String container) {
        return lines(container, "error").stream()
                .map(words -> words.get(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void assertRefused(String container, String reason) {
        assertEquals(List.of(List.of("false")), lines(container, "valid"));
        assertTrue(errors(container).contains(reason), errors(container).toString());
    }

    @Test
    void twoSignaturesAreFoundAndNothingButRevocationDataIsMissing() {
        assertEquals(List.of(List.of("ASICE")), lines("minutes.asice", "type"));
        assertEquals(
                List.of("Anna Bianchi", "Bruno Rinaldi"),
                lines("minutes.asice", "signature").stream()
                        .map(words -> words.get(1))
                        .toList());
        for (List<String> signature : lines("minutes.asice", "signature")) {
            assertEquals("XAdES-BASELINE-T", signature.get(2));
        }
        assertTrue(
                NO_REVOCATION_DATA.containsAll(errors("minutes.asice")),
                errors("minutes.asice").toString());
    }

    @Test
    void everySignatureCoversEveryFile() {
        assertEquals(
                FILES,
                lines("minutes.asice", "file").stream()
                        .map(words -> words.get(0))
                        .collect(Collectors.toSet()));
        for (List<String> signature : lines("minutes.asice", "signature")) {
            assertEquals(
                    FILES,
                    lines("minutes.asice", "covers").stream()
                            .filter(words -> words.get(0).equals(signature.get(0)))
                            .map(words -> words.get(1))
                            .collect(Collectors.toSet()));
        }
    }

    @ParameterizedTest
    @CsvSource({"extended.asice, LT", "archived.asice, LTA"})
    void withLongTermEvidenceBothAreQualifiedAndNothingIsSaidAgainstThem(String container, String level) {
        assertEquals(List.of(List.of("true")), lines(container, "valid"));
        assertEquals(Set.of(), errors(container));
        assertEquals(2, lines(container, "signature").size());
        for (List<String> signature : lines(container, "signature")) {
            assertEquals(List.of("XAdES-BASELINE-" + level, "TOTAL_PASSED", "QESIG"), signature.subList(2, 5));
        }
    }

    @Test
    void aChangedRecordingIsRefused() {
        assertRefused("recording.asice", "The reference data object is not intact!");
    }

    @Test
    void aChangedRoleIsRefused() {
        assertRefused("role.asice", "The reference data object is not intact!");
    }

    @Test
    void aMissingFileIsRefused() {
        assertRefused("missing.asice", "The reference data object has not been found!");
    }

    @Test
    void aFileThatNobodySignedIsRefused() {
        assertRefused(
                "added.asice", "Container contains a file named <added.txt> which is not found in the signature file");
    }
}
