// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.live;

import eu.digitalminutes.core.course.SessionState;
import eu.digitalminutes.core.event.Attending;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.Matter;
import eu.digitalminutes.core.event.Occurrence;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.presence.Attendees;
import eu.digitalminutes.core.presence.Quorum;
import eu.digitalminutes.core.rules.LocalRules;
import eu.digitalminutes.core.ruling.QuorumRuling;
import eu.digitalminutes.core.ruling.VoteRuling;
import eu.digitalminutes.core.voting.VoteResult;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What follows from the events so far. Each event costs the same, however many came before. */
final class LiveState {
    private final Meeting head;
    private final LocalRules rules;
    private final Attendees attendees;
    private final Map<String, OpenVote> open = new LinkedHashMap<>();
    private final Map<String, Set<String>> recused = new HashMap<>();
    private SessionState session = SessionState.CONVENED;
    private String chair = "";

    LiveState(Meeting head, LocalRules rules) {
        this.head = head;
        this.rules = rules;
        this.attendees = new Attendees(head.seats());
    }

    void accept(SessionEvent event) {
        Occurrence what = event.what();
        attendees.accept(event);
        if (what instanceof Conduct.Opened opened) {
            chair = opened.president();
        } else if (what instanceof Conduct.ChairTaken taken) {
            chair = taken.seat();
        } else if (what instanceof Attending.Recused recusal) {
            recused.computeIfAbsent(recusal.item(), item -> new HashSet<>()).add(recusal.seat());
        } else if (what instanceof Voting.VoteOpened opened) {
            open.put(opened.vote(), new OpenVote(opened, event.at(), quorum(opened.matter())));
        } else if (what instanceof Voting.VoteClosed closed) {
            open.remove(closed.vote());
        } else if (what instanceof Voting.VoteAnnulled annulled) {
            open.remove(annulled.vote());
        }
        session = session.after(what).orElse(session);
    }

    /** What a count would give; empty for an election, a vote that is not open, and more present than the organ has. */
    Optional<VoteRuling> resultOf(Voting.VoteClosed closed) {
        OpenVote vote = open.get(closed.vote());
        if (vote == null || vote.opening().kind() == VoteKind.ELECTION) {
            return Optional.empty();
        }
        List<String> present = attendees.members().stream().map(Seat::id).toList();
        if (present.size() > Quorum.membership(head).components()) {
            return Optional.empty();
        }
        Set<String> bound = recused.getOrDefault(vote.opening().item(), Set.of());
        return Optional.of(
                VoteResult.of(vote.opening(), closed, rules, Quorum.membership(head), present, bound, chair));
    }

    QuorumRuling quorum(Matter matter) {
        return Quorum.of(head, rules, matter, attendees.members());
    }

    SessionState session() {
        return session;
    }

    List<OpenVote> openVotes() {
        return List.copyOf(open.values());
    }

    Attendees attendees() {
        return attendees;
    }
}
