// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.key;

import eu.digitalminutes.signature.internal.pkcs11.TokenFacts;

/** A card or token in a reader, as it describes itself before anybody logs in (<i>dispositivo di firma</i>). Immutable. */
public final class Pkcs11Token {
    /** How it stands with the PIN; as far as the token tells, for some always say the same. */
    public enum PinState {
        /** No wrong PIN since the last right one. */
        READY,
        /** At least one wrong PIN since the last right one. */
        FEW_TRIES,
        /** One more wrong PIN locks the token. */
        LAST_TRY,
        /** Locked: only the PUK helps, in the software of the card's maker. */
        LOCKED,
        /** The token was never given a PIN, or is not initialised. */
        NOT_SET
    }

    private final TokenFacts facts;

    Pkcs11Token(TokenFacts facts) {
        this.facts = facts;
    }

    TokenFacts facts() {
        return facts;
    }

    /**
     * The name by which a token is chosen.
     *
     * @return its label, without padding; may be empty
     */
    public String label() {
        return facts.label();
    }

    /**
     * Who made it.
     *
     * @return the maker, in the token's own words
     */
    public String manufacturer() {
        return facts.manufacturer();
    }

    /**
     * What tells two tokens of one label apart.
     *
     * @return the serial number, in the token's own words
     */
    public String serialNumber() {
        return facts.serialNumber();
    }

    /**
     * Where it is plugged in.
     *
     * @return the driver's number of the slot, which may change with the next start
     */
    public long slot() {
        return facts.slot();
    }

    /**
     * How it stands with the PIN.
     *
     * @return the state when this description was made
     */
    public PinState pinState() {
        if (facts.locked()) {
            return PinState.LOCKED;
        }
        if (!facts.pinSet()) {
            return PinState.NOT_SET;
        }
        if (facts.lastTry()) {
            return PinState.LAST_TRY;
        }
        return facts.fewTries() ? PinState.FEW_TRIES : PinState.READY;
    }

    /**
     * Whether the PIN is typed on the reader.
     *
     * @return true if no {@link PinSource} is asked for this token
     */
    public boolean hasKeypad() {
        return facts.pinPad();
    }

    /** The token for people: label, maker and serial number. */
    @Override
    public String toString() {
        return facts.toString();
    }
}
