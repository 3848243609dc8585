// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.key;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.outcome.SigningRefusedException;
import eu.digitalminutes.signature.internal.pkcs11.TokenFacts;
import eu.digitalminutes.signature.key.PinSource.Purpose;
import eu.digitalminutes.signature.key.Pkcs11Token.PinState;
import org.junit.jupiter.api.Test;

/** When the signer is asked for the PIN at all, by what the token says of its tries; SoftHSM never locks. */
class PinGuardTest {
    private static final char[] PIN = "1234".toCharArray();
    private static final PinSource NOBODY = (token, purpose) -> {
        throw new AssertionError("nobody is asked");
    };

    private static Pkcs11Token token(boolean set, boolean few, boolean last, boolean locked) {
        return new Pkcs11Token(new TokenFacts(7, "firma", "Prova", "0001", set, few, last, locked, false));
    }

    private static String refusal(Pkcs11Token token) {
        SigningRefusedException refusal =
                assertThrows(SigningRefusedException.class, () -> new PinGuard(NOBODY).pin(token, Purpose.SIGNATURE));
        assertTrue(refusal.getMessage().contains("serial 0001"), refusal.getMessage());
        return refusal.code();
    }

    @Test
    void aLockedTokenIsNotAsked() {
        Pkcs11Token token = token(true, true, true, true);
        assertEquals(PinState.LOCKED, token.pinState());
        assertEquals("PIN_LOCKED", refusal(token));
    }

    @Test
    void aTokenWithoutPinIsNotAsked() {
        assertEquals("PIN_NOT_SET", refusal(token(false, false, false, false)));
    }

    @Test
    void theLastTryIsNotSpent() {
        Pkcs11Token token = token(true, true, true, false);
        assertEquals(PinState.LAST_TRY, token.pinState());
        assertEquals("PIN_LAST_TRY", refusal(token));
    }

    @Test
    void theLastTryIsSpentByWhoSaysSo() {
        PinSource sure = PinSource.fixed(PIN).evenOnLastTry();
        assertArrayEquals(PIN, new PinGuard(sure).pin(token(true, true, true, false), Purpose.LOGIN));
    }

    @Test
    void fewTriesAreToldToTheOneWhoIsAsked() {
        PinSource watching = (token, purpose) -> {
            assertEquals(PinState.FEW_TRIES, token.pinState());
            return PIN.clone();
        };
        assertArrayEquals(PIN, new PinGuard(watching).pin(token(true, true, false, false), Purpose.LOGIN));
    }
}
