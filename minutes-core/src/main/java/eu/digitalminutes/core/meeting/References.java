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
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every id is unique, every reference is answered, and a secret ballot names nobody: what a list of events must keep to
 * be read at all (<i>coerenza dei riferimenti</i>). Taken one event after the other; not for several threads.
 */
public final class References {
    private final Set<String> seats = new HashSet<>();
    private final Set<String> items = new HashSet<>();
    private final Map<String, Boolean> secretByVote = new HashMap<>();

    private References() {}

    /**
     * The references of a meeting in which nothing has happened yet.
     *
     * @param seats who can be named
     * @param agenda which points can be named
     * @param convocation whose deliveries name seats, or null
     * @return the references
     * @throws IllegalArgumentException if two seats or two points have one id, or a delivery names no seat; the message
     *     begins with a JSON pointer into {@code minutes.json}
     */
    static References of(List<Seat> seats, List<AgendaItem> agenda, @Nullable Convocation convocation) {
        References references = new References();
        for (int i = 0; i < seats.size(); i++) {
            references.add(seats.get(i), "/seats/" + i);
        }
        for (int i = 0; i < agenda.size(); i++) {
            references.add(agenda.get(i), "/agenda/" + i);
        }
        List<Delivery> deliveries = convocation == null ? List.of() : convocation.deliveries();
        for (int i = 0; i < deliveries.size(); i++) {
            references.seat(deliveries.get(i).seat(), "/convocation/deliveries/" + i);
        }
        return references;
    }

    /**
     * The references of a meeting, all its events taken.
     *
     * @param meeting the meeting
     * @return references that can take further events
     */
    public static References of(Meeting meeting) {
        References references = of(meeting.seats(), meeting.agenda(), null);
        for (int i = 0; i < meeting.events().size(); i++) {
            references.accept(meeting.events().get(i).what(), "/events/" + i);
        }
        return references;
    }

    /**
     * Lets further events name a seat.
     *
     * @param seat the seat
     * @param at where it stands, as a JSON pointer
     * @throws IllegalArgumentException if there is one of that id
     */
    public void add(Seat seat, String at) {
        require(seats.add(seat.id()), at, "a second seat has the id " + seat.id());
    }

    /**
     * Lets further events name a point of the agenda.
     *
     * @param item the point
     * @param at where it stands, as a JSON pointer
     * @throws IllegalArgumentException if there is one of that id
     */
    public void add(AgendaItem item, String at) {
        require(items.add(item.id()), at, "a second item has the id " + item.id());
    }

    /**
     * Takes what happened next. The cost does not depend on what was taken before.
     *
     * @param what what happened
     * @param at where it stands, as a JSON pointer
     * @throws IllegalArgumentException as {@link #check} says; nothing was taken then
     */
    public void accept(Occurrence what, String at) {
        check(what, at);
        if (what instanceof Voting.VoteOpened opened) {
            secretByVote.put(opened.vote(), opened.method() == VotingMethod.SECRET_BALLOT);
        }
    }

    /**
     * Says whether something could be taken next, and takes nothing.
     *
     * @param what what happened
     * @param at where it stands, as a JSON pointer
     * @throws IllegalArgumentException if it names what is not there, opens a vote twice, or says who chose what in a
     *     secret ballot; the message begins with the pointer and repeats no choice
     */
    public void check(Occurrence what, String at) {
        if (what instanceof Attending attending) {
            attending(attending, at);
        } else if (what instanceof Conduct conduct) {
            conduct(conduct, at);
        } else if (what instanceof Business business) {
            business(business, at);
        } else if (what instanceof Voting voting) {
            voting(voting, at);
        }
    }

    private void attending(Attending what, String at) {
        if (what instanceof Attending.Joined joined) {
            seat(joined.seat(), at);
        } else if (what instanceof Attending.Left left) {
            seat(left.seat(), at);
        } else if (what instanceof Attending.ConnectionLost lost) {
            seat(lost.seat(), at);
        } else if (what instanceof Attending.ConnectionRegained regained) {
            seat(regained.seat(), at);
        } else if (what instanceof Attending.Identified identified) {
            seat(identified.seat(), at);
        } else if (what instanceof Attending.Excused excused) {
            seat(excused.seat(), at);
        } else if (what instanceof Attending.OnMission mission) {
            seat(mission.seat(), at);
        } else if (what instanceof Attending.Recused recused) {
            seat(recused.seat(), at);
            item(recused.item(), at);
        } else if (what instanceof Attending.Substituted substituted) {
            seat(substituted.seat(), at);
            seat(substituted.by(), at);
            itemOrNone(substituted.item(), at);
            require(!substituted.seat().equals(substituted.by()), at, "nobody sits in his own place");
        }
    }

    private void conduct(Conduct what, String at) {
        if (what instanceof Conduct.Opened opened) {
            seat(opened.president(), at);
            seat(opened.secretary(), at);
        } else if (what instanceof Conduct.ChairTaken taken) {
            seat(taken.seat(), at);
        } else if (what instanceof Conduct.SecretaryTaken taken) {
            seat(taken.seat(), at);
            itemOrNone(taken.item(), at);
        } else if (what instanceof Conduct.QuorumChallenged challenged) {
            seat(challenged.seat(), at);
        }
    }

    private void business(Business what, String at) {
        if (what instanceof Business.Spoke spoke) {
            seat(spoke.seat(), at);
        } else if (what instanceof Business.SpeechEnded ended) {
            seat(ended.seat(), at);
        } else if (what instanceof Business.Filed filed) {
            seat(filed.seat(), at);
        } else if (what instanceof Business.ItemAdded added) {
            item(added.item(), at);
        } else if (what instanceof Business.ItemOpened opened) {
            item(opened.item(), at);
        } else if (what instanceof Business.ItemClosed closed) {
            item(closed.item(), at);
        } else if (what instanceof Business.ItemPostponed postponed) {
            item(postponed.item(), at);
        } else if (what instanceof Business.ItemWithdrawn withdrawn) {
            item(withdrawn.item(), at);
        }
    }

    private void voting(Voting what, String at) {
        if (what instanceof Voting.VoteOpened opened) {
            item(opened.item(), at);
            require(!secretByVote.containsKey(opened.vote()), at, "a second vote has the id " + opened.vote());
        } else if (what instanceof Voting.VoteClosed closed) {
            vote(closed.vote(), at);
            boolean secret = Boolean.TRUE.equals(secretByVote.get(closed.vote()));
            require(!secret || closed.ballots().isEmpty(), at, "a secret ballot must not say who chose what");
            closed.ballots().keySet().forEach(seat -> seat(seat, at));
        } else if (what instanceof Voting.Proclaimed proclaimed) {
            vote(proclaimed.vote(), at);
        } else if (what instanceof Voting.VoteAnnulled annulled) {
            vote(annulled.vote(), at);
        } else if (what instanceof Voting.ScrutineersNamed named) {
            named.seats().forEach(seat -> seat(seat, at));
        }
    }

    private void seat(String id, String at) {
        require(seats.contains(id), at, "there is no seat " + id);
    }

    private void item(String id, String at) {
        require(items.contains(id), at, "there is no agenda item " + id);
    }

    private void itemOrNone(String id, String at) {
        if (!id.isEmpty()) {
            item(id, at);
        }
    }

    private void vote(String id, String at) {
        require(secretByVote.containsKey(id), at, "the vote " + id + " was never opened");
    }

    private static void require(boolean condition, String pointer, String problem) {
        if (!condition) {
            throw new IllegalArgumentException(pointer + ": " + problem);
        }
    }
}
