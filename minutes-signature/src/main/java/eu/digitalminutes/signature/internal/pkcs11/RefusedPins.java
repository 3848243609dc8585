// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.pkcs11;

import eu.digitalminutes.core.outcome.SigningRefusedException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The PIN that each token refused last, so that a program in a loop does not lock a card with it. Kept in memory as a
 * code under a key that is made anew for each process, never in the clear.
 */
final class RefusedPins {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final Map<String, byte[]> refused = new ConcurrentHashMap<>();

    RefusedPins() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, ALGORITHM);
    }

    /** Fails without asking the token if it refused this very PIN before. */
    void requireNew(TokenFacts token, String purpose, char[] pin) {
        byte[] before = refused.get(place(token, purpose));
        if (before != null && MessageDigest.isEqual(before, code(pin))) {
            throw new SigningRefusedException(
                    "PIN_REFUSED_BEFORE",
                    "the token " + token + " refused this PIN before, so it was not tried again: ask the signer for the"
                            + " right one",
                    null);
        }
    }

    void remember(TokenFacts token, String purpose, char[] pin) {
        refused.put(place(token, purpose), code(pin));
    }

    void forget(TokenFacts token, String purpose) {
        refused.remove(place(token, purpose));
    }

    private static String place(TokenFacts token, String purpose) {
        return token.manufacturer() + '|' + token.serialNumber() + '|' + token.label() + '|' + purpose;
    }

    private byte[] code(char[] pin) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (char sign : pin) {
                mac.update((byte) (sign >> 8));
                mac.update((byte) sign);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has " + ALGORITHM, e);
        }
    }
}
