// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.meeting;

import eu.digitalminutes.core.event.Attending;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.Occurrence;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.event.VotingMethod;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Every id is unique, every reference is answered. */
final class MeetingReferences {
    private final Set<String> seats = new HashSet<>();
    private final Set<String> items = new HashSet<>();
    private final Map<String, Boolean> secretByVote = new HashMap<>();

    static void check(Meeting meeting) {
        new MeetingReferences().checkAll(meeting);
    }

    private void checkAll(Meeting meeting) {
        for (int i = 0; i < meeting.seats().size(); i++) {
            String id = meeting.seats().get(i).id();
            require(seats.add(id), "/seats/" + i, "a second seat has the id " + id);
        }
        for (int i = 0; i < meeting.agenda().size(); i++) {
            String id = meeting.agenda().get(i).id();
            require(items.add(id), "/agenda/" + i, "a second item has the id " + id);
        }
        for (int i = 0; i < meeting.events().size(); i++) {
            checkEvent(meeting.events().get(i).what(), "/events/" + i);
        }
    }

    private void checkEvent(Occurrence what, String at) {
        if (what instanceof Conduct.Opened opened) {
            seat(opened.president(), at);
            seat(opened.secretary(), at);
        } else if (what instanceof Attending.Joined joined) {
            seat(joined.seat(), at);
        } else if (what instanceof Attending.Left left) {
            seat(left.seat(), at);
        } else if (what instanceof Attending.Excused excused) {
            seat(excused.seat(), at);
        } else if (what instanceof Business.Spoke spoke) {
            seat(spoke.seat(), at);
        } else if (what instanceof Attending.Recused recused) {
            seat(recused.seat(), at);
            item(recused.item(), at);
        } else if (what instanceof Business.ItemOpened opened) {
            item(opened.item(), at);
        } else if (what instanceof Voting.VoteOpened opened) {
            item(opened.item(), at);
            boolean secret = opened.method() == VotingMethod.SECRET_BALLOT;
            require(secretByVote.put(opened.vote(), secret) == null, at, "a second vote has the id " + opened.vote());
        } else if (what instanceof Voting.VoteClosed closed) {
            Boolean secret = secretByVote.get(closed.vote());
            require(secret != null, at, "the vote " + closed.vote() + " was never opened");
            require(
                    !Boolean.TRUE.equals(secret) || closed.ballots().isEmpty(),
                    at,
                    "a secret ballot must not say who chose what");
            closed.ballots().keySet().forEach(seat -> seat(seat, at));
        } else if (what instanceof Voting.Proclaimed proclaimed) {
            require(
                    secretByVote.containsKey(proclaimed.vote()),
                    at,
                    "the vote " + proclaimed.vote() + " was never opened");
        }
    }

    private void seat(String id, String at) {
        require(seats.contains(id), at, "there is no seat " + id);
    }

    private void item(String id, String at) {
        require(items.contains(id), at, "there is no agenda item " + id);
    }

    private static void require(boolean condition, String pointer, String problem) {
        if (!condition) {
            throw new IllegalArgumentException(pointer + ": " + problem);
        }
    }
}
