// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.profile.SignatureForm;
import eu.digitalminutes.signature.profile.SignatureLevel;
import eu.digitalminutes.signature.profile.SigningProfile;
import eu.digitalminutes.signature.report.VerificationReport;
import eu.digitalminutes.signature.testkit.TestSigner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is packed into each other to deceive a verifier, or to keep it busy: bounded work, and never a valid verdict. */
@Timeout(60)
class NestingUnderAttackTest {
    @TempDir
    static Path folder;

    static Council council;
    static SigningKey president;
    static MinutesVerifier verifier;
    static Path signed;

    @BeforeAll
    static void start() throws IOException {
        council = new Council(folder);
        president = council.key(TestSigner.PRESIDENT);
        signed = wrapped(Files.writeString(folder.resolve("atto.txt"), "atto"), "atto.txt.p7m");
        verifier = MinutesVerifier.trusting(council.trust());
    }

    @AfterAll
    static void stop() {
        president.close();
        council.close();
    }

    private static Path wrapped(Path content, String name) throws IOException {
        SigningProfile profile = SigningProfile.withoutTimestamp().toBuilder()
                .form(SignatureForm.CADES_ENVELOPING)
                .level(SignatureLevel.B)
                .build();
        return new FileSigner(profile)
                .sign(content, folder.resolve(name), List.of(Signatory.president(president)), Task.none())
                .path();
    }

    private static List<String> codes(VerificationReport report) {
        return report.findings().stream().map(Finding::code).toList();
    }

    private static VerificationReport verified(byte[] file, String name) throws IOException {
        return verifier.verify(Files.write(folder.resolve(name), file));
    }

    private static MinutesException refused(byte[] file, String name) throws IOException {
        Path hostile = Files.write(folder.resolve(name), file);
        return assertThrows(MinutesException.class, () -> verifier.verify(hostile));
    }

    @Test
    void moreLevelsThanAreOpenedAreNotValid() throws IOException {
        Path one = signed;
        for (int level = 0; level < 14; level++) {
            one = wrapped(one, "deep-" + level + ".p7m");
        }
        VerificationReport report = verifier.verify(one);
        assertEquals(Verdict.INDETERMINATE, report.verdict());
        assertTrue(codes(report).contains("NESTED_TOO_DEEP"));
        assertEquals(10, report.levels());
    }

    @Test
    void base64AtEveryLevelGrowsNoFurther() throws IOException {
        Path one = signed;
        for (int level = 0; level < 12; level++) {
            Path text = Wrappings.base64(one, folder.resolve("text-" + level + ".p7m"));
            one = wrapped(text, "grown-" + level + ".p7m");
        }
        VerificationReport report = verifier.verify(one);
        assertEquals(Verdict.INDETERMINATE, report.verdict());
        assertTrue(codes(report).contains("NESTED_TOO_DEEP"));
    }

    @Test
    void base64OfBase64IsNotTakenOffTwice() throws IOException {
        byte[] twice = Base64.getMimeEncoder().encode(Base64.getMimeEncoder().encode(Files.readAllBytes(signed)));
        assertEquals("FORM_UNKNOWN", refused(twice, "twice.p7m").code());
    }

    @Test
    void aBrokenLineOfBase64IsRefused() throws IOException {
        String text = Base64.getMimeEncoder().encodeToString(Files.readAllBytes(signed));
        byte[] broken = (text.substring(0, 800) + "*" + text.substring(801)).getBytes(StandardCharsets.US_ASCII);
        assertEquals("ENVELOPE_MALFORMED", refused(broken, "line.p7m").code());
    }

    @Test
    void somethingInsideThatOnlyBeginsLikeAnEnvelopeDecidesNothing() throws IOException {
        byte[] cut = Arrays.copyOf(Files.readAllBytes(signed), 300);
        VerificationReport report =
                verifier.verify(wrapped(Files.write(folder.resolve("cut.p7m"), cut), "cut.p7m.p7m"));
        assertEquals(Verdict.INDETERMINATE, report.verdict());
        assertTrue(codes(report).contains("INNER_UNREADABLE"));
        assertEquals("intact", report.integrity());
    }

