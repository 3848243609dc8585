// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.event;

import java.util.Map;
import java.util.Objects;

/** How votes are taken (<i>votazione</i>). */
public sealed interface Voting extends Occurrence {
    /**
     * The chair put something to the vote (<i>apertura della votazione</i>).
     *
     * @param vote the vote's name, unique in the meeting
     * @param item the point it belongs to
     * @param kind what is voted upon
     * @param method how votes are cast
     * @param subject what is voted upon, in words; empty when the item's title says it
     */
    record VoteOpened(String vote, String item, VoteKind kind, VotingMethod method, String subject) implements Voting {
        /**
         * The chair put something to the vote (<i>apertura della votazione</i>).
         *
         * @param vote the vote's name, unique in the meeting
         * @param item the point it belongs to
         * @param kind what is voted upon
         * @param method how votes are cast
         * @param subject what is voted upon, in words; empty when the item's title says it
         */
        public VoteOpened {
            Objects.requireNonNull(vote, "vote");
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(method, "method");
            Objects.requireNonNull(subject, "subject");
        }
    }

    /**
     * The votes were counted (<i>computo dei voti</i>).
     *
     * @param vote which vote
     * @param tally the count
     * @param ballots who chose what, by seat; always empty for a secret ballot; for a show of hands at least those against and abstaining
     */
    record VoteClosed(String vote, Tally tally, Map<String, Choice> ballots) implements Voting {
        /**
         * The votes were counted (<i>computo dei voti</i>).
         *
         * @param vote which vote
         * @param tally the count
         * @param ballots who chose what, by seat; always empty for a secret ballot; for a show of hands at least those against and abstaining
         */
        public VoteClosed {
            Objects.requireNonNull(vote, "vote");
            Objects.requireNonNull(tally, "tally");
            ballots = Map.copyOf(ballots);
        }
    }

    /**
     * The chair proclaimed the outcome (<i>proclamazione</i>).
     *
     * @param vote which vote
     * @param outcome the outcome as proclaimed
     */
    record Proclaimed(String vote, Outcome outcome) implements Voting {
        /**
         * The chair proclaimed the outcome (<i>proclamazione</i>).
         *
         * @param vote which vote
         * @param outcome the outcome as proclaimed
         */
        public Proclaimed {
            Objects.requireNonNull(vote, "vote");
            Objects.requireNonNull(outcome, "outcome");
        }
    }
}
