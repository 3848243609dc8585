// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.signature.report.VerificationReport;
import eu.digitalminutes.signature.report.VerifiedSignature;
import eu.digitalminutes.signature.testkit.TestIdentity;
import eu.digitalminutes.signature.testkit.TestSigner;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Signatures that anybody could forge today prove nothing, however intact they are.
 *
 * @see <a href="https://www.etsi.org/deliver/etsi_ts/119300_119399/119312/">ETSI TS 119 312</a>
 */
class WeakAlgorithmsTest {
    @TempDir
    static Path folder;

    static Council council;
    static KeyPair rsa2048;
    static KeyPair rsa1024;

    @BeforeAll
    static void start() throws IOException, GeneralSecurityException {
        council = new Council(folder);
        rsa2048 = rsa(2048);
        rsa1024 = rsa(1024);
    }

    @AfterAll
    static void stop() {
        council.close();
    }

    private static KeyPair rsa(int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static VerifiedSignature verified(KeyPair keys, String algorithm) throws Exception {
        Path file = Files.write(folder.resolve("debole.txt.p7m"), signed(keys, algorithm));
        VerificationReport report = MinutesVerifier.trusting(council.trust()).verify(file);
        assertNotEquals(Verdict.VALID, report.verdict());
        assertEquals(1, report.signatures().size());
        assertEquals("intact", report.integrity(), () -> report.report().toString());
        return report.signatures().get(0);
    }

    private static byte[] signed(KeyPair keys, String algorithm)
            throws IOException, GeneralSecurityException, OperatorCreationException, CMSException {
        X509Certificate certificate = certificate(keys);
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(
                new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                        .build(new JcaContentSignerBuilder(algorithm).build(keys.getPrivate()), certificate));
        generator.addCertificates(new JcaCertStore(List.of(certificate)));
        return generator
                .generate(new CMSProcessableByteArray("verbale".getBytes(StandardCharsets.UTF_8)), true)
                .getEncoded();
    }

    /** As good a certificate as any, but for its key. */
    private static X509Certificate certificate(KeyPair keys)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        TestIdentity authority = council.services.pki().qualifiedAuthority();
        X509Certificate model =
                council.services.pki().identity(TestSigner.PRESIDENT).certificate();
        PrivateKey issuer = authority.privateKey();
        JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
        return new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                authority.certificate(),
                                BigInteger.valueOf(System.nanoTime()),
                                Date.from(Instant.now().minusSeconds(3_600)),
                                Date.from(Instant.now().plusSeconds(86_400)),
                                model.getSubjectX500Principal(),
                                keys.getPublic())
                        .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.nonRepudiation))
                        .addExtension(
                                Extension.authorityKeyIdentifier,
                                false,
                                extensions.createAuthorityKeyIdentifier(authority.certificate()))
                        .build(new JcaContentSignerBuilder(
                                        issuer.getAlgorithm().startsWith("EC") ? "SHA256withECDSA" : "SHA256withRSA")
                                .build(issuer)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA1withRSA", "MD5withRSA"})
    void aDigestThatCanBeForgedProvesNothing(String algorithm) throws Exception {
        VerifiedSignature signature = verified(rsa2048, algorithm);
        assertTrue(isCryptographic(signature), () -> signature.subIndication() + signature.reasons());
    }

    @Test
    void aKeyThatCanBeGuessedProvesNothing() throws Exception {
        VerifiedSignature signature = verified(rsa1024, "SHA256withRSA");
        assertTrue(isCryptographic(signature), () -> signature.subIndication() + signature.reasons());
    }

    private static boolean isCryptographic(VerifiedSignature signature) {
        return signature.subIndication().contains("CRYPTO_CONSTRAINTS")
                || signature.reasons().stream()
                        .anyMatch(reason ->
                                reason.contains("algorithm") || reason.contains("SHA1") || reason.contains("MD5"));
    }
}
