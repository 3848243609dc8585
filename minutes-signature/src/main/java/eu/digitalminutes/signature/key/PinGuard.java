// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.key;

import eu.digitalminutes.core.outcome.SigningRefusedException;
import eu.digitalminutes.signature.internal.pkcs11.CardSession;
import eu.digitalminutes.signature.key.PinSource.Purpose;
import java.util.Objects;
import java.util.function.Supplier;

/** Stands between a token and whoever knows its PIN, so that no try is spent which the signer did not want to spend. */
final class PinGuard {
    private final PinSource pins;

    PinGuard(PinSource pins) {
        this.pins = pins;
    }

    /** Asks the source, if the token's own description allows a try at that moment. */
    Supplier<char[]> supplier(CardSession session, Purpose purpose) {
        return () -> pin(new Pkcs11Token(session.token()), purpose);
    }

    /** The PIN for a token, unless asking could lock it or is useless. */
    char[] pin(Pkcs11Token token, Purpose purpose) {
        switch (token.pinState()) {
            case LOCKED ->
                throw new SigningRefusedException(
                        "PIN_LOCKED",
                        "the PIN of the token " + token
                                + " is locked and was not tried: unlock it with the PUK, in the card maker's software",
                        null);
            case NOT_SET ->
                throw new SigningRefusedException(
                        "PIN_NOT_SET",
                        "the token " + token + " has no PIN yet: initialise it in the card maker's software",
                        null);
            case LAST_TRY -> {
                if (!pins.allowsLastTry()) {
                    throw new SigningRefusedException(
                            "PIN_LAST_TRY",
                            "one more wrong PIN locks the token " + token
                                    + ", so it was not tried: make sure of the PIN, then open the token with"
                                    + " PinSource.evenOnLastTry()",
                            null);
                }
            }
            case READY, FEW_TRIES -> {
                // a try may be spent
            }
        }
        return Objects.requireNonNull(pins.pin(token, purpose), "the PIN that the PinSource gave");
    }
}
