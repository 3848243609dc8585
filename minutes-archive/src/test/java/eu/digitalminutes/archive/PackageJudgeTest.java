// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.digitalminutes.archive.bagit.BagItProfile;
import eu.digitalminutes.archive.eark.EArkProfile;
import eu.digitalminutes.archive.eark.EArkVersion;
import eu.digitalminutes.archive.metadata.ArchiveMetadata;
import eu.digitalminutes.archive.profile.AddedFile;
import eu.digitalminutes.archive.profile.PackageProfile;
import eu.digitalminutes.archive.rendition.Renditions;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** commons-ip2 and bagit-java, in a process of their own, find nothing in our packages, and we take theirs. */
@Tag("judge")
class PackageJudgeTest {
    private static final Path MODULE = Path.of(System.getProperty("minutes.root", ".."), "minutes-archive");

    @TempDir
    static Path temp;

    private static List<String> said = List.of();
    private static List<AddedFile> added = List.of();

    @BeforeAll
    static void everythingInOneProcess() throws Exception {
        Path libraries = MODULE.resolve("target/judges/packages.classpath");
        assumeTrue(Files.exists(libraries), "run mvn process-test-classes first: there is no " + libraries);
        SignedMinutes signed = Containers.captioned(temp, 200_000);
        added = Renditions.of(signed).withWrittenAct().make(Task.none()).files();
        assertEquals(3, added.size());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Files.readString(libraries).strip(),
                MODULE.resolve("src/test/judges/PackageJudge.java").toString()));
        for (EArkVersion version : EArkVersion.values()) {
            Path sip = write(signed, EArkProfile.sip().version(version), "sip-" + version.number() + ".zip");
            command.addAll(List.of("eark", version.number(), sip.toString()));
        }
        Path aip = write(signed, EArkProfile.aip(), "aip.zip");
        Path dip = write(signed, EArkProfile.dip(), "dip.zip");
        command.addAll(List.of("eark", "2.2.0", aip.toString(), "eark", "2.2.0", dip.toString()));
        command.addAll(List.of(
                "eark", "2.2.0", BoardPackage.zip(temp.resolve("board.zip")).toString()));
        command.addAll(
                List.of("bag", write(signed, BagItProfile.sha256(), "bag256").toString()));
        command.addAll(
                List.of("bag", write(signed, BagItProfile.sha512(), "bag512").toString()));
        Path theirs = Files.createDirectories(temp.resolve("their bag"));
        Files.copy(signed.container(), theirs.resolve("seduta 100% è.asice"));
        command.addAll(List.of("make-bag", theirs.toString()));
        for (String function : List.of("SHA-256", "SHA-512", "MD5")) {
            Path out = Files.createDirectories(temp.resolve(function));
            command.addAll(List.of("make-eark", "2.2.0", signed.container().toString(), out.toString(), function));
        }
        Path output = temp.resolve("said.txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(temp.resolve("errors.txt").toFile())
                .start();
        assertEquals(0, process.waitFor(), Files.readString(temp.resolve("errors.txt")));
        said = Files.readAllLines(output, StandardCharsets.UTF_8);
    }

    @Test
    void commonsIpFindsNoErrorAndNoWarning() {
        for (String name : List.of("sip-2.0.4.zip", "sip-2.1.0.zip", "sip-2.2.0.zip", "aip.zip", "dip.zip")) {
            assertTrue(said.contains(name + "\tVALID\t0\t0"), String.join("\n", said));
        }
        assertTrue(
                said.stream().noneMatch(line -> line.startsWith("failed") && !line.startsWith("failed\tboard.zip")),
                String.join("\n", said));
    }

    @Test
    void weFindWhatCommonsIpFindsWrongWithAPackageLikeTheBoards() throws Exception {
        Set<String> theirs = said.stream()
                .filter(line -> line.startsWith("failed\tboard.zip") && line.contains("\"MUST\""))
                .map(line -> line.split("\t", -1)[2])
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of("CSIP80", "SIP15", "SIP2"), theirs, String.join("\n", said));
        Set<String> ours = MinutesArchive.verify(temp.resolve("board.zip")).findings().stream()
                .filter(finding -> finding.severity() == Severity.FAIL)
                .map(Finding::code)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(theirs, ours);
    }

    @Test
    void bagitJavaFindsOurBagsCompleteAndValid() {
        assertTrue(said.contains("bag256\tvalid"), String.join("\n", said));
        assertTrue(said.contains("bag512\tvalid"), String.join("\n", said));
    }

    @Test
    void bagOfBagitJavaVerifies() throws Exception {
        assertEquals(List.of(), Packages.findings(MinutesArchive.verify(temp.resolve("their bag"))));
    }

    @Test
    void packagesOfCommonsIpVerifyWithEveryDigest() throws Exception {
        for (String function : List.of("SHA-256", "SHA-512", "MD5")) {
            var report = MinutesArchive.verify(temp.resolve(function).resolve("SIP-1.zip"));
            assertEquals(Verdict.VALID, report.verdict(), report.toString());
        }
    }

    private static Path write(SignedMinutes signed, PackageProfile profile, String name) throws IOException {
        PackageForm form = name.endsWith(".zip") ? PackageForm.ZIP : PackageForm.DIRECTORY;
        return MinutesArchive.write(
                        signed,
                        ArchiveMetadata.of(signed.minutes()),
                        profile,
                        added,
                        temp.resolve(name),
                        form,
                        Task.none())
                .path();
    }
}
