// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.pkcs11;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.outcome.MinutesException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.List;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Test;

/** What each kind of token is given and how its answer is read, with the JDK in the token's place. */
class SignatureMechanismTest {
    private static final byte[] DATA = "ciò che si firma".getBytes(StandardCharsets.UTF_8);
    private static final TokenFacts TOKEN = new TokenFacts(0, "firma", "Prova", "1", true, false, false, false, false);
    private static final CardKey RSA = new CardKey(1, false, false, List.of());
    private static final CardKey EC = new CardKey(2, true, false, List.of());

    private static SignatureMechanism offered(CardKey key, long... mechanisms) {
        return SignatureMechanism.offered(key, mechanisms, TOKEN);
    }

    @Test
    void theTokenComputesTheDigestOnlyWhereThatIsBest() {
        assertEquals(SignatureMechanism.RSA_WITH_DIGEST, offered(RSA, 0x1, 0x40, 0x1041));
        assertEquals(SignatureMechanism.RSA, offered(RSA, 0x1, 0x6, 0x1041));
        assertEquals(SignatureMechanism.ECDSA, offered(EC, 0x1, 0x1041, 0x1044));
        assertEquals(SignatureMechanism.ECDSA_WITH_DIGEST, offered(EC, 0x1, 0x1044));
    }

    @Test
    void aTokenWithoutAWayIsRefused() {
        assertEquals(
                "KEY_UNUSABLE",
                assertThrows(MinutesException.class, () -> offered(RSA, 0x1041)).code());
        assertEquals(
                "KEY_UNUSABLE",
                assertThrows(MinutesException.class, () -> offered(EC, 0x1, 0x40))
                        .code());
    }

    @Test
    void aDigestInfoGivesTheSameValueAsSigningWithDigest() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair keys = generator.generateKeyPair();
        Cipher bare = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        bare.init(Cipher.ENCRYPT_MODE, keys.getPrivate());
        byte[] value = SignatureMechanism.RSA.value(bare.doFinal(SignatureMechanism.RSA.input(DATA)));
        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(keys.getPublic());
        verifier.update(DATA);
        assertTrue(verifier.verify(value));
    }

    @Test
    void rawValuesBecomeDer() throws GeneralSecurityException {
        KeyPair keys = KeyPairGenerator.getInstance("EC").generateKeyPair();
        for (int i = 0; i < 50; i++) {
            Signature raw = Signature.getInstance("SHA256withECDSAinP1363Format");
            raw.initSign(keys.getPrivate());
            raw.update(DATA);
            Signature verifier = Signature.getInstance("SHA256withECDSA");
            verifier.initVerify(keys.getPublic());
            verifier.update(DATA);
            assertTrue(verifier.verify(SignatureMechanism.ECDSA.value(raw.sign())));
        }
    }
}
