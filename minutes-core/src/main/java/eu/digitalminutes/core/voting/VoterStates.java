// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.voting;

import eu.digitalminutes.core.event.Attending;
import eu.digitalminutes.core.event.Choice;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.event.VotingMethod;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.presence.Presence;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What each member was at a vote (<i>posizione dei componenti</i>). Of a secret ballot it never tells who chose what. */
public final class VoterStates {
    private final Set<String> excused = new HashSet<>();
    private final Set<String> onMission = new HashSet<>();
    private final Set<String> recused = new HashSet<>();

    private VoterStates(Meeting meeting, Vote vote) {
        for (SessionEvent event : meeting.events()) {
            if (event.what() instanceof Attending.Excused excuse) {
                excused.add(excuse.seat());
            } else if (event.what() instanceof Attending.OnMission mission) {
                onMission.add(mission.seat());
            } else if (event.what() instanceof Attending.Recused recusal
                    && recusal.item().equals(vote.item())) {
                recused.add(recusal.seat());
            }
        }
    }

    /**
     * The states at a vote.
     *
     * @param vote the vote
     * @param meeting the meeting it was taken in
     * @return for each member in office, and each who sat in a member's place, the state; in the meeting's order
     */
    public static Map<String, VoterState> of(Vote vote, Meeting meeting) {
        VoterStates states = new VoterStates(meeting, vote);
        OffsetDateTime at = vote.closedAt().orElse(vote.openedAt());
        List<Seat> present = Presence.of(meeting).membersAt(at);
        List<Seat> members = meeting.membersInOffice();
        Map<String, VoterState> result = new LinkedHashMap<>();
        for (Seat seat : meeting.seats()) {
            if (present.contains(seat)) {
                result.put(seat.id(), states.ofPresent(seat.id(), vote));
            } else if (members.contains(seat)) {
                result.put(seat.id(), states.ofAbsent(seat.id()));
            }
        }
        return result;
    }

    private VoterState ofPresent(String seat, Vote vote) {
        Choice choice = vote.ballots().get(seat);
        if (choice != null) {
            return switch (choice) {
                case YES -> VoterState.YES;
                case NO -> VoterState.NO;
                case ABSTAINED -> VoterState.ABSTAINED;
                case NOT_VOTING -> VoterState.NOT_VOTING;
            };
        } else if (recused.contains(seat)) {
            return VoterState.BOUND_INSIDE;
        }
        boolean secretOrHands =
                vote.method() == VotingMethod.SECRET_BALLOT || vote.method() == VotingMethod.SHOW_OF_HANDS;
        return secretOrHands ? VoterState.VOTED : VoterState.NOT_VOTING;
    }

    private VoterState ofAbsent(String seat) {
        if (recused.contains(seat)) {
            return VoterState.BOUND_OUTSIDE;
        } else if (onMission.contains(seat)) {
            return VoterState.ON_MISSION;
        }
        return excused.contains(seat) ? VoterState.EXCUSED : VoterState.ABSENT;
    }
}
