// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.key;

import java.util.Objects;

/**
 * Whoever knows the PIN of a card: a dialog, mostly. Asked when a token is opened, and before each signature by a key that
 * wants the PIN each time. Not asked where the reader has a keypad of its own.
 *
 * @see <a href="https://docs.oasis-open.org/pkcs11/pkcs11-spec/v3.1/os/pkcs11-spec-v3.1-os.html">PKCS #11 v3.1, 4.9
 *     (CKA_ALWAYS_AUTHENTICATE) and 5.6.8 (C_Login)</a>
 */
@FunctionalInterface
public interface PinSource {
    /** What a PIN is wanted for. */
    enum Purpose {
        /** To open the token. */
        LOGIN,
        /** To make one signature, by a key that asks each time; a card may have a second PIN for this. */
        SIGNATURE
    }

    /**
     * The PIN, now.
     *
     * @param token which token wants it, and whether few tries are left
     * @param purpose what for
     * @return the PIN, in an array of its own: the SDK overwrites it after use. To give up, throw a
     *     {@link eu.digitalminutes.core.outcome.CancelledException}: no try is spent
     */
    char[] pin(Pkcs11Token token, Purpose purpose);

    /**
     * Whether the last try before the token locks itself may be spent.
     *
     * @return false unless said otherwise by {@link #evenOnLastTry()}
     */
    default boolean allowsLastTry() {
        return false;
    }

    /**
     * The same source for somebody who is sure of the PIN: it is asked even if a wrong answer locks the token.
     *
     * @return a new source
     */
    default PinSource evenOnLastTry() {
        PinSource source = this;
        return new PinSource() {
            @Override
            public char[] pin(Pkcs11Token token, Purpose purpose) {
                return source.pin(token, purpose);
            }

            @Override
            public boolean allowsLastTry() {
                return true;
            }
        };
    }

    /**
     * A PIN that is known beforehand, for tests and for signing by machines. It stays in memory as long as the source.
     *
     * @param pin the PIN; copied
     * @return a source that answers every question with it
     */
    static PinSource fixed(char[] pin) {
        char[] copy = Objects.requireNonNull(pin, "pin").clone();
        return (token, purpose) -> copy.clone();
    }
}
