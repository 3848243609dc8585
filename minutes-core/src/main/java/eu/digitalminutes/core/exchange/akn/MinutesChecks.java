// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

import eu.digitalminutes.core.course.Course;
import eu.digitalminutes.core.event.Attending;
import eu.digitalminutes.core.event.Choice;
import eu.digitalminutes.core.event.Matter;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.presence.Presence;
import eu.digitalminutes.core.presence.Quorum;
import eu.digitalminutes.core.ruling.QuorumRuling;
import eu.digitalminutes.core.voting.Vote;
import eu.digitalminutes.core.voting.VoteResult;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The counts of minutes as a debate knows them: verifications of the legal number, votes, votes held again. */
final class MinutesChecks {
    private final Minutes minutes;
    private final Meeting meeting;
    private final MinutesEntities entities;
    private final Presence presence;
    private final Course course;
    private final AknIds ids = new AknIds();
    private final List<DebateCheck> checks = new ArrayList<>();
    private final Map<String, VoteKind> annulled = new HashMap<>();

    MinutesChecks(Minutes minutes, Course course, MinutesEntities entities) {
        this.minutes = minutes;
        this.meeting = minutes.meeting();
        this.course = course;
        this.entities = entities;
        this.presence = Presence.of(meeting);
    }

    List<DebateCheck> list() {
        return List.copyOf(checks);
    }

    /** How many members are there, and how many must be. */
    DebateCheck quorum(OffsetDateTime at, Matter matter, String place, String subject) {
        String id = ids.next("", "quorumVerification");
        List<Seat> present = presence.membersAt(at);
        List<DebateCheck.Figure> figures = new ArrayList<>();
        Optional<QuorumRuling> ruling = ruled(() -> Quorum.of(meeting, minutes.rules(), matter, present));
        ruling.ifPresent(found -> figures.add(needed(id, found.required(), "quorum", "numero legale")));
        int counted = present.size();
        figures.add(counted(id, 1, entities.concept("concept_present", "presenti"), counted));
        String outcome = ruling.map(found -> found.holds()
                        ? entities.concept("outcome_quorum-there", "numero legale presente")
                        : entities.concept("outcome_quorum-missing", "numero legale mancante"))
                .orElse("");
        return add(new DebateCheck(
                DebateCheck.Kind.QUORUM_VERIFICATION, id, place, subject, outcome, List.copyOf(figures)));
    }

    /** The figures of a vote; who chose what is told by the text, and only of an open one. */
    DebateCheck vote(Vote vote, String place, String subject) {
        boolean again = annulled.get(vote.item()) == vote.kind();
        if (vote.isAnnulled()) {
            annulled.put(vote.item(), vote.kind());
        } else {
            annulled.remove(vote.item(), vote.kind());
        }
        DebateCheck.Kind kind = again ? DebateCheck.Kind.RECOUNT : DebateCheck.Kind.VOTING;
        String id = ids.next("", kind.element());
        List<DebateCheck.Figure> figures = new ArrayList<>();
        vote.closedAt()
                .filter(at -> vote.kind() != VoteKind.ELECTION)
                .flatMap(at -> ruled(() -> required(vote, at)))
                .ifPresent(required -> figures.add(needed(id, required, "majority", "voti necessari")));
        counts(vote).forEach((meaning, value) -> figures.add(counted(id, figures.size() + 1, meaning, value)));
        String outcome = vote.isAnnulled()
                ? entities.concept("outcome_annulled", "annullata")
                : vote.proclaimed().map(entities::outcome).orElse("");
        return add(new DebateCheck(kind, id, place, subject, outcome, figures));
    }

    private DebateCheck add(DebateCheck check) {
        checks.add(check);
        return check;
    }

    private Map<String, Integer> counts(Vote vote) {
        Tally tally = vote.tally().orElse(Tally.of(0, 0, 0));
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put(entities.choice(Choice.YES), tally.yes());
        counts.put(entities.choice(Choice.NO), tally.no());
        counts.put(entities.choice(Choice.ABSTAINED), tally.abstained());
        if (tally.notVoting() > 0 || vote.ballots().containsValue(Choice.NOT_VOTING)) {
            counts.put(entities.choice(Choice.NOT_VOTING), tally.notVoting());
        }
        if (tally.blank() > 0) {
            counts.put(entities.concept("choice_blank", "schede bianche"), tally.blank());
        }
        if (tally.spoiled() > 0) {
            counts.put(entities.concept("choice_spoiled", "schede nulle"), tally.spoiled());
        }
        new TreeMap<>(vote.candidates()).forEach((name, votes) -> counts.put(entities.candidate(name), votes));
        return counts;
    }

    private int required(Vote vote, OffsetDateTime at) {
        List<String> recused = meeting.timeline().stream()
                .filter(event -> event.at().isBefore(at))
                .map(SessionEvent::what)
                .filter(what ->
                        what instanceof Attending.Recused one && one.item().equals(vote.item()))
                .map(what -> ((Attending.Recused) what).seat())
                .toList();
        return VoteResult.of(
                        new Voting.VoteOpened(
                                vote.id(), vote.item(), vote.kind(), vote.method(), vote.subject(), vote.matter()),
                        new Voting.VoteClosed(vote.id(), vote.tally().orElseThrow(), vote.ballots(), Map.of()),
                        minutes.rules(),
                        Quorum.membership(meeting),
                        presence.membersAt(at).stream().map(Seat::id).toList(),
                        recused,
                        course.presidentAt(at).map(Seat::id).orElse(""))
                .required();
    }

    /** Where the rules have no answer for these figures the debate gives the figures alone. */
    private static <T> Optional<T> ruled(Supplier<T> ask) {
        try {
            return Optional.of(ask.get());
        } catch (MinutesException e) {
            return Optional.empty();
        }
    }

    private DebateCheck.Figure needed(String check, int value, String concept, String words) {
        return new DebateCheck.Figure(
                true, check + "__quorum_1", entities.concept("concept_" + concept, words), "", Integer.toString(value));
    }

    private static DebateCheck.Figure counted(String check, int number, String meaning, int value) {
        return new DebateCheck.Figure(false, check + "__count_" + number, meaning, "", Integer.toString(value));
    }
}
