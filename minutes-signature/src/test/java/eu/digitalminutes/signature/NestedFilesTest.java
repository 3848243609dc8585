// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.profile.CertificateRequirement;
import eu.digitalminutes.signature.profile.SignatureForm;
import eu.digitalminutes.signature.profile.SigningProfile;
import eu.digitalminutes.signature.report.VerificationReport;
import eu.digitalminutes.signature.report.VerifiedFile;
import eu.digitalminutes.signature.report.VerifiedSignature;
import eu.digitalminutes.signature.signed.DetachedContent;
import eu.digitalminutes.signature.testkit.TestSigner;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signed files inside signed files, in base64, with time stamps around them, beside them, in messages. */
class NestedFilesTest {
    private static final int SIZE = 3_000_000;

    @TempDir
    static Path folder;

    static Council council;
    static SigningKey president;
    static SigningKey secretary;
    static MinutesVerifier verifier;
    static Path recording;
    static Path once;
    static Path twice;

    @BeforeAll
    static void start() throws IOException {
        council = new Council(folder);
        president = council.key(TestSigner.PRESIDENT);
        secretary = council.key(TestSigner.SECRETARY);
        verifier = MinutesVerifier.trusting(council.trust());
        recording = council.recording(SIZE);
        once = wrapped(recording, "recording.mp4.p7m", Signatory.president(president));
        twice = wrapped(once, "recording.mp4.p7m.p7m", Signatory.secretary(secretary));
    }

    @AfterAll
    static void stop() {
        president.close();
        secretary.close();
        council.close();
    }

    private static Path signed(SignatureForm form, Path content, String name, Signatory signatory) throws IOException {
        return new FileSigner(council.profile().toBuilder().form(form).build())
                .sign(content, folder.resolve(name), List.of(signatory), Task.none())
                .path();
    }

    private static Path wrapped(Path content, String name, Signatory signatory) throws IOException {
        return signed(SignatureForm.CADES_ENVELOPING, content, name, signatory);
    }

    private static VerificationReport verified(byte[] file, String name) throws IOException {
        return verifier.verify(Files.write(folder.resolve(name), file));
    }

    private static void assertValid(VerificationReport report, String format, int levels, String... signers) {
        assertEquals(Verdict.VALID, report.verdict(), () -> report.report().toString());
        assertEquals(format, report.format());
        assertEquals(levels, report.levels());
        assertEquals(
                List.of(signers),
                report.signatures().stream().map(VerifiedSignature::signer).toList());
        assertEquals(signers.length == 0 ? "no-signature" : "intact", report.integrity());
    }

    private static List<String> codes(VerificationReport report) {
        return report.findings().stream().map(Finding::code).toList();
    }

    @Test
    void everyLevelIsToldAndEveryByteReadOnce() throws Exception {
        VerificationReport[] report = new VerificationReport[1];
        Reads reads = Reads.of(twice, () -> report[0] = verifier.verify(twice));
        assertValid(report[0], "CAdES-enveloping", 2, "Bruno Rinaldi", "Anna Bianchi");
        assertEquals(
                Map.of("recording.mp4.p7m", 1, "recording.mp4", 2),
                report[0].files().stream()
                        .collect(java.util.stream.Collectors.toMap(VerifiedFile::name, VerifiedFile::covered)));
        assertTrue(reads.bytes() >= SIZE && reads.bytes() < SIZE + 100_000, () -> reads.bytes() + " bytes read");
    }

    @Test
    void base64AndArmourAreTakenOffInTheSameReading() throws Exception {
        Path plain = Wrappings.base64(twice, folder.resolve("plain.mp4.p7m.p7m"));
        Path armoured = Wrappings.armour(twice, folder.resolve("armoured.mp4.p7m.p7m"));
        for (Path file : List.of(plain, armoured)) {
            VerificationReport[] report = new VerificationReport[1];
            Reads reads = Reads.of(file, () -> report[0] = verifier.verify(file));
            assertValid(report[0], "CAdES-enveloping", 2, "Bruno Rinaldi", "Anna Bianchi");
            long bytes = Files.size(file);
            assertTrue(reads.bytes() >= bytes && reads.bytes() < bytes + 100_000, () -> reads.bytes() + " bytes read");
        }
    }

