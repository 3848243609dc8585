// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation.step;

import eu.digitalminutes.core.event.Choice;
import eu.digitalminutes.core.event.Matter;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.meeting.MeetingId;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.ruling.Membership;
import eu.digitalminutes.core.ruling.VoteCount;
import java.util.Objects;
import java.util.Optional;

/**
 * A vote with all figures that its outcome follows from (<i>votazione</i>), so that it can be judged again at any time.
 *
 * @param meeting the meeting
 * @param vote the vote's name there
 * @param kind what was voted upon
 * @param matter what the majority depends on
 * @param turnout before whom
 * @param tally the count
 * @param chair what who presides chose; empty where not known, as in a secret ballot
 * @param outcome what the chair proclaimed
 */
public record Ballot(
        MeetingId meeting,
        String vote,
        VoteKind kind,
        Matter matter,
        Turnout turnout,
        Tally tally,
        Optional<Choice> chair,
        Outcome outcome) {
    /**
     * A vote with all figures that its outcome follows from.
     *
     * @param meeting the meeting
     * @param vote the vote's name there
     * @param kind what was voted upon
     * @param matter what the majority depends on
     * @param turnout before whom
     * @param tally the count
     * @param chair what who presides chose, where known
     * @param outcome what the chair proclaimed
     * @throws IllegalArgumentException if the vote has no name
     * @throws MinutesException with code {@code TALLY_EXCEEDS_PRESENT}, {@code RECUSED_EXCEED_PRESENT},
     *     {@code PRESENT_INVALID} or {@code MEMBERSHIP_INVALID} if the figures cannot be
     */
    public Ballot {
        Objects.requireNonNull(meeting, "meeting");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(matter, "matter");
        Objects.requireNonNull(outcome, "outcome");
        if (vote.isBlank()) {
            throw new IllegalArgumentException("a vote has a name");
        }
        count(turnout, tally, chair);
        membership(meeting, turnout);
        turnout.attendance();
    }

    /**
     * A vote on an ordinary matter, the vote of who presides not known.
     *
     * @param meeting the meeting
     * @param vote the vote's name there
     * @param kind what was voted upon
     * @param turnout before whom
     * @param tally the count
     * @param outcome what the chair proclaimed
     * @return the vote
     * @throws MinutesException if the figures cannot be, as the constructor says
     */
    public static Ballot of(
            MeetingId meeting, String vote, VoteKind kind, Turnout turnout, Tally tally, Outcome outcome) {
        return new Ballot(meeting, vote, kind, Matter.ORDINARY, turnout, tally, Optional.empty(), outcome);
    }

    /**
     * The same vote, on a matter that asks for a majority of its own.
     *
     * @param value the matter
     * @return a new value
     */
    public Ballot on(Matter value) {
        return new Ballot(meeting, vote, kind, value, turnout, tally, chair, outcome);
    }

    /**
     * The votes as the rules count them.
     *
     * @return the count
     */
    public VoteCount count() {
        return count(turnout, tally, chair);
    }

    /**
     * The organ as the rules count it.
     *
     * @return its members
     */
    public Membership membership() {
        return membership(meeting, turnout);
    }

    private static VoteCount count(Turnout turnout, Tally tally, Optional<Choice> chair) {
        VoteCount count = VoteCount.of(tally, turnout.present()).withRecused(turnout.recused());
        return chair.map(count::withChair).orElse(count);
    }

    private static Membership membership(MeetingId meeting, Turnout turnout) {
        Membership all = switch (meeting.organ()) {
            case COUNCIL -> Membership.council(turnout.assigned());
            case EXECUTIVE_BOARD -> Membership.executiveBoard(turnout.assigned());
            case COMMITTEE, DISTRICT_COUNCIL, ASSEMBLY -> Membership.committee(turnout.assigned());
        };
        Membership inOffice = all.withInOffice(turnout.inOffice());
        return turnout.mayor() ? inOffice : inOffice.withoutMayor();
    }
}
