// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.event;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How votes are taken (<i>votazione</i>). */
public sealed interface Voting extends Occurrence {
    /**
     * The chair named who counts the votes (<i>nomina degli scrutatori</i>).
     *
     * @param seats who
     */
    record ScrutineersNamed(List<String> seats) implements Voting {
        /**
         * The chair named who counts the votes (<i>nomina degli scrutatori</i>).
         *
         * @param seats who
         */
        public ScrutineersNamed {
            seats = List.copyOf(seats);
        }
    }

    /**
     * The chair put something to the vote (<i>apertura della votazione</i>).
     *
     * @param vote the vote's name, unique in the meeting
     * @param item the point it belongs to
     * @param kind what is voted upon
     * @param method how votes are cast
     * @param subject what is voted upon, in words; empty when the item's title says it
     * @param matter what the majority depends on
     */
    record VoteOpened(String vote, String item, VoteKind kind, VotingMethod method, String subject, Matter matter)
            implements Voting {
        /**
         * The chair put something to the vote (<i>apertura della votazione</i>).
         *
         * @param vote the vote's name, unique in the meeting
         * @param item the point it belongs to
         * @param kind what is voted upon
         * @param method how votes are cast
         * @param subject what is voted upon, in words; empty when the item's title says it
         * @param matter what the majority depends on
         */
        public VoteOpened {
            Objects.requireNonNull(vote, "vote");
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(method, "method");
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(matter, "matter");
        }

        /**
         * The chair put something to the vote, on an ordinary matter (<i>apertura della votazione</i>).
         *
         * @param vote the vote's name, unique in the meeting
         * @param item the point it belongs to
         * @param kind what is voted upon
         * @param method how votes are cast
         * @param subject what is voted upon, in words; empty when the item's title says it
         */
        public VoteOpened(String vote, String item, VoteKind kind, VotingMethod method, String subject) {
            this(vote, item, kind, method, subject, Matter.ORDINARY);
        }
    }

    /**
     * The votes were counted (<i>computo dei voti</i>).
     *
     * @param vote which vote
     * @param tally the count
     * @param ballots who chose what, by seat; always empty for a secret ballot; for a show of hands at least those against and abstaining
     * @param candidates in an election, the votes that each person got, by name; empty otherwise
     */
    record VoteClosed(String vote, Tally tally, Map<String, Choice> ballots, Map<String, Integer> candidates)
            implements Voting {
        /**
         * The votes were counted (<i>computo dei voti</i>).
         *
         * @param vote which vote
         * @param tally the count
         * @param ballots who chose what, by seat; always empty for a secret ballot; for a show of hands at least those against and abstaining
         * @param candidates in an election, the votes that each person got, by name; empty otherwise
         */
        public VoteClosed {
            Objects.requireNonNull(vote, "vote");
            Objects.requireNonNull(tally, "tally");
            ballots = Map.copyOf(ballots);
            candidates = Map.copyOf(candidates);
        }

        /**
         * The votes were counted, not for persons (<i>computo dei voti</i>).
         *
         * @param vote which vote
         * @param tally the count
         * @param ballots who chose what, by seat; always empty for a secret ballot; for a show of hands at least those against and abstaining
         */
        public VoteClosed(String vote, Tally tally, Map<String, Choice> ballots) {
            this(vote, tally, ballots, Map.of());
        }
    }

    /**
     * The chair proclaimed the outcome (<i>proclamazione</i>).
     *
     * @param vote which vote
     * @param outcome the outcome as proclaimed
     * @param elected in an election, the persons elected; empty otherwise
     */
    record Proclaimed(String vote, Outcome outcome, List<String> elected) implements Voting {
        /**
         * The chair proclaimed the outcome (<i>proclamazione</i>).
         *
         * @param vote which vote
         * @param outcome the outcome as proclaimed
         * @param elected in an election, the persons elected; empty otherwise
         */
        public Proclaimed {
            Objects.requireNonNull(vote, "vote");
            Objects.requireNonNull(outcome, "outcome");
            elected = List.copyOf(elected);
        }

        /**
         * The chair proclaimed the outcome of a vote that elects nobody (<i>proclamazione</i>).
         *
         * @param vote which vote
         * @param outcome the outcome as proclaimed
         */
        public Proclaimed(String vote, Outcome outcome) {
            this(vote, outcome, List.of());
        }
    }

    /**
     * A vote was irregular and does not count; it may be repeated under another name (<i>annullamento della votazione</i>).
     *
     * @param vote which vote
     * @param reason why
     */
    record VoteAnnulled(String vote, String reason) implements Voting {
        /**
         * A vote was irregular and does not count; it may be repeated under another name (<i>annullamento della votazione</i>).
         *
         * @param vote which vote
         * @param reason why
         */
        public VoteAnnulled {
            Objects.requireNonNull(vote, "vote");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
