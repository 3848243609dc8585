// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation;

import eu.digitalminutes.core.proposal.Commitment;
import java.util.Objects;

/**
 * What became of one commitment of a deliberation in the accounts (<i>stato della prenotazione o dell'impegno</i>).
 *
 * @param position which commitment of the proposal, from 1
 * @param key the idempotency key under which the accounting system is asked about it
 * @param commitment what the key stands for
 * @param state what became of it
 * @param stale whether the proposal, amended since, binds other money in this position or none
 * @param reference the number that the accounting system gave; empty while there is none
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art. 183</a>
 */
public record FundingSlot(
        int position, String key, Commitment commitment, State state, boolean stale, String reference) {
    /** What became of money that a proposal binds (<i>fase della spesa</i>). */
    public enum State {
        /** Not asked for, or not known to be set aside. */
        OPEN,
        /** Set aside, <i>prenotato</i>. */
        RESERVED,
        /** Bound, <i>impegnato</i>. */
        COMMITTED,
        /** Given back; the key is spent, <i>svincolato</i>. */
        RELEASED
    }

    /**
     * What became of one commitment of a deliberation in the accounts.
     *
     * @param position which commitment of the proposal, from 1
     * @param key the idempotency key
     * @param commitment what the key stands for
     * @param state what became of it
     * @param stale whether the proposal binds other money there since
     * @param reference the number that the accounting system gave; may be empty
     */
    public FundingSlot {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(commitment, "commitment");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(reference, "reference");
    }

    FundingSlot in(State next, String number) {
        return new FundingSlot(position, key, commitment, next, stale, number);
    }

    FundingSlot outdated(boolean value) {
        return new FundingSlot(position, key, commitment, state, value, reference);
    }
}
