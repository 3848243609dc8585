// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.minutes.Composition;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.profile.SignatureForm;
import eu.digitalminutes.signature.profile.SigningProfile;
import eu.digitalminutes.signature.report.VerificationReport;
import eu.digitalminutes.signature.report.VerifiedSignature;
import eu.digitalminutes.signature.testkit.TestSigner;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the form, a verification reads what is signed once, finds both signers, and finds a changed byte. */
class VerifyFormsTest {
    private static final int SIZE = 1_000_000;

    @TempDir
    static Path folder;

    static Council council;
    static Path recording;
    static MinutesVerifier verifier;
    static SigningKey president;
    static SigningKey secretary;

    @BeforeAll
    static void makeKeys() throws IOException {
        council = new Council(folder);
        recording = council.recording(SIZE);
        verifier = MinutesVerifier.trusting(council.trust());
        president = council.key(TestSigner.PRESIDENT);
        secretary = council.key(TestSigner.SECRETARY);
    }

    @AfterAll
    static void close() {
        president.close();
        secretary.close();
        council.close();
    }

    private static SigningProfile profile(SignatureForm form) {
        return council.profile().toBuilder().form(form).build();
    }

    private static Path signed(SignatureForm form, String name) throws IOException {
        return new FileSigner(profile(form))
                .sign(
                        recording,
                        folder.resolve(name + form.extension()),
                        List.of(Signatory.president(president), Signatory.secretary(secretary)),
                        Task.none())
                .path();
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureForm.class,
            names = {"PADES"},
            mode = EnumSource.Mode.EXCLUDE)
    void aFileSignedByTwoIsReadOnceAndValid(SignatureForm form) throws Exception {
        Path signed = signed(form, "recording.mp4." + form.code());
        Map<String, Path> content = Map.of("recording.mp4", recording);
        Path read = form == SignatureForm.CADES_DETACHED || form == SignatureForm.XADES_DETACHED ? recording : signed;
        VerificationReport[] report = new VerificationReport[1];
        Reads reads = Reads.of(read, () -> report[0] = verifier.verify(signed, content, Instant.now(), Task.none()));
        assertEquals(
                Verdict.VALID, report[0].verdict(), () -> report[0].report().toString());
        assertEquals(
                List.of("QESIG", "QESIG"),
                report[0].signatures().stream()
                        .map(VerifiedSignature::qualification)
                        .toList());
        assertEquals(
                List.of(2),
                report[0].files().stream().map(file -> file.covered()).toList());
        assertTrue(reads.bytes() >= SIZE && reads.bytes() < SIZE + 400_000, () -> reads.bytes() + " bytes read");
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureForm.class,
            names = {"PADES"},
            mode = EnumSource.Mode.EXCLUDE)
    void aChangedByteIsFound(SignatureForm form) throws IOException {
        Path signed = signed(form, "changed.mp4." + form.code());
        Path changed = form == SignatureForm.CADES_DETACHED || form == SignatureForm.XADES_DETACHED
                ? Files.copy(recording, folder.resolve("changed." + form.code()))
                : signed;
        try (RandomAccessFile file = new RandomAccessFile(changed.toFile(), "rw")) {
            file.seek(SIZE / 2);
            int old = file.read();
            file.seek(SIZE / 2);
            file.write(old ^ 1);
        }
        VerificationReport report =
                verifier.verify(signed, Map.of("recording.mp4", changed), Instant.now(), Task.none());
        assertEquals(Verdict.INVALID, report.verdict());
        assertEquals("broken", report.integrity());
        assertTrue(report.findings().stream().anyMatch(one -> one.code().equals("FILE_ALTERED")));
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureForm.class,
            names = {"ASIC_E_CADES", "CADES_DETACHED", "CADES_ENVELOPING", "XADES_DETACHED"})
    void composedMinutesInEveryFormAreVerifiedAsMinutes(SignatureForm form) throws IOException {
        Composition composition = council.composition(recording);
        Path target = folder.resolve("minutes-" + form.code());
        new MinutesSigner(profile(form))
                .sign(composition, target, List.of(Signatory.president(president), Signatory.secretary(secretary)));
        Map<String, Path> content = Map.of("recording-1.mp4", recording);
        VerificationReport report = verifier.verify(target, content, Instant.now(), Task.none());
        assertEquals(Verdict.VALID, report.verdict(), () -> report.report().toString());
        assertTrue(report.signedMinutes().isPresent());
        assertEquals(
                List.of(2, 2, 2, 2),
                report.files().stream().map(file -> file.covered()).toList());
    }

    @Test
    void somethingThatNobodySignedInAFolderIsNamed() throws IOException {
        Path target = folder.resolve("minutes-with-stranger");
        new MinutesSigner(profile(SignatureForm.CADES_ENVELOPING))
                .sign(
                        council.composition(recording),
                        target,
                        List.of(Signatory.president(president), Signatory.secretary(secretary)));
        Files.writeString(target.resolve("extra.txt"), "x");
        VerificationReport report = verifier.verify(target);
        assertEquals(Verdict.INVALID, report.verdict());
        assertTrue(report.findings().stream()
                .anyMatch(one ->
                        one.code().equals("FILE_NOT_SIGNED") && one.where().equals("extra.txt")));
    }

    @Test
    void aDetachedSignatureWithoutItsFileIsNotJudged() throws IOException {
        Path signed = signed(SignatureForm.CADES_DETACHED, "lonely.mp4");
        VerificationReport report = verifier.verify(signed);
        assertEquals(Verdict.INDETERMINATE, report.verdict());
        assertEquals("unverifiable", report.integrity());
        assertTrue(report.findings().stream()
                .anyMatch(one ->
                        one.code().equals("CONTENT_NOT_AT_HAND") && one.where().equals("lonely.mp4")));
    }
}
