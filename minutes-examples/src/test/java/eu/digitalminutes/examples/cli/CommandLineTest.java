// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.examples.demo.Demo;
import eu.digitalminutes.signature.testkit.PkiServer;
import eu.digitalminutes.signature.testkit.TsaFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line as its user meets it: exit codes, one JSON document, one line for a failure. */
class CommandLineTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    static Path folder;

    static Path demo;
    static Answer first;

    private record Answer(int code, String out, String err) {
        JsonNode json() throws IOException {
            return MAPPER.readTree(out);
        }

        List<String> codes() throws IOException {
            List<String> codes = new ArrayList<>();
            json().get("findings")
                    .forEach(finding -> codes.add(finding.get("code").asText()));
            return codes;
        }
    }

    private static Answer minutes(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = Stream.of(arguments).map(String::valueOf).toArray(String[]::new);
        int code = MinutesCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
        return new Answer(code, out.toString(), err.toString());
    }

    private static void assertFails(int code, String message, Answer answer) {
        assertEquals(code, answer.code, answer.err);
        assertEquals("", answer.out);
        assertEquals(1, answer.err.lines().count(), answer.err);
        assertTrue(answer.err.startsWith("minutes: "), answer.err);
        assertTrue(answer.err.contains(message), answer.err);
    }

    @BeforeAll
    static void runTheDemo() {
        Locale.setDefault(Locale.ENGLISH);
        demo = folder.resolve("demo");
        first = minutes("demo", "--out", demo, "--json");
    }

    @AfterAll
    static void nothingHalfMadeIsLeft() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> parts = files.filter(
                            file -> file.getFileName().toString().matches("\\..*"))
                    .toList();
            assertEquals(List.of(), parts);
        }
    }

    @Test
    void theDemoEndsValidAndNamesItsOutputs() throws IOException {
        assertEquals(0, first.code, first.err);
        assertEquals("", first.err);
        JsonNode json = first.json();
        assertEquals("VALID", json.get("verdict").asText());
        for (String key : new String[] {"container", "report", "archive", "site"}) {
            assertTrue(Files.exists(Path.of(json.get(key).asText())), key);
        }
        for (String file : new String[] {
            "minutes.json",
            "recording.mp4",
            "minutes.asice",
            "report.json",
            "report.html",
            "report.pdf",
            "site/index.html",
            "trust/lotl.xml",
            "keys/president.p12",
            "keys/secretary.p12",
            "metadata.json"
        }) {
            assertTrue(Files.exists(demo.resolve(file)), file);
        }
    }

    @Test
    void theDemoCanBeRepeatedAndReplacesOnlyItself() throws IOException {
        Path again = folder.resolve("again");
        assertEquals(0, minutes("demo", "--out", again).code);
        assertEquals(0, minutes("demo", "--out", again).code);
        Path mine = Files.createDirectories(folder.resolve("mine"));
        Files.writeString(mine.resolve("precious.txt"), "x");
        assertFails(73, "exists already", minutes("demo", "--out", mine));
        assertTrue(Files.exists(mine.resolve("precious.txt")));
    }

    @Test
    void validateFindsTwoQualifiedSignatures() throws IOException {
        Answer answer = minutes(
                "validate", demo.resolve("minutes.asice"), "--trusted-list", demo.resolve("trust/lotl.xml"), "--json");
        assertEquals(0, answer.code, answer.err);
        JsonNode json = answer.json();
        assertEquals("VALID", json.get("verdict").asText());
        assertEquals("ASiC-E", json.get("format").asText());
        assertEquals("intact", json.get("integrity").asText());
        assertEquals(2, json.get("signatures").size());
        List<String> roles = new ArrayList<>();
        for (JsonNode signature : json.get("signatures")) {
            roles.add(signature.get("role").asText());
            assertEquals("TOTAL_PASSED", signature.get("indication").asText());
            assertEquals("QESIG", signature.get("qualification").asText());
            assertEquals("T", signature.get("level").asText());
        }
        assertEquals(List.of("president", "secretary"), roles);
        json.get("files").forEach(file -> assertEquals(2, file.get("covered").asInt(), file.toString()));
        assertFalse(json.get("files").isEmpty());
    }

    @Test
    void validateWithoutTrustIsIndeterminate() {
        assertEquals(2, minutes("validate", demo.resolve("minutes.asice")).code);
    }

    @Test
    void validateWritesTheReportBesideTheAnswer() throws IOException {
        Path report = folder.resolve("report.html");
        assertEquals(
                0,
                minutes(
                                "validate",
                                demo.resolve("minutes.asice"),
                                "--trusted-list",
                                demo.resolve("trust/lotl.xml"),
                                "--report",
                                report)
                        .code);
        assertTrue(Files.readString(report).contains("Anna Bianchi"));
        assertFails(64, ".html, .pdf, .json", minutes("validate", demo.resolve("minutes.asice"), "--report", "x.doc"));
    }

    @Test
    void aFlippedByteIsInvalid() throws IOException {
        Path flipped = folder.resolve("flipped.asice");
        byte[] bytes = Files.readAllBytes(demo.resolve("minutes.asice"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(flipped, bytes);
        Answer answer = minutes("validate", flipped, "--trusted-list", demo.resolve("trust/lotl.xml"), "--json");
        assertEquals(1, answer.code);
        assertEquals("INVALID", answer.json().get("verdict").asText());
        assertTrue(answer.codes().contains("FILE_ALTERED"));
        assertFails(65, "recording-1.mp4", minutes("publish", flipped, "--out", folder.resolve("never")));
        assertFalse(Files.exists(folder.resolve("never")));
    }

    @Test
    void aFileThatIsNoContainerIsOneLine() {
        assertFails(65, "recording.mp4", minutes("validate", demo.resolve("recording.mp4"), "--json"));
    }

    @Test
    void theWrongKindOfFileIsBadData() {
        assertFails(65, "recording.mp4", minutes("check", demo.resolve("recording.mp4")));
        assertFails(65, "is a folder", minutes("validate", folder));
        assertFails(65, "is a folder", minutes("check", folder));
        assertFails(65, "PIndex.xml", minutes("archive", "verify", demo));
    }

    @Test
    void aMissingFileIsOneLine() {
        assertFails(66, "does not exist", minutes("validate", folder.resolve("missing.asice")));
        assertFails(66, "does not exist", minutes("check", folder.resolve("missing.json")));
        assertFails(
                66,
                "does not exist",
                minutes("validate", demo.resolve("minutes.asice"), "--trusted-list", folder.resolve("missing.xml")));
    }

    @Test
    void wrongUsageIsOneLine() {
        assertFails(64, "--nonsense", minutes("check", demo.resolve("minutes.json"), "--nonsense"));
        assertFails(64, "fly", minutes("fly"));
        assertFails(
                64, "role", minutes("sign", demo.resolve("minutes.asice"), "--level", "B", "--key", "king=x.p12:y"));
        assertFails(
                64,
                "--tsa",
                minutes("sign", demo.resolve("minutes.asice"), "--level", "T", "--key", "president=x.p12:y"));
        assertFails(64, "p7m", minutes("sign", demo.resolve("recording.mp4"), "--form", "zip", "--key", "x=y.p12:z"));
    }

    @Test
    void checkAcceptsTheDemoAndRefusesWhatBreaksARule() throws IOException {
        Answer good = minutes("check", demo.resolve("minutes.json"), "--json");
        assertEquals(0, good.code);
        assertEquals("VALID", good.json().get("verdict").asText());
        ObjectNode tree =
                (ObjectNode) MAPPER.readTree(demo.resolve("minutes.json").toFile());
        ((ObjectNode) tree.get("organ")).put("assigned", 90);
        Path bad = folder.resolve("no-quorum.json");
        MAPPER.writeValue(bad.toFile(), tree);
        Answer answer = minutes("check", bad, "--json");
        assertEquals(1, answer.code);
        assertTrue(answer.codes().contains("QUORUM_MISSING"));
        JsonNode finding = answer.json().get("findings").get(0);
        for (String key : new String[] {"code", "severity", "where", "message", "basis"}) {
            assertTrue(finding.has(key), key);
        }
        tree.remove("meeting");
        MAPPER.writeValue(bad.toFile(), tree);
        assertFails(65, "\"meeting\"", minutes("check", bad));
    }

    @Test
    void signComposesWhatValidateAccepts() throws IOException {
        try (PkiServer services = PkiServer.start()) {
            Path container = folder.resolve("signed.asice");
            Answer answer = sign(
                    container,
                    "--attach",
                    demo.resolve("captions.it.vtt"),
                    "--tsa",
                    services.tsa(),
                    "--key",
                    key("president", "president"),
                    "--key",
                    key("secretary", "secretary"),
                    "--json");
            assertEquals(0, answer.code, answer.err);
            JsonNode json = answer.json();
            assertEquals(container.toString(), json.get("container").asText());
            assertEquals("asice", json.get("form").asText());
            assertEquals("T", json.get("level").asText());
            assertEquals("president", json.get("signatures").get(0).get("role").asText());
            assertEquals(
                    "Anna Bianchi", json.get("signatures").get(0).get("signer").asText());
            assertTrue(json.get("signatures").get(0).has("signingTime"));
            assertEquals(64, json.get("files").get(0).get("sha256").asText().length());
            services.tsaFaults(TsaFault.DOWN);
            Path never = folder.resolve("never.asice");
            assertFails(
                    69,
                    services.tsa().toString(),
                    sign(never, "--tsa", services.tsa(), "--key", key("president", "president")));
            assertFalse(Files.exists(never));
        }
    }

    @Test
    void aSecondSignatureCanBeAddedLater() throws IOException {
        Path container = folder.resolve("later.asice");
        assertEquals(0, signAlone(container, "demo").code);
        Answer added = minutes("sign", container, "--level", "B", "--key", key("secretary", "secretary"), "--json");
        assertEquals(0, added.code, added.err);
        assertEquals(2, added.json().get("signatures").size());
    }

    @Test
    void extendAddsWhatALaterVerificationNeeds() throws IOException {
        Path container = Files.copy(demo.resolve("minutes.asice"), folder.resolve("long-term.asice"));
        try (PkiServer services = PkiServer.start()) {
            Answer answer = minutes(
                    "extend",
                    container,
                    "--level",
                    "LT",
                    "--tsa",
                    services.tsa(),
                    "--trusted-list",
                    demo.resolve("trust/lotl.xml"),
                    "--json");
            assertEquals(0, answer.code, answer.err);
            assertEquals(
                    "LT", answer.json().get("signatures").get(0).get("level").asText());
            assertFails(64, "unknown", minutes("extend", container, "--level", "XL", "--tsa", services.tsa()));
            assertFails(64, "--tsa", minutes("extend", container, "--level", "LTA"));
        }
        Answer answer = minutes("validate", container, "--trusted-list", demo.resolve("trust/lotl.xml"), "--json");
        assertEquals(0, answer.code);
        assertEquals("LT", answer.json().get("signatures").get(1).get("level").asText());
        assertFalse(answer.codes().contains("NO_LONG_TERM_EVIDENCE"));
    }

    @Test
    void anyFileIsSignedInEveryFormAndVerified() throws IOException {
        Path recording = demo.resolve("recording.mp4");
        for (String form : new String[] {"asice", "asice-cades", "asics", "p7m", "p7s", "xades"}) {
            Path signed = folder.resolve("recording.mp4." + form);
            Answer answer = minutes(
                    "sign",
                    recording,
                    "--form",
                    form,
                    "--out",
                    signed,
                    "--place",
                    "Carrara",
                    "--key",
                    key("president", "president"),
                    "--json");
            assertEquals(0, answer.code, form + answer.err);
            assertEquals(form, answer.json().get("form").asText());
            assertEquals(0, minutes("sign", signed, "--key", key("Responsabile del servizio", "secretary")).code, form);
            Answer verified = minutes(
                    "validate",
                    signed,
                    "--content",
                    "recording.mp4=" + recording,
                    "--trusted-list",
                    demo.resolve("trust/lotl.xml"),
                    "--json");
            assertEquals(0, verified.code, form + verified.out);
            assertEquals(2, verified.json().get("files").get(0).get("covered").asInt(), form);
        }
        Path wrapped = folder.resolve("recording.mp4.p7m");
        assertEquals(0, minutes("sign", wrapped, "--form", "p7m", "--key", key("secretary", "secretary")).code);
        assertTrue(Files.exists(folder.resolve("recording.mp4.p7m.p7m")));
        Path act = folder.resolve("act.pdf");
        Files.copy(demo.resolve("minutes.pdf"), act);
        assertEquals(0, minutes("sign", act, "--form", "pades", "--key", key("secretary", "secretary")).code);
        assertEquals(
                0,
                minutes("validate", folder.resolve("act-signed.pdf"), "--trusted-list", demo.resolve("trust/lotl.xml"))
                        .code);
    }

    @Test
    void minutesInAFolderAreSignedByTwoAndVerifiedAsMinutes() throws IOException {
        for (String form : new String[] {"p7m", "p7s", "xades"}) {
            Path target = folder.resolve("minutes-" + form);
            Answer signed = sign(target, "--form", form, "--key", key("president", "president"), "--json");
            assertEquals(0, signed.code, signed.err);
            assertEquals(0, minutes("sign", target, "--key", key("secretary", "secretary")).code);
            Answer verified = minutes(
                    "validate",
                    target,
                    "--content",
                    demo.resolve("recording.mp4"),
                    "--trusted-list",
                    demo.resolve("trust/lotl.xml"));
            assertEquals(0, verified.code, form + verified.out + verified.err);
        }
    }

    @Test
    void archiveTimeStampsAreAddedAndRenewed() throws IOException {
        Path container = Files.copy(demo.resolve("minutes.asice"), folder.resolve("archived.asice"));
        try (PkiServer services = PkiServer.start()) {
            Answer archived = extend(container, services, "--level", "LTA", "--json");
            assertEquals(0, archived.code, archived.err);
            assertEquals("LTA", archived.json().get("level").asText());
            long size = Files.size(container);
            assertEquals(0, extend(container, services, "--renew-within", "1").code);
            assertEquals(size, Files.size(container));
        }
    }

    private static Answer extend(Path container, PkiServer services, String... more) {
        List<Object> words = new ArrayList<>(List.of(
                "extend",
                container,
                "--tsa",
                "http://127.0.0.1:9/down",
                "--tsa",
                services.tsa(),
                "--trusted-list",
                demo.resolve("trust/lotl.xml")));
        words.addAll(List.of(more));
        return minutes(words.toArray());
    }

    @Test
    void theWrongPersonIsAWarningOrRefused() throws IOException {
        Path container = folder.resolve("wrong-person.asice");
        Answer refused = sign(container, "--qualified", "--key", key("president", "secretary"));
        assertFails(65, "the minutes name", refused);
        assertFalse(Files.exists(container));
        Answer warned = sign(container, "--key", key("president", "secretary"));
        assertEquals(0, warned.code, warned.err);
        assertTrue(warned.err.contains("the minutes name"), warned.err);
    }

    @Test
    void withoutAnAuthorityTheLevelIsBAndAWarningSaysSo() throws IOException {
        Path container = folder.resolve("unstamped.asice");
        Answer answer = sign(container, "--key", key("president", "president"), "--json");
        assertEquals(0, answer.code, answer.err);
        assertEquals("B", answer.json().get("level").asText());
        assertTrue(answer.err.contains("--tsa"), answer.err);
    }

    @Test
    void aSwappedSignerAndALonelyOneAreInvalid() throws IOException {
        Path swapped = folder.resolve("swapped.asice");
        assertEquals(
                0, sign(swapped, "--key", key("president", "secretary"), "--key", key("secretary", "president")).code);
        Answer answer = minutes("validate", swapped, "--trusted-list", demo.resolve("trust/lotl.xml"), "--json");
        assertEquals(1, answer.code);
        assertTrue(answer.codes().contains("SIGNER_NOT_IN_ROLE"));
        Path alone = folder.resolve("alone.asice");
        assertEquals(0, signAlone(alone, "demo").code);
        answer = minutes("validate", alone, "--trusted-list", demo.resolve("trust/lotl.xml"), "--json");
        assertEquals(1, answer.code);
        assertTrue(answer.codes().contains("SIGNER_MISSING"));
    }

    @Test
    void aWrongPasswordLeavesNothing() {
        Path container = folder.resolve("wrong.asice");
        assertFails(65, "password", signAlone(container, "wrong"));
        assertFalse(Files.exists(container));
    }

    @Test
    void anUnwritableTargetIsNamed() {
        assertFails(73, "nowhere", signAlone(folder.resolve("nowhere").resolve("x.asice"), "demo"));
        assertFails(73, "is a folder", signAlone(folder, "demo"));
    }

    /** Signs the demo's minutes and recording, with whatever else is said. */
    private static Answer sign(Path out, Object... more) {
        Stream<Object> begun = Stream.of(
                "sign",
                "--minutes",
                demo.resolve("minutes.json"),
                "--recording",
                demo.resolve("recording.mp4"),
                "--out",
                out);
        return minutes(Stream.concat(begun, Stream.of(more)).toArray());
    }

    private static String key(String role, String owner) {
        return role + "=" + demo.resolve("keys").resolve(owner + ".p12") + ":demo";
    }

    private static Answer signAlone(Path container, String password) {
        return sign(
                container, "--level", "B", "--key", "president=" + demo.resolve("keys/president.p12") + ":" + password);
    }

    @Test
    void anExcerptOfAnItemIsCutVerifiedAndRestored() throws IOException {
        Path excerpt = folder.resolve("item-3.zip");
        Answer cut = minutes("excerpt", demo.resolve("minutes.asice"), "--item", "3", "--out", excerpt, "--json");
        assertEquals(0, cut.code, cut.err);
        assertEquals(Files.size(excerpt), cut.json().get("bytes").asLong());
        Answer verified = minutes("validate", excerpt, "--trusted-list", demo.resolve("trust/lotl.xml"), "--json");
        assertEquals("VALID", verified.json().get("verdict").asText(), verified.out);
        assertTrue(verified.codes().contains("EXCERPT_PROVEN"), verified.out);
        Path restored = folder.resolve("item-3.mp4");
        assertEquals(0, minutes("excerpt", "restore", excerpt, "--out", restored).code);
        assertEquals(Files.size(demo.resolve("recording.mp4")), Files.size(restored));
        Path none = folder.resolve("none.zip");
        assertFails(
                65,
                "it holds opening, item-1",
                minutes("excerpt", demo.resolve("minutes.asice"), "--item", "9", "--out", none));
        assertFails(
                64,
                "is no time",
                minutes("excerpt", demo.resolve("minutes.asice"), "--from", "1", "--to", "2", "--out", none));
        assertFails(
                64,
                "--from and --to",
                minutes("excerpt", demo.resolve("minutes.asice"), "--from", "0:01", "--out", none));
        assertFalse(Files.exists(none));
    }

    @Test
    void aRecordingIsTakenIntoMinutesWithItsTreeAndSigned() throws IOException {
        Path recording = Files.copy(demo.resolve("recording.mp4"), folder.resolve("taken.mp4"));
        Path facts = folder.resolve("untreed.json");
        try (InputStream bundled = Demo.class.getResourceAsStream("minutes.json")) {
            Files.copy(Objects.requireNonNull(bundled), facts);
        }
        Path taken = folder.resolve("taken.json");
        Answer answer = minutes(
                "import",
                "recording",
                recording,
                "--minutes",
                facts,
                "--out",
                taken,
                "--start",
                "2026-03-12T18:05:00+01:00",
                "--json");
        assertEquals(0, answer.code, answer.err);
        assertEquals(
                MinutesJson.read(taken)
                        .recordings()
                        .get(0)
                        .treeRoot()
                        .orElseThrow()
                        .hex(),
                answer.json().get("treeRoot").asText());
        Path cut = folder.resolve("cut.mp4");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(recording), 1_000_000));
        Path nothing = folder.resolve("nothing.json");
        assertFails(
                65,
                "--damaged",
                minutes(
                        "import",
                        "recording",
                        cut,
                        "--minutes",
                        facts,
                        "--out",
                        nothing,
                        "--start",
                        "2026-03-12T18:05:00+01:00"));
        Answer unplaced = minutes(
                "import",
                "recording",
                cut,
                "--damaged",
                "--quiet",
                "--part",
                "b.mp4",
                "--minutes",
                facts,
                "--out",
                nothing);
        assertEquals(64, unplaced.code);
        assertTrue(unplaced.err.contains("give --start"), unplaced.err);
        assertFalse(Files.exists(nothing) || Files.exists(folder.resolve("cut.mp4.tree")));
    }

    @Test
    void archivePacksWhatVerifyAccepts() throws IOException {
        for (String name : new String[] {"package", "package.zip"}) {
            Path target = folder.resolve(name);
            Answer packed = minutes(
                    "archive",
                    demo.resolve("minutes.asice"),
                    "--profile",
                    "sincro",
                    "--metadata",
                    demo.resolve("metadata.json"),
                    "--out",
                    target,
                    "--json");
            assertEquals(0, packed.code, packed.err);
            assertEquals(target.toString(), packed.json().get("package").asText());
            assertEquals("sincro", packed.json().get("profile").asText());
            assertFalse(packed.json().get("files").isEmpty());
            Answer verified =
                    minutes("archive", "verify", target, "--trusted-list", demo.resolve("trust/lotl.xml"), "--json");
            assertEquals(0, verified.code, verified.out);
            assertEquals("VALID", verified.json().get("verdict").asText());
            assertEquals(0, minutes("archive", "verify", target).code);
        }
    }

    @Test
    void archivePrintsALineForEachFileItPacked() throws IOException {
        Path target = folder.resolve("lines");
        Path container = demo.resolve("minutes.asice");
        Answer packed = minutes("archive", container, "--profile", "bagit", "--out", target);
        assertEquals(0, packed.code, packed.err);
        List<String> lines = packed.out.lines().toList();
        assertEquals(lines.size() - 1, Integer.parseInt(lines.get(0).replaceAll(".* (\\d+) files? .*", "$1")));
        String line = String.format(
                Locale.ROOT,
                "  %s  %,15d  data/content/minutes.asice",
                Fingerprinter.fingerprint(container).digest().hex(),
                Files.size(container));
        assertTrue(lines.contains(line), packed.out);
    }

    @ParameterizedTest
    @CsvSource({
        "eark,sip,zip",
        "eark,sip,directory",
        "eark,aip,tar",
        "eark,dip,zip",
        "bagit,sip,directory",
        "bagit,sip,zip"
    })
    void archivePacksByEveryStandardAndVerifyTellsThemApart(String profile, String kind, String form)
            throws IOException {
        Path target = folder.resolve("c_z999-" + profile + kind + form);
        Answer packed = minutes(
                "archive",
                demo.resolve("minutes.asice"),
                "--profile",
                profile,
                "--kind",
                kind,
                "--form",
                form,
                "--metadata",
                demo.resolve("metadata.json"),
                "--out",
                target,
                "--json");
        assertEquals(0, packed.code, packed.err);
        assertEquals(profile, packed.json().get("profile").asText());
        assertFalse(packed.json().get("files").isEmpty());
        Answer verified = minutes("archive", "verify", target, "--json");
        assertEquals(0, verified.code, verified.out);
        assertEquals("VALID", verified.json().get("verdict").asText());
        assertTrue(List.of("CSIPSTR2").containsAll(verified.codes()), verified.out);
    }

    @Test
    void archiveForParerNeedsWhatWasAgreedOn() throws IOException {
        Path target = folder.resolve("sacer.zip");
        Path container = demo.resolve("minutes.asice");
        assertFails(64, "--account", minutes("archive", container, "--profile", "sacer", "--out", target));
        Path account = Files.writeString(folder.resolve("account.json"), "{\"environment\":\"A\"}");
        assertFails(
                65, "body", minutes("archive", container, "--profile", "sacer", "--account", account, "--out", target));
        Files.writeString(account, "{\"environment\":\"A\",\"body\":\"B\",\"structure\":\"C\",\"user\":\"D\"}");
        Answer packed = minutes(
                "archive",
                container,
                "--profile",
                "sacer",
                "--account",
                account,
                "--attach",
                demo.resolve("report.json"),
                "--metadata",
                demo.resolve("metadata.json"),
                "--out",
                target,
                "--json");
        assertEquals(0, packed.code, packed.err);
        assertEquals("sacer", packed.json().get("profile").asText());
        assertEquals(
                List.of(
                        "content/minutes.asice",
                        "content/captions.it.ttml",
                        "content/format-assessment.pdf",
                        "content/report.json",
                        "XMLSIP.xml"),
                packed.json().get("files").findValuesAsText("name"));
        assertEquals(0, minutes("archive", "verify", target).code);
    }

    @Test
    void archivePutsRenditionsInUnlessToldNotTo() throws IOException {
        Path container = demo.resolve("minutes.asice");
        Answer all = minutes(
                "archive",
                container,
                "--act",
                "--format-reason",
                "È letto ovunque.",
                "--format-index",
                14,
                "--out",
                folder.resolve("all"),
                "--json");
        assertEquals(0, all.code, all.err);
        assertEquals(
                List.of(
                        "content/minutes.asice",
                        "metadata/minutes.xml",
                        "renditions/captions.it.ttml",
                        "renditions/format-assessment.pdf",
                        "renditions/written-act.pdf",
                        "PIndex.xml"),
                all.json().get("files").findValuesAsText("name"));
        Answer none = minutes("archive", container, "--no-renditions", "--out", folder.resolve("none"), "--json");
        assertEquals(3, none.json().get("files").size(), none.out);
        Answer both = minutes("archive", container, "--no-renditions", "--act", "--out", folder.resolve("both"));
        assertFails(64, "--no-renditions", both);
        assertFalse(Files.exists(folder.resolve("both")));
        Answer index = minutes("archive", container, "--format-index", 21, "--out", folder.resolve("index"));
        assertFails(64, "from 0 to 20", index);
    }

    @Test
    void archiveVerifyNamesAFlippedByteAMissingAndAnAddedFile() throws IOException {
        Path target = folder.resolve("damaged");
        minutes("archive", demo.resolve("minutes.asice"), "--metadata", demo.resolve("metadata.json"), "--out", target);
        Path content = target.resolve("content/minutes.asice");
        byte[] bytes = Files.readAllBytes(content);
        bytes[bytes.length / 2] ^= 1;
        Files.write(content, bytes);
        Files.writeString(target.resolve("content/added.txt"), "x");
        Files.delete(target.resolve("metadata/minutes.xml"));
        Answer answer = minutes("archive", "verify", target, "--json");
        assertEquals(1, answer.code, answer.out);
        assertTrue(
                answer.codes().containsAll(List.of("FILE_ALTERED", "FILE_NOT_LISTED", "FILE_MISSING")),
                answer.codes().toString());
    }

    @Test
    void anUnsealedPackageIsMadeWithAWarning() throws IOException {
        Path target = folder.resolve("unsealed");
        Answer packed = minutes("archive", demo.resolve("minutes.asice"), "--out", target);
        assertEquals(0, packed.code, packed.err);
        assertTrue(packed.err.contains("--seal-key"));
        Answer verified = minutes("archive", "verify", target, "--json");
        assertEquals(0, verified.code, verified.out);
        assertTrue(verified.codes().contains("SEAL_MISSING"), verified.codes().toString());
    }

    @Test
    void whatThisVersionCannotDoIsSaid() {
        assertFails(
                64,
                "--profile is sincro, eark, bagit or sacer",
                minutes("archive", demo.resolve("minutes.asice"), "--profile", "oais", "--out", folder.resolve("x")));
    }

    @Test
    void publishWritesAPage() throws IOException {
        Path site = folder.resolve("site");
        Answer answer = minutes("publish", demo.resolve("minutes.asice"), "--out", site, "--json");
        assertEquals(0, answer.code, answer.err);
        assertEquals(
                site.resolve("index.html").toString(),
                answer.json().get("index").asText());
        assertEquals(1, answer.json().get("pages").size());
        assertTrue(Files.readString(site.resolve("index.html")).contains("Roccaverde"));
    }

    @Test
    void publishOfAFolderWritesAgainOnlyWhatChanged() throws IOException {
        Path archive = Files.createDirectories(folder.resolve("archivio/2026"));
        Path container = Files.copy(demo.resolve("minutes.asice"), archive.resolve("seduta.asice"));
        Path site = folder.resolve("sito");
        Answer first = minutes("publish", folder.resolve("archivio"), "--out", site, "--json", "--language", "en");
        assertEquals(0, first.code, first.err);
        assertEquals(
                site.resolve("index.html").toAbsolutePath().toString(),
                first.json().get("index").asText());
        assertTrue(first.json().get("written").asInt() > 10);
        for (JsonNode page : first.json().get("pages")) {
            assertTrue(Files.isRegularFile(Path.of(page.asText())), page.asText());
        }
        Answer again = minutes("publish", folder.resolve("archivio"), "--out", site, "--json", "--language", "en");
        assertEquals(0, again.json().get("written").asInt());
        assertEquals(0, again.json().get("removed").size());
        Files.write(container, "no container".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Answer damaged = minutes("publish", folder.resolve("archivio"), "--out", site, "--json", "--language", "en");
        assertEquals(65, damaged.code);
        assertTrue(damaged.err.contains("2026/seduta.asice"), damaged.err);
        assertTrue(Files.exists(site.resolve("sessions/2026/consiglio-comunale/4/index.html")), "its page stays");
        Files.delete(container);
        Answer gone = minutes("publish", folder.resolve("archivio"), "--out", site, "--json", "--language", "en");
        assertEquals(0, gone.code, gone.err);
        assertFalse(Files.exists(site.resolve("sessions/2026")));
    }

    @Test
    void helpSpeaksTheUsersLanguage() {
        for (String command : new String[] {"demo", "check", "sign", "extend", "validate", "archive", "publish"}) {
            Answer help = minutes(command, "--help");
            assertEquals(0, help.code);
            assertTrue(help.out.contains("Show this help and exit."), help.out);
        }
        Locale.setDefault(Locale.ITALIAN);
        try {
            assertTrue(minutes("sign", "--help").out.contains("Compone e firma un verbale"));
        } finally {
            Locale.setDefault(Locale.ENGLISH);
        }
    }
}
