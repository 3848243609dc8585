// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation.sitting;

import eu.digitalminutes.core.course.Course;
import eu.digitalminutes.core.deliberation.Refusal;
import eu.digitalminutes.core.deliberation.RefusedStepException;
import eu.digitalminutes.core.deliberation.step.Ballot;
import eu.digitalminutes.core.deliberation.step.Turnout;
import eu.digitalminutes.core.event.Choice;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.presence.Presence;
import eu.digitalminutes.core.presence.Quorum;
import eu.digitalminutes.core.ruling.Attendance;
import eu.digitalminutes.core.ruling.Membership;
import eu.digitalminutes.core.voting.Vote;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The votes of a meeting with the figures that their outcomes follow from. */
final class MeetingBallots {
    private final Meeting meeting;
    private final Presence presence;
    private final Course course;
    private final Membership membership;

    MeetingBallots(Meeting meeting, Course course) {
        this.meeting = meeting;
        this.presence = Presence.of(meeting);
        this.course = course;
        this.membership = Quorum.membership(meeting);
    }

    Ballot of(Vote vote) {
        OffsetDateTime closed = vote.closedAt().orElse(null);
        if (closed == null || vote.tally().isEmpty() || vote.proclaimed().isEmpty()) {
            throw new RefusedStepException("vote " + vote.id(), List.of(Refusal.of("VOTE_NOT_PROCLAIMED", vote.id())));
        }
        Optional<Choice> chair = course.presidentAt(closed).map(Seat::id).map(vote.ballots()::get);
        try {
            return new Ballot(
                    meeting.id(),
                    vote.id(),
                    vote.kind(),
                    vote.matter(),
                    turnout(vote.item(), closed),
                    vote.tally().orElseThrow(),
                    chair,
                    vote.proclaimed().orElseThrow());
        } catch (MinutesException e) {
            String why = String.valueOf(e.getMessage());
            throw new RefusedStepException(
                    "vote " + vote.id(), List.of(Refusal.of("BALLOT_INCOHERENT", vote.id(), why)));
        }
    }

    private Turnout turnout(String item, OffsetDateTime closed) {
        List<Seat> members = presence.membersAt(closed);
        Attendance present = Quorum.attendance(members);
        Set<String> bound = course.recusedFrom(item);
        int recused =
                (int) members.stream().filter(seat -> bound.contains(seat.id())).count();
        return new Turnout(
                meeting.call(),
                membership.assigned(),
                membership.inOffice(),
                membership.hasMayor(),
                present.members(),
                present.mayor(),
                recused);
    }
}
