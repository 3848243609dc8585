// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation.step;

import java.util.Objects;

/** What happens to the money that a deliberation binds (<i>fasi della spesa</i>). */
public sealed interface Spending extends Advance {
    /**
     * Which commitment of the proposal.
     *
     * @return its position, from 1
     */
    int position();

    /**
     * Under which key the accounting system was asked.
     *
     * @return not blank
     */
    String key();

    /**
     * Money was set aside on a chapter (<i>prenotazione di impegno</i>).
     *
     * @param position which commitment of the proposal, from 1
     * @param key the idempotency key under which the accounting system was asked
     * @param reference the number that the accounting system gave; may be empty
     * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art. 183(3)</a>
     */
    record MoneyReserved(int position, String key, String reference) implements Spending {
        /**
         * Money was set aside on a chapter (<i>prenotazione di impegno</i>).
         *
         * @param position which commitment of the proposal, from 1
         * @param key the idempotency key under which the accounting system was asked
         * @param reference the number that the accounting system gave; may be empty
         * @throws IllegalArgumentException if the position is below 1 or the key blank
         */
        public MoneyReserved {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(reference, "reference");
            if (position < 1 || key.isBlank()) {
                throw new IllegalArgumentException("a commitment has a position from 1 and a key");
            }
        }

        @Override
        public StepKind kind() {
            return StepKind.MONEY_RESERVED;
        }
    }

    /**
     * The commitment was registered (<i>impegno di spesa</i>).
     *
     * @param position which commitment of the proposal, from 1
     * @param key the idempotency key under which the accounting system was asked
     * @param reference the number that the accounting system gave; may be empty
     * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art. 183</a>
     */
    record CommitmentRegistered(int position, String key, String reference) implements Spending {
        /**
         * The commitment was registered (<i>impegno di spesa</i>).
         *
         * @param position which commitment of the proposal, from 1
         * @param key the idempotency key under which the accounting system was asked
         * @param reference the number that the accounting system gave; may be empty
         * @throws IllegalArgumentException if the position is below 1 or the key blank
         */
        public CommitmentRegistered {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(reference, "reference");
            if (position < 1 || key.isBlank()) {
                throw new IllegalArgumentException("a commitment has a position from 1 and a key");
            }
        }

        @Override
        public StepKind kind() {
            return StepKind.COMMITMENT_REGISTERED;
        }
    }

    /**
     * The money was given back to the chapter (<i>svincolo delle somme prenotate</i>).
     *
     * @param position which commitment of the proposal, from 1
     * @param key the idempotency key under which the accounting system was asked
     */
    record MoneyReleased(int position, String key) implements Spending {
        /**
         * The money was given back to the chapter (<i>svincolo delle somme prenotate</i>).
         *
         * @param position which commitment of the proposal, from 1
         * @param key the idempotency key under which the accounting system was asked
         * @throws IllegalArgumentException if the position is below 1 or the key blank
         */
        public MoneyReleased {
            Objects.requireNonNull(key, "key");
            if (position < 1 || key.isBlank()) {
                throw new IllegalArgumentException("a commitment has a position from 1 and a key");
            }
        }

        @Override
        public StepKind kind() {
            return StepKind.MONEY_RELEASED;
        }
    }
}
