// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.SigningRefusedException;
import eu.digitalminutes.signature.testkit.TestIdentity;
import eu.digitalminutes.signature.testkit.TestPki;
import eu.digitalminutes.signature.testkit.TestSigner;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who signs digests becomes a key, and what it gives is verified before anyone uses it. */
class DigestKeyTest {
    private static final byte[] DATA = "quel che si firma".getBytes(StandardCharsets.UTF_8);

    static TestIdentity president;
    static TestIdentity secretary;

    @BeforeAll
    static void people() {
        TestPki pki = TestPki.create(URI.create("http://127.0.0.1:1/"));
        president = pki.identity(TestSigner.PRESIDENT);
        secretary = pki.identity(TestSigner.SECRETARY);
    }

    private static byte[] value(String algorithm, TestIdentity who, byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(who.privateKey());
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean verifies(String algorithm, TestIdentity who, byte[] data, byte[] value)
            throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm);
        signature.initVerify(who.certificate().getPublicKey());
        signature.update(data);
        return signature.verify(value);
    }

    private static String refusal(SigningKey key) {
        return assertThrows(SigningRefusedException.class, () -> key.sign(DATA)).code();
    }

    @Test
    void anRsaDeviceGetsTheDigestAndItsDigestInfo() throws GeneralSecurityException {
        SigningKey key = SigningKey.ofDigests(
                president.chain(), digest -> value("NONEwithRSA", president, DigestSigner.digestInfo(digest)));
        assertTrue(verifies("SHA256withRSA", president, DATA, key.sign(DATA)));
        assertEquals(president.chain(), key.certificateChain());
    }

    enum EcForm {
        NONEwithECDSA,
        NONEwithECDSAinP1363Format
    }

    @ParameterizedTest
    @EnumSource
    void anEcdsaValueComesOutInDerHoweverTheDeviceWritesIt(EcForm form) throws GeneralSecurityException {
        SigningKey key =
                SigningKey.ofDigests(secretary.chain(), digest -> value(form.name(), secretary, digest.value()));
        for (int i = 0; i < 40; i++) { // short and long numbers
            assertTrue(verifies("SHA256withECDSA", secretary, DATA, key.sign(DATA)));
        }
    }

    @Test
    void aDeviceThatSignsTheBareDigestIsToldSo() {
        SigningKey key =
                SigningKey.ofDigests(president.chain(), digest -> value("NONEwithRSA", president, digest.value()));
        SigningRefusedException failure = assertThrows(SigningRefusedException.class, () -> key.sign(DATA));
        assertEquals("SIGNATURE_VALUE_WRONG", failure.code());
        assertTrue(failure.getMessage().contains("DigestInfo"), failure.getMessage());
    }

    @Test
    void whatTheCertificateDoesNotVerifyIsRefused() {
        assertEquals(
                "SIGNATURE_VALUE_WRONG", refusal(SigningKey.ofDigests(president.chain(), digest -> new byte[256])));
        assertEquals("SIGNATURE_VALUE_WRONG", refusal(SigningKey.ofDigests(secretary.chain(), digest -> new byte[64])));
        assertEquals("SIGNATURE_VALUE_WRONG", refusal(SigningKey.ofDigests(secretary.chain(), digest -> new byte[0])));
    }

    private static List<byte[]> all(List<Digest> digests) {
        return new ArrayList<>(digests.stream()
                .map(digest -> value("NONEwithECDSA", secretary, digest.value()))
                .toList());
    }

    @Test
    void aBatchKeepsTheOrder() throws GeneralSecurityException {
        BatchSigningKey key = BatchSigningKey.ofDigests(secretary.chain(), DigestKeyTest::all);
        List<byte[]> data = List.of(DATA, new byte[1], new byte[2]);
        List<byte[]> values = key.signAll(data);
        for (int i = 0; i < data.size(); i++) {
            assertTrue(verifies("SHA256withECDSA", secretary, data.get(i), values.get(i)));
        }
        assertTrue(verifies("SHA256withECDSA", secretary, DATA, key.sign(DATA)));
    }

    @Test
    void aBatchInAnotherOrderOrNumberIsRefused() {
        List<byte[]> data = List.of(DATA, new byte[1]);
        BatchSigningKey mixed = BatchSigningKey.ofDigests(secretary.chain(), digests -> {
            List<byte[]> values = all(digests);
            values.add(values.remove(0));
            return values;
        });
        BatchSigningKey few = BatchSigningKey.ofDigests(secretary.chain(), digests -> all(digests.subList(0, 1)));
        assertEquals(
                "SIGNATURES_REORDERED",
                assertThrows(SigningRefusedException.class, () -> mixed.signAll(data))
                        .code());
        assertEquals(
                "SIGNATURES_MISSING",
                assertThrows(SigningRefusedException.class, () -> few.signAll(data))
                        .code());
    }

    @Test
    void nothingToSignAsksNobody() {
        BatchSigningKey key = BatchSigningKey.ofDigests(secretary.chain(), digests -> {
            throw new AssertionError("asked");
        });
        assertEquals(List.of(), key.signAll(List.of()));
    }

    @Test
    void closingTheKeyClosesTheDevice() {
        AtomicBoolean closed = new AtomicBoolean();
        DigestSigner device = new DigestSigner() {
            @Override
            public byte[] sign(Digest digest) {
                return new byte[0];
            }

            @Override
            public void close() {
                closed.set(true);
            }
        };
        try (SigningKey key = SigningKey.ofDigests(president.chain(), device)) {
            assertFalse(closed.get());
            assertEquals(2, key.certificateChain().size());
        }
        assertTrue(closed.get());
    }

    @Test
    void aKeyNeedsACertificateOfAKindThatIsSupported() throws Exception {
        assertThrows(IllegalArgumentException.class, () -> SigningKey.ofDigests(List.of(), digest -> new byte[0]));
        List<X509Certificate> edwards = List.of(edwards());
        MinutesException failure =
                assertThrows(MinutesException.class, () -> SigningKey.ofDigests(edwards, digest -> new byte[64]));
        assertEquals("ALGORITHM_UNSUPPORTED", failure.code());
    }

    private static X509Certificate edwards() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        X500Name name = new X500Name("CN=Prova");
        return new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                name, BigInteger.ONE, new Date(0), new Date(4_000_000_000_000L), name, pair.getPublic())
                        .build(new JcaContentSignerBuilder("Ed25519").build(pair.getPrivate())));
    }
}
