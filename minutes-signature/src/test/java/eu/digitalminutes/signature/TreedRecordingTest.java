// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static eu.digitalminutes.signature.TreedRecordings.MEBI;
import static eu.digitalminutes.signature.TreedRecordings.PART;
import static eu.digitalminutes.signature.TreedRecordings.TREE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.content.ChunkTree;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.minutes.Composition;
import eu.digitalminutes.core.outcome.ContentMismatchException;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.profile.SignatureForm;
import eu.digitalminutes.signature.report.VerificationReport;
import eu.digitalminutes.signature.testkit.TestSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tree of a recording is signed with it, and says where a damaged one is damaged. */
class TreedRecordingTest {
    @TempDir
    static Path folder;

    static Council council;
    static Path recording;
    static Path signed;
    static MinutesVerifier verifier;

    @BeforeAll
    static void presidentAndSecretarySign() throws IOException {
        council = new Council(folder);
        recording = TreedRecordings.sound(folder, 0);
        signed = sign("minutes.asice", TreedRecordings.treed(council, recording, recording));
        verifier = MinutesVerifier.trusting(council.trust());
    }

    @AfterAll
    static void close() {
        council.close();
    }

    private static Path sign(String name, Composition composition) throws IOException {
        try (SigningKey first = council.key(TestSigner.PRESIDENT);
                SigningKey second = council.key(TestSigner.SECRETARY)) {
            SignatureForm form = name.endsWith(".asice") ? SignatureForm.ASIC_E_XADES : SignatureForm.XADES_DETACHED;
            return new MinutesSigner(council.profile().toBuilder().form(form).build())
                    .sign(
                            composition,
                            folder.resolve(name),
                            List.of(Signatory.president(first), Signatory.secretary(second)))
                    .container();
        }
    }

    private static Finding found(String code, Path container) throws IOException {
        VerificationReport report = verifier.verify(container);
        return report.findings().stream()
                .filter(finding -> finding.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError(code + " in " + report.report()));
    }

    private static void assertSilent(VerificationReport report) {
        assertTrue(
                report.findings().stream()
                        .noneMatch(finding -> finding.code().startsWith("TREE_")
                                || finding.code().startsWith("RECORDING_")),
                () -> report.report().toString());
    }

    @Test
    void theTreeOfAWholeRecordingIsHeldAgainstItInTheOneReading() throws Exception {
        VerificationReport report = verifier.verify(signed);
        assertEquals(Verdict.VALID, report.verdict(), () -> report.report().toString());
        assertSilent(report);
        Reads reads = Reads.of(signed, () -> verifier.verify(signed));
        assertTrue(reads.bytes() < Files.size(signed) + MEBI, () -> reads.bytes() + " bytes were read");
    }

    @Test
    void aDamagedRecordingIsNamedByMinuteAndItem() throws IOException {
        Path changed = Repacked.of(signed, "flipped.asice", files -> files.get(PART)[3 * MEBI + 5] ^= 1);
        Finding finding = found("RECORDING_DAMAGED_AT", changed);
        assertEquals(PART, finding.where());
        String said = finding.message().italian();
        assertTrue(said.contains("fra 00:00:03 e 00:00:05"), said);
        assertTrue(said.contains("Punto 1. Approvazione dei verbali"), said);
        assertTrue(said.contains("byte da 3145728 a 4194304"), said);
        assertTrue(
                finding.message().english().contains("Item 1."),
                finding.message().english());
    }

    @Test
    void aRecordingThatLostItsEndIsNamedByTheMinutesItLost() throws IOException {
        Path cut = Repacked.of(signed, "cut.asice", files -> files.put(PART, Arrays.copyOf(files.get(PART), 6 * MEBI)));
        String said = found("RECORDING_DAMAGED_BYTES", cut).message().english();
        assertTrue(said.contains("6291456 to " + Files.size(recording)), said);
    }

    @Test
    void damageInTheRecordingsOwnIndexIsNamedByItsBytes() throws IOException {
        Path changed = Repacked.of(signed, "head.asice", files -> files.get(PART)[24] ^= 1);
        String said = found("RECORDING_DAMAGED_BYTES", changed).message().english();
        assertTrue(said.contains("bytes 0 to 1048576"), said);
    }

    @Test
    void ofAThousandDamagedPlacesTheFirstAreTold() throws IOException {
        Path large = Files.write(folder.resolve("large.mp4"), new byte[44 * MEBI]);
        Path container = sign("large.asice", TreedRecordings.treed(council, large, large));
        Path changed = Repacked.of(container, "large-changed.asice", files -> {
            for (int i = 0; i < 44; i += 2) {
                files.get(PART)[i * MEBI] ^= 1;
            }
        });
        VerificationReport report = verifier.verify(changed);
        assertEquals(
                20,
                report.findings().stream()
                        .filter(finding -> finding.code().equals("RECORDING_DAMAGED_BYTES"))
                        .count());
        assertTrue(found("RECORDING_DAMAGED_MORE", changed).message().english().contains(" 2 "));
    }

    @Test
    void aTreeOfAnotherRecordingIsFoundOutThoughItIsSigned() throws IOException {
        Path container =
                sign("other.asice", TreedRecordings.treed(council, recording, TreedRecordings.sound(folder, 1)));
        assertEquals(TREE, found("TREE_OF_ANOTHER_RECORDING", container).where());
        assertEquals(Verdict.INVALID, verifier.verify(container).verdict());
    }

    @Test
    void aTreeThatIsNoneOrNotTheNamedOneIsFoundOut() throws IOException {
        Path broken = Repacked.of(signed, "broken.asice", files -> files.get(TREE)[70] ^= 1);
        found("TREE_MALFORMED", broken);
        byte[] other = Fingerprinter.fingerprintWithTree(TreedRecordings.sound(folder, 2), Task.none())
                .tree()
                .content();
        found("TREE_NOT_THE_NAMED_ONE", Repacked.of(signed, "swapped.asice", files -> files.put(TREE, other)));
        found("TREE_MISSING", Repacked.of(signed, "treeless.asice", files -> files.remove(TREE)));
    }

    @Test
    void signaturesBesideTheirFilesHoldTheTreeToo() throws IOException {
        Path beside = sign("beside", TreedRecordings.treed(council, recording, recording));
        Path copy = Files.copy(recording, beside.resolve(PART));
        VerificationReport sound = verifier.verify(beside);
        assertEquals(Verdict.VALID, sound.verdict(), () -> sound.report().toString());
        assertSilent(sound);
        byte[] bytes = Files.readAllBytes(copy);
        bytes[2 * MEBI] ^= 1;
        Files.write(copy, bytes);
        found("RECORDING_DAMAGED_AT", beside);
    }

    @Test
    void minutesThatNameARootAreNotSignedWithoutItsTree() throws IOException {
        ChunkTree tree =
                Fingerprinter.fingerprintWithTree(recording, Task.none()).tree();
        Composition without = TreedRecordings.rooted(council, recording, tree);
        MinutesException missing = assertThrows(MinutesException.class, () -> sign("without.asice", without));
        assertEquals("TREE_FILE_MISSING", missing.code());
        Path other = folder.resolve("other.tree");
        Fingerprinter.fingerprintWithTree(TreedRecordings.sound(folder, 3), Task.none())
                .tree()
                .write(other);
        ContentMismatchException changed = assertThrows(
                ContentMismatchException.class, () -> sign("changed.asice", without.withAttachment(TREE, other)));
        assertEquals("TREE_CHANGED", changed.code());
    }
}
