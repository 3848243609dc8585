// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.voting;

import eu.digitalminutes.core.course.Course;
import eu.digitalminutes.core.event.Choice;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.presence.Presence;
import eu.digitalminutes.core.presence.Quorum;
import eu.digitalminutes.core.rules.LocalRules;
import eu.digitalminutes.core.ruling.Membership;
import eu.digitalminutes.core.ruling.VoteCount;
import eu.digitalminutes.core.ruling.VoteRuling;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What follows from a count under the rules (<i>esito della votazione</i>), for votes that elect nobody. */
public final class VoteResult {
    private VoteResult() {}

    /**
     * The outcome of a vote of a meeting, with its reasons.
     *
     * @param vote the vote
     * @param meeting the meeting it was taken in
     * @param rules the rules in force
     * @return the ruling; empty for an election, for a vote that was not counted, and for a count that cannot be: more
     *     votes than members there, or more members than the organ has
     */
    public static Optional<VoteRuling> of(Vote vote, Meeting meeting, LocalRules rules) {
        OffsetDateTime closed = vote.closedAt().orElse(null);
        if (closed == null || vote.kind() == VoteKind.ELECTION) {
            return Optional.empty();
        }
        List<String> present =
                Presence.of(meeting).membersAt(closed).stream().map(Seat::id).toList();
        Course course = Course.of(meeting);
        Set<String> recused = course.recusedFrom(vote.item());
        String chair = course.presidentAt(closed).map(Seat::id).orElse("");
        return of(vote, rules, Quorum.membership(meeting), present, recused, chair);
    }

    /**
     * The outcome of a vote, with its reasons, for who knows already who was there.
     *
     * @param vote the vote
     * @param rules the rules in force
     * @param body the organ
     * @param present the seats of the members there when the votes were counted
     * @param recused those who must not take part in the point
     * @param chair the seat that presides, or empty text
     * @return the ruling; empty for a vote that was not counted, and for a count that cannot be
     */
    public static Optional<VoteRuling> of(
            Vote vote,
            LocalRules rules,
            Membership body,
            Collection<String> present,
            Collection<String> recused,
            String chair) {
        try {
            return vote.closing().map(closing -> of(vote.opening(), closing, rules, body, present, recused, chair));
        } catch (MinutesException e) {
            return Optional.empty();
        }
    }

    /**
     * The outcome of a count, with its reasons. The cost does not depend on the meeting.
     *
     * @param opening how the vote was put
     * @param closing the count
     * @param rules the rules in force
     * @param body the organ
     * @param present the seats of the members there when the votes were counted
     * @param recused those who must not take part in the point
     * @param chair the seat that presides, or empty text
     * @return the ruling
     * @throws MinutesException with code {@code TALLY_EXCEEDS_PRESENT} if more votes were counted than members are there,
     *     or {@code PRESENT_EXCEEDS_COMPONENTS} if more are there than the organ has
     */
    public static VoteRuling of(
            Voting.VoteOpened opening,
            Voting.VoteClosed closing,
            LocalRules rules,
            Membership body,
            Collection<String> present,
            Collection<String> recused,
            String chair) {
        int bound = (int) recused.stream().filter(present::contains).count();
        VoteCount count = VoteCount.of(closing.tally(), present.size()).withRecused(bound);
        Optional<Choice> cast = choiceOf(chair, closing.ballots());
        return rules.vote(
                opening.kind(), opening.matter(), cast.map(count::withChair).orElse(count), body);
    }

    private static Optional<Choice> choiceOf(String chair, Map<String, Choice> ballots) {
        return Optional.ofNullable(ballots.get(chair));
    }
}