    /** Values in values, as far as they go: what follows them by recursion has no stack left. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void valuesInValuesWithoutEndAreRefused(boolean definite) throws IOException {
        byte[] deep = definite ? definite(100_000) : indefinite(1_000_000);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] envelope = Files.readAllBytes(signed);
        ContentInfo info = ContentInfo.getInstance(envelope);
        SignedData data = SignedData.getInstance(info.getContent());
        out.write(new byte[] {0x30, (byte) 0x80});
        out.write(CMSObjectIdentifiers.signedData.getEncoded());
        out.write(new byte[] {(byte) 0xa0, (byte) 0x80, 0x30, (byte) 0x80});
        out.write(data.getVersion().getEncoded());
        out.write(data.getDigestAlgorithms().getEncoded());
        out.write(data.getEncapContentInfo().getEncoded());
        out.write(deep);
        assertEquals(
                "ENVELOPE_MALFORMED",
                refused(out.toByteArray(), "deep-values.p7m").code());
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("mimetype", "application/vnd.etsi.asic-s+zip".getBytes(StandardCharsets.US_ASCII));
        files.put("atto.txt", new byte[] {1});
        files.put("META-INF/signature.p7s", deep);
        Path container = Repacked.write(folder.resolve("deep-values.asics"), files);
        assertThrows(MinutesException.class, () -> verifier.verify(container));
        assertThrows(MinutesException.class, () -> verifier.verify(Files.write(folder.resolve("deep.tst"), deep)));
    }

    private static byte[] indefinite(int depth) {
        byte[] deep = new byte[2 * depth];
        for (int i = 0; i < depth; i++) {
            deep[2 * i] = (byte) (i == 0 ? 0x31 : 0x30);
            deep[2 * i + 1] = (byte) 0x80;
        }
        return deep;
    }

    private static byte[] definite(int depth) {
        byte[] deep = new byte[6 * depth];
        for (int i = 0; i < depth; i++) {
            int left = 6 * (depth - i - 1);
            deep[6 * i] = (byte) (i == 0 ? 0x31 : 0x30);
            deep[6 * i + 1] = (byte) 0x84;
            for (int shift = 0; shift < 4; shift++) {
                deep[6 * i + 2 + shift] = (byte) (left >>> (24 - 8 * shift));
            }
        }
        return deep;
    }

    @Test
    void thousandsOfSignersAreNotVerified() throws IOException {
        SignedData data = SignedData.getInstance(
                ContentInfo.getInstance(Files.readAllBytes(signed)).getContent());
        ASN1EncodableVector signers = new ASN1EncodableVector();
        ASN1Encodable signer = data.getSignerInfos().getObjectAt(0);
        for (int i = 0; i < 2_000; i++) {
            signers.add(signer);
        }
        SignedData many = new SignedData(
                data.getDigestAlgorithms(),
                data.getEncapContentInfo(),
                data.getCertificates(),
                data.getCRLs(),
                new DERSet(signers));
        byte[] file = new ContentInfo(CMSObjectIdentifiers.signedData, many).getEncoded();
        assertEquals("ENVELOPE_MALFORMED", refused(file, "many.p7m").code());
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("mimetype", "application/vnd.etsi.asic-s+zip".getBytes(StandardCharsets.US_ASCII));
        files.put("atto.txt", "atto".getBytes(StandardCharsets.UTF_8));
        files.put("META-INF/signature.p7s", file);
        Path container = Repacked.write(folder.resolve("many.asics"), files);
        assertThrows(MinutesException.class, () -> verifier.verify(container));
    }

    @Test
    void tenThousandSignedFilesInAContainerAreNotAllOpened() throws IOException {
        byte[] one = Files.readAllBytes(signed);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("mimetype", "application/vnd.etsi.asic-e+zip".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < 9_990; i++) {
            files.put(String.format(java.util.Locale.ROOT, "atto-%05d.p7m", i), one);
        }
        VerificationReport report = verifier.verify(Repacked.write(folder.resolve("thousands.asice"), files));
        assertNotEquals(Verdict.VALID, report.verdict());
        assertTrue(report.signatures().size() <= 100);
        for (int i = 0; i < 20; i++) {
            files.put("more-" + i + ".p7m", one);
        }
        Path more = Repacked.write(folder.resolve("more.asice"), files);
        assertEquals(
                "CONTAINER_MALFORMED",
                assertThrows(MinutesException.class, () -> verifier.verify(more))
                        .code());
    }

    @Test
    void aMessageWithoutEndIsRefused() throws IOException {
        byte[] whole = Wrappings.m7m(Files.readAllBytes(signed), new byte[100]);
        for (int length : new int[] {80, 200, 1_500, whole.length - 200}) {
            assertThrows(
                    MinutesException.class,
                    () -> verified(Arrays.copyOf(whole, length), "cut.m7m"),
                    () -> "cut at " + length);
        }
        Path endless = folder.resolve("endless.m7m");
        try (OutputStream out = Files.newOutputStream(endless)) {
            out.write("Content-Type: multipart/mixed; boundary=x\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] line = "X: y\r\n".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 100; i++) {
                out.write(line);
            }
        }
        assertThrows(MinutesException.class, () -> verifier.verify(endless));
    }

    @Test
    void noCutOfANestedFileDoesWorseThanARefusal() throws IOException {
        byte[] whole = Files.readAllBytes(wrapped(signed, "whole.p7m"));
        for (int length = 0; length < whole.length; length += 97) {
            Path cut = Files.write(folder.resolve("cut-anywhere.p7m"), Arrays.copyOf(whole, length));
            assertThrows(MinutesException.class, () -> verifier.verify(cut));
        }
    }
}
