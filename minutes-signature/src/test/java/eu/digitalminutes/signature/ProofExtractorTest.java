// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.minutes.SignatureProof;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.profile.SignatureForm;
import eu.digitalminutes.signature.profile.SigningProfile;
import eu.digitalminutes.signature.testkit.TestSigner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    static Council council;
    static Map<SignatureForm, Path> signed = new EnumMap<>(SignatureForm.class);

    @BeforeAll
    static void sign() throws IOException {
        council = new Council(folder);
        try (SigningKey president = council.key(TestSigner.PRESIDENT);
                SigningKey secretary = council.key(TestSigner.SECRETARY)) {
            for (SignatureForm form : List.of(SignatureForm.ASIC_E_XADES, SignatureForm.ASIC_E_CADES)) {
                Path container = folder.resolve(form + ".asice");
                new MinutesSigner(SigningProfile.withoutTimestamp().toBuilder()
                                .form(form)
                                .build())
                        .sign(
                                council.composition(council.recording(5000)),
                                container,
                                List.of(Signatory.president(president), Signatory.secretary(secretary)));
                signed.put(form, container);
            }
        }
    }

    @AfterAll
    static void close() {
        council.close();
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
        Path act = Files.writeString(folder.resolve("signed.pdf"), "%PDF-1.7 a signature inside");
        assertEquals(List.of(), ProofExtractor.proofs(act));
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

    private static Path signed(SignatureForm form) {
        return Objects.requireNonNull(signed.get(form));
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