    /** Large enough that nothing could hold it unseen; the profile {@code large} does the same with gibibytes. */
    @Test
    void moreThanABufferHoldsIsReadOnceTooWhateverIsAroundIt() throws Exception {
        Path large = folder.resolve("large.mp4");
        try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
            sparse.setLength(64L << 20);
        }
        Path inner = wrapped(large, "large.mp4.p7m", Signatory.president(president));
        Path outer = wrapped(inner, "large.mp4.p7m.p7m", Signatory.secretary(secretary));
        Path text = Wrappings.armour(outer, folder.resolve("text.mp4.p7m.p7m"));
        for (Path file : List.of(outer, text)) {
            VerificationReport[] report = new VerificationReport[1];
            Reads reads = Reads.of(file, () -> report[0] = verifier.verify(file));
            assertValid(report[0], "CAdES-enveloping", 2, "Bruno Rinaldi", "Anna Bianchi");
            long bytes = Files.size(file);
            assertTrue(reads.bytes() >= bytes && reads.bytes() < bytes + 100_000, () -> reads.bytes() + " bytes read");
        }
    }

    @Test
    void base64InsideAnEnvelopeIsOneMoreLevelToo() throws IOException {
        Path inner = Wrappings.base64(once, folder.resolve("letter.p7m"));
        Path outer = wrapped(inner, "letter.p7m.p7m", Signatory.secretary(secretary));
        assertValid(verifier.verify(outer), "CAdES-enveloping", 2, "Bruno Rinaldi", "Anna Bianchi");
    }

    @Test
    void aLevelThatIsBrokenIsToldApart() throws IOException {
        byte[] changed = Files.readAllBytes(once);
        changed[SIZE / 2] ^= 1;
        Path inner = Files.write(folder.resolve("changed.mp4.p7m"), changed);
        Path outer = wrapped(inner, "changed.mp4.p7m.p7m", Signatory.secretary(secretary));
        VerificationReport report = verifier.verify(outer);
        assertEquals(Verdict.INVALID, report.verdict());
        assertEquals("mixed", report.integrity());
        assertEquals(2, report.levels());
    }

    @Test
    void lengthsThatAreNotSaidAreFollowed() throws IOException {
        ContentInfo info = ContentInfo.getInstance(Files.readAllBytes(twice));
        byte[] ber = new BERSequence(new org.bouncycastle.asn1.ASN1Encodable[] {
                    info.getContentType(),
                    new org.bouncycastle.asn1.BERTaggedObject(true, 0, SignedData.getInstance(info.getContent()))
                })
                .getEncoded();
        assertValid(verified(ber, "ber.mp4.p7m.p7m"), "CAdES-enveloping", 2, "Bruno Rinaldi", "Anna Bianchi");
    }

    @Test
    void aPdfInsideIsVerifiedWhereItIsSigned() throws IOException {
        Path plain = Files.write(folder.resolve("atto.pdf"), SigningDesk.pdf());
        Path unsigned = wrapped(plain, "atto.pdf.p7m", Signatory.president(president));
        assertValid(verifier.verify(unsigned), "CAdES-enveloping", 1, "Anna Bianchi");
        Path signed = signed(SignatureForm.PADES, plain, "firmato.pdf", Signatory.secretary(secretary));
        Path both = wrapped(signed, "firmato.pdf.p7m", Signatory.president(president));
        assertValid(verifier.verify(both), "CAdES-enveloping", 2, "Anna Bianchi", "Bruno Rinaldi");
    }

    @Test
    void anEnvelopeInAContainerAndAContainerInAnEnvelope() throws IOException {
        Path container = signed(SignatureForm.ASIC_E_CADES, twice, "inside.asice", Signatory.president(president));
        assertValid(verifier.verify(container), "ASiC-E", 3, "Anna Bianchi", "Bruno Rinaldi", "Anna Bianchi");
        Path around = wrapped(container, "inside.asice.p7m", Signatory.secretary(secretary));
        VerificationReport report = verifier.verify(around);
        assertEquals(4, report.levels());
        assertEquals(Verdict.VALID, report.verdict(), () -> report.report().toString());
    }

    @Test
    void whatIsAttachedToMinutesIsToldAndDoesNotMakeThemVoid() throws IOException {
        SigningProfile anybody = council.profile().toBuilder()
                .form(SignatureForm.CADES_ENVELOPING)
                .certificates(CertificateRequirement.ANY)
                .build();
        Path opinion = Files.writeString(folder.resolve("parere.txt"), "favorevole");
        Path lonely = folder.resolve("parere.txt.p7m");
        try (SigningKey stranger = council.key(TestSigner.UNLISTED_AUTHORITY)) {
            new FileSigner(anybody)
                    .sign(opinion, lonely, List.of(Signatory.claiming("Responsabile", stranger)), Task.none());
        }
        Path minutes = folder.resolve("attached.asice");
        new MinutesSigner(council.profile())
                .sign(
                        council.composition(recording).withAttachment("parere.txt.p7m", lonely),
                        minutes,
                        List.of(Signatory.president(president), Signatory.secretary(secretary)),
                        Task.none());
        VerificationReport report = verifier.verify(minutes);
        assertEquals(Verdict.VALID, report.verdict(), () -> report.report().toString());
        assertTrue(codes(report).contains("ATTACHMENT_SIGNATURE"));
        assertEquals(3, report.signatures().size());
    }

    @Test
    void aTimeStampBesideItsFileIsVerified() throws IOException {
        byte[] content = Files.readAllBytes(once);
        byte[] answer = Wrappings.answer(council.services.tsa(), content);
        assertValid(verified(answer, "recording.mp4.p7m.tsr"), "RFC 3161", 0);
        byte[] token = Wrappings.token(council.services.tsa(), content);
        assertValid(verified(token, "recording.mp4.p7m.tst"), "RFC 3161", 0);
        VerificationReport base64 = verified(Base64.getMimeEncoder().encode(answer), "recording.mp4.p7m.tsr");
        assertValid(base64, "RFC 3161", 0);
        assertEquals(1, base64.timestamps().size());
        assertTrue(codes(base64).contains("TIMESTAMP_ONLY"));
    }

    @Test
    void aTimeStampOverAnotherFileIsInvalid() throws IOException {
        byte[] token = Wrappings.token(council.services.tsa(), new byte[] {1, 2, 3});
        VerificationReport report = verified(token, "recording.mp4.tst");
        assertEquals(Verdict.INVALID, report.verdict());
        assertTrue(
                codes(report).contains("TIMESTAMP_BROKEN"),
                () -> report.report().toString());
    }

    @Test
    void aTimeStampWithoutItsFileIsUndecided() throws IOException {
        byte[] token = Wrappings.token(council.services.tsa(), new byte[] {1, 2, 3});
        VerificationReport report = verified(token, "nowhere.bin.tst");
        assertEquals(
                Verdict.INDETERMINATE, report.verdict(), () -> report.report().toString());
        assertTrue(codes(report).contains("CONTENT_NOT_AT_HAND"));
        assertEquals(1, report.timestamps().size());
    }

    @Test
    void aFileInsideItsTimeStampIsVerifiedWithItsSignatures() throws IOException {
        byte[] content = Files.readAllBytes(once);
        byte[] tsd = Wrappings.tsd(content, Wrappings.token(council.services.tsa(), content));
        VerificationReport report = verified(tsd, "recording.mp4.p7m.tsd");
        assertValid(report, "RFC 5544", 1, "Anna Bianchi");
        assertEquals(2, report.timestamps().size());
        byte[] naming = Wrappings.tsdNaming("recording.mp4.p7m", council.services.tsa(), content);
        assertValid(verified(naming, "named.mp4.p7m.tsd"), "RFC 5544", 1, "Anna Bianchi");
    }

    @Test
    void aTimeStampAroundAnotherFileIsInvalid() throws IOException {
        byte[] other = Wrappings.token(council.services.tsa(), new byte[] {1, 2, 3});
        VerificationReport report = verified(Wrappings.tsd(Files.readAllBytes(once), other), "other.mp4.p7m.tsd");
        assertEquals(Verdict.INVALID, report.verdict());
        assertTrue(codes(report).contains("TIMESTAMP_BROKEN"));
        assertEquals("intact", report.integrity());
    }

    @Test
    void aSignedFileAndItsStampInOneMessage() throws IOException {
        byte[] content = Files.readAllBytes(once);
        byte[] stamp = Wrappings.answer(council.services.tsa(), content);
        VerificationReport report = verified(Wrappings.m7m(content, stamp), "recording.mp4.m7m");
        assertValid(report, "M7M", 1, "Anna Bianchi");
        assertEquals(2, report.timestamps().size());
        byte[] other = Wrappings.answer(council.services.tsa(), new byte[] {1});
        assertEquals(
                Verdict.INVALID,
                verified(Wrappings.m7m(content, other), "other.mp4.m7m").verdict());
    }

    @Test
    void aStampInAnEnvelopeIsToldWithIt() throws IOException {
        Path stamp = Files.write(
                folder.resolve("far.bin.tsr"), Wrappings.answer(council.services.tsa(), new byte[] {1, 2, 3}));
        Path outer = wrapped(stamp, "far.bin.tsr.p7m", Signatory.president(president));
        VerificationReport report = verifier.verify(outer);
        assertEquals(1, report.levels());
        assertEquals(2, report.timestamps().size());
        assertEquals(Verdict.INDETERMINATE, report.verdict());
        DetachedContent known = DetachedContent.none().with("far.bin", Digest.of(sha256(new byte[] {1, 2, 3})));
        VerificationReport decided = verifier.verify(outer, known, Instant.now(), Task.none());
        assertEquals(Verdict.VALID, decided.verdict(), () -> decided.report().toString());
    }

    @Test
    void whatLiesElsewhereMayBeGivenByItsDigest() throws IOException {
        Path far = Files.createDirectories(folder.resolve("far"));
        Path signature = signed(
                SignatureForm.CADES_DETACHED, recording, "far/recording.mp4.p7s", Signatory.president(president));
        Path xml = signed(
                SignatureForm.XADES_DETACHED, recording, "far/recording.mp4.xml", Signatory.president(president));
        assertTrue(Files.isDirectory(far));
        for (Path one : List.of(signature, xml)) {
            Digest right = Fingerprinter.fingerprint(recording).digest();
            VerificationReport report = verifier.verify(
                    one, DetachedContent.none().with("recording.mp4", right), Instant.now(), Task.none());
            assertEquals(Verdict.VALID, report.verdict(), () -> report.report().toString());
            assertTrue(codes(report).contains("CONTENT_BY_DIGEST"));
            assertEquals(List.of(), report.files());
            Digest wrong = Digest.of(sha256(new byte[] {1}));
            VerificationReport other = verifier.verify(
                    one, DetachedContent.none().with("recording.mp4", wrong), Instant.now(), Task.none());
            assertEquals(Verdict.INVALID, other.verdict());
            assertTrue(
                    codes(other).contains("DIGEST_NOT_THE_SIGNED_ONE"),
                    () -> other.report().toString());
        }
    }

    @Test
    void aContainerThatIsOnlyTimeStamped() throws IOException {
        byte[] content = "verbale".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("mimetype", "application/vnd.etsi.asic-s+zip".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        files.put("verbale.txt", content);
        files.put("META-INF/timestamp.tst", Wrappings.token(council.services.tsa(), content));
        VerificationReport report = verifier.verify(Repacked.write(folder.resolve("stamped.asics"), files));
        assertValid(report, "ASiC-S", 0);
        assertEquals(1, report.timestamps().size());
    }

    @Test
    void xmlThatIsSignedInItselfIsVerifiedAloneAndInAnEnvelope() throws IOException {
        Path fattura = Files.write(folder.resolve("fattura.xml"), PlainDss.enveloped(council.services.pki()));
        VerificationReport alone = verifier.verify(fattura);
        assertEquals("XAdES-enveloped", alone.format());
        assertEquals("intact", alone.integrity(), () -> alone.report().toString());
        assertEquals(Verdict.VALID, alone.verdict(), () -> alone.report().toString());
        Path outer = wrapped(fattura, "fattura.xml.p7m", Signatory.president(president));
        assertEquals(2, verifier.verify(outer).levels());
        Path changed = Files.writeString(
                folder.resolve("changed.xml"), Files.readString(fattura).replace("100", "900"));
        assertEquals(Verdict.INVALID, verifier.verify(changed).verdict());
    }

    private static byte[] sha256(byte[] content) {
        return Fingerprinter.sha256().digest(content);
    }
}
