// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.live;

import eu.digitalminutes.core.course.SessionState;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.ruling.QuorumRuling;
import eu.digitalminutes.core.ruling.VoteRuling;
import java.util.Objects;
import java.util.Optional;

/** What a listener is told of a meeting that goes on (<i>segnalazione in tempo reale</i>). */
public sealed interface LiveSignal {
    /**
     * An event was taken and stored.
     *
     * @param event the event, chained
     * @param index its place in the list, from 0
     */
    record Recorded(SessionEvent event, int index) implements LiveSignal {
        /**
         * An event was taken and stored.
         *
         * @param event the event, chained
         * @param index its place in the list, from 0
         */
        public Recorded {
            Objects.requireNonNull(event, "event");
        }
    }

    /**
     * The meeting went into another state.
     *
     * @param state the state
     */
    record StateReached(SessionState state) implements LiveSignal {
        /**
         * The meeting went into another state.
         *
         * @param state the state
         */
        public StateReached {
            Objects.requireNonNull(state, "state");
        }
    }

    /**
     * The legal number is lost, or was not there when the meeting opened (<i>venir meno del numero legale</i>).
     *
     * @param quorum who is there and how many are needed
     */
    record QuorumLost(QuorumRuling quorum) implements LiveSignal {
        /**
         * The legal number is lost.
         *
         * @param quorum who is there and how many are needed
         */
        public QuorumLost {
            Objects.requireNonNull(quorum, "quorum");
        }
    }

    /**
     * The legal number is there again.
     *
     * @param quorum who is there and how many are needed
     */
    record QuorumRegained(QuorumRuling quorum) implements LiveSignal {
        /**
         * The legal number is there again.
         *
         * @param quorum who is there and how many are needed
         */
        public QuorumRegained {
            Objects.requireNonNull(quorum, "quorum");
        }
    }

    /**
     * A vote is open (<i>votazione in corso</i>).
     *
     * @param vote the vote, with the quorum that its matter asks for
     */
    record VoteStarted(OpenVote vote) implements LiveSignal {
        /**
         * A vote is open.
         *
         * @param vote the vote
         */
        public VoteStarted {
            Objects.requireNonNull(vote, "vote");
        }
    }

    /**
     * The votes were counted.
     *
     * @param vote which vote
     * @param result what follows from the count; empty for an election
     */
    record VoteCounted(String vote, Optional<VoteRuling> result) implements LiveSignal {
        /**
         * The votes were counted.
         *
         * @param vote which vote
         * @param result what follows from the count; empty for an election
         */
        public VoteCounted {
            Objects.requireNonNull(vote, "vote");
            Objects.requireNonNull(result, "result");
        }
    }
}
