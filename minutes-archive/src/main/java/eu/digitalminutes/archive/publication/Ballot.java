// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication;

import eu.digitalminutes.core.event.Choice;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VotingMethod;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.presence.Presence;
import eu.digitalminutes.core.voting.Vote;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one member did in an open vote (<i>voto palese</i>).
 *
 * @param seat who
 * @param mark what
 */
record Ballot(Seat seat, Mark mark) {

    /** What a member did, as far as it is known. */
    enum Mark {
        YES,
        NO,
        ABSTAINED,
        NOT_VOTING,
        UNKNOWN,
        ABSENT
    }

    /**
     * The members' votes. By show of hands only some are recorded by name: the others voted in favour where the count
     * leaves no other way, else it is not known who did what.
     *
     * @throws IllegalArgumentException if the ballot was secret
     */
    static List<Ballot> allOf(Meeting meeting, Vote vote) {
        if (vote.method() == VotingMethod.SECRET_BALLOT) {
            throw new IllegalArgumentException("a secret ballot has no names");
        }
        Set<String> present = Presence.of(meeting).membersAt(vote.closedAt().orElse(vote.openedAt())).stream()
                .map(Seat::id)
                .collect(Collectors.toSet());
        Map<String, Choice> named = vote.ballots();
        Mark unnamed = vote.tally().map(tally -> unnamed(tally, vote, present)).orElse(Mark.UNKNOWN);
        return meeting.seats().stream()
                .filter(Seat::member)
                .map(seat -> {
                    Choice choice = named.get(seat.id());
                    Mark mark = choice != null ? mark(choice) : present.contains(seat.id()) ? unnamed : Mark.ABSENT;
                    return new Ballot(seat, mark);
                })
                .toList();
    }

    private static Mark unnamed(Tally tally, Vote vote, Set<String> present) {
        boolean othersNamed = vote.seatsThat(Choice.NO).size() == tally.no()
                && vote.seatsThat(Choice.ABSTAINED).size() == tally.abstained()
                && vote.seatsThat(Choice.NOT_VOTING).size() == tally.notVoting()
                && tally.blank() + tally.spoiled() == 0;
        return othersNamed && tally.counted() == present.size() ? Mark.YES : Mark.UNKNOWN;
    }

    private static Mark mark(Choice choice) {
        return switch (choice) {
            case YES -> Mark.YES;
            case NO -> Mark.NO;
            case ABSTAINED -> Mark.ABSTAINED;
            case NOT_VOTING -> Mark.NOT_VOTING;
        };
    }
}
