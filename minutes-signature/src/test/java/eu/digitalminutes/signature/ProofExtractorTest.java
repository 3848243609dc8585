// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.minutes.SignatureProof;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.profile.SignatureForm;
import eu.digitalminutes.signature.profile.SignatureLevel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is taken out of a container is checked by the JDK alone, with a public key and a digest. */
class ProofExtractorTest {
    @TempDir
    static Path folder;

    static SigningDesk desk;

    @BeforeAll
    static void open() throws IOException {
        desk = new SigningDesk(folder);
    }

    @AfterAll
    static void close() {
        desk.council.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureForm.class,
            names = {"ASIC_E_XADES", "ASIC_E_CADES"})
    void theKeyOfTheFirstCertificateVerifiesTheSignedBytes(SignatureForm form)
            throws IOException, GeneralSecurityException {
        List<SignatureProof> proofs = ProofExtractor.proofs(signed(form));
        List<String> signers = new ArrayList<>();
        for (SignatureProof proof : proofs) {
            List<X509Certificate> chain = chain(proof);
            assertTrue(verifies(proof, proof.signed()), proof.file());
            byte[] changed = proof.signed();
            changed[changed.length / 2] ^= 1;
            assertFalse(verifies(proof, changed), proof.file());
            for (int i = 1; i < chain.size(); i++) {
                chain.get(i - 1).verify(chain.get(i).getPublicKey());
            }
            signers.add(chain.get(0).getPublicKey().getAlgorithm());
        }
        assertEquals(List.of("RSA", "EC"), signers);
    }

    @Test
    void theSignedInfoNamesTheDigestsOfTheStatementAndOfEveryFile() throws IOException {
        Path container = signed(SignatureForm.ASIC_E_XADES);
        for (SignatureProof proof : ProofExtractor.proofs(container)) {
            String signedInfo = new String(proof.signed(), StandardCharsets.UTF_8);
            assertTrue(signedInfo.startsWith("<ds:SignedInfo "));
            assertTrue(signedInfo.contains(base64(proof.statement())));
            try (ZipFile zip = new ZipFile(container.toFile())) {
                for (String name : List.of("minutes.json", "recording-1.mp4", "minutes.pdf", "chapters.vtt")) {
                    byte[] content = zip.getInputStream(zip.getEntry(name)).readAllBytes();
                    assertTrue(signedInfo.contains(base64(content)), name);
                }
            }
        }
    }

    @Test
    void theSignedAttributesHoldTheDigestOfTheManifest() throws IOException {
        for (SignatureProof proof : ProofExtractor.proofs(signed(SignatureForm.ASIC_E_CADES))) {
            String attributes = new String(proof.signed(), StandardCharsets.ISO_8859_1);
            String digest = new String(Fingerprinter.sha256().digest(proof.statement()), StandardCharsets.ISO_8859_1);
            assertTrue(attributes.contains(digest));
            assertTrue(new String(proof.statement(), StandardCharsets.UTF_8).contains("minutes.json"));
        }
    }

    @Test
    void whatIsNoContainerOfSeveralFilesHasNoProofs() throws IOException {
        Path enveloped = desk.sign(SignatureForm.CADES_ENVELOPING, SignatureLevel.B, 1000);
        assertEquals(List.of(), ProofExtractor.proofs(enveloped));
    }

    @Test
    void aProofDoesNotChangeWithWhatWasGivenOrTaken() throws IOException {
        SignatureProof proof =
                ProofExtractor.proofs(signed(SignatureForm.ASIC_E_XADES)).get(0);
        byte[] before = proof.value();
        proof.value()[0] ^= 1;
        proof.certificates().get(0)[0] ^= 1;
        assertArrayEquals(before, proof.value());
        assertEquals(0x30, proof.certificates().get(0)[0]);
    }

    private static Path signed(SignatureForm form) throws IOException {
        return desk.minutesSigner(desk.profile(form, SignatureLevel.B))
                .sign(
                        desk.council.composition(desk.council.recording(5000)),
                        desk.folder().resolve("minutes.asice"),
                        desk.both(),
                        Task.none())
                .container();
    }

    private static boolean verifies(SignatureProof proof, byte[] signed) throws GeneralSecurityException {
        boolean plain = proof.format() == SignatureProof.Format.XADES
                && proof.algorithm().endsWith("ECDSA");
        Signature signature = Signature.getInstance(proof.algorithm() + (plain ? "inP1363Format" : ""));
        signature.initVerify(chain(proof).get(0).getPublicKey());
        signature.update(signed);
        return signature.verify(proof.value());
    }

    private static List<X509Certificate> chain(SignatureProof proof) throws GeneralSecurityException {
        List<X509Certificate> chain = new ArrayList<>();
        for (byte[] one : proof.certificates()) {
            chain.add((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(one)));
        }
        return chain;
    }

    private static String base64(byte[] content) {
        return Base64.getEncoder().encodeToString(Fingerprinter.sha256().digest(content));
    }
}
