// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation.step;

import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.meeting.MeetingId;
import eu.digitalminutes.core.proposal.Commitment;
import eu.digitalminutes.core.proposal.Effect;
import java.util.List;
import java.util.Objects;

/** What happens to a proposal in the meeting (<i>trattazione e voto</i>). */
public sealed interface Decision extends Advance {
    /**
     * The chair opened the point (<i>apertura della discussione</i>).
     *
     * @param meeting which meeting
     */
    record DiscussionOpened(MeetingId meeting) implements Decision {
        /**
         * The chair opened the point (<i>apertura della discussione</i>).
         *
         * @param meeting which meeting
         */
        public DiscussionOpened {
            Objects.requireNonNull(meeting, "meeting");
        }

        @Override
        public StepKind kind() {
            return StepKind.DISCUSSION_OPENED;
        }
    }

    /**
     * The organ changed the proposal by a vote of its own (<i>emendamento approvato</i>).
     *
     * @param ballot the vote on the amendment
     * @param subject what changes, in words
     * @param substantive whether more than the form changes; always so when money or effect change
     * @param effect what the proposal does to budget or assets from now on
     * @param commitments the money that it binds from now on
     */
    record Amended(Ballot ballot, String subject, boolean substantive, Effect effect, List<Commitment> commitments)
            implements Decision {
        /**
         * The organ changed the proposal by a vote of its own (<i>emendamento approvato</i>).
         *
         * @param ballot the vote on the amendment
         * @param subject what changes, in words
         * @param substantive whether more than the form changes; always so when money or effect change
         * @param effect what the proposal does to budget or assets from now on
         * @param commitments the money that it binds from now on
         * @throws IllegalArgumentException if the vote is not on an amendment, or money is bound without spending
         */
        public Amended {
            Objects.requireNonNull(ballot, "ballot");
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(effect, "effect");
            commitments = List.copyOf(commitments);
            if (ballot.kind() != VoteKind.AMENDMENT) {
                throw new IllegalArgumentException("this is not a vote on an amendment");
            }
            if (!commitments.isEmpty() && effect != Effect.SPENDING) {
                throw new IllegalArgumentException("a proposal that commits money spends");
            }
        }

        @Override
        public StepKind kind() {
            return StepKind.AMENDED;
        }
    }

    /**
     * The organ voted on the proposal (<i>votazione</i>).
     *
     * @param ballot the vote, on the proposal or for the choice of persons
     * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art. 38(2)</a>
     */
    record Voted(Ballot ballot) implements Decision {
        /**
         * The organ voted on the proposal (<i>votazione</i>).
         *
         * @param ballot the vote, on the proposal or for the choice of persons
         * @throws IllegalArgumentException if the vote is on something else
         */
        public Voted {
            Objects.requireNonNull(ballot, "ballot");
            if (ballot.kind() != VoteKind.MAIN && ballot.kind() != VoteKind.ELECTION) {
                throw new IllegalArgumentException("this is not a vote on the proposal");
            }
        }

        @Override
        public StepKind kind() {
            return StepKind.VOTED;
        }
    }

    /**
     * The organ voted apart on immediate execution (<i>dichiarazione di immediata eseguibilità</i>).
     *
     * @param ballot the separate vote
     * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art. 134(4)</a>
     */
    record ImmediateExecutionVoted(Ballot ballot) implements Decision {
        /**
         * The organ voted apart on immediate execution (<i>dichiarazione di immediata eseguibilità</i>).
         *
         * @param ballot the separate vote
         * @throws IllegalArgumentException if the vote is on something else
         */
        public ImmediateExecutionVoted {
            Objects.requireNonNull(ballot, "ballot");
            if (ballot.kind() != VoteKind.IMMEDIATE_EXECUTION) {
                throw new IllegalArgumentException("this is not a vote on immediate execution");
            }
        }

        @Override
        public StepKind kind() {
            return StepKind.IMMEDIATE_EXECUTION_VOTED;
        }
    }

    /**
     * The organ put the point off (<i>rinvio</i>).
     *
     * @param meeting the meeting that put it off
     */
    record Postponed(MeetingId meeting) implements Decision {
        /**
         * The organ put the point off (<i>rinvio</i>).
         *
         * @param meeting the meeting that put it off
         */
        public Postponed {
            Objects.requireNonNull(meeting, "meeting");
        }

        @Override
        public StepKind kind() {
            return StepKind.POSTPONED;
        }
    }
}
