// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.redaction;

import eu.digitalminutes.core.course.Section;
import eu.digitalminutes.core.event.Attending;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.Occurrence;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.meeting.Convocation;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Person;
import eu.digitalminutes.core.meeting.Seat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Copies a meeting and leaves out what is not for the public. */
final class Redaction {
    private final Meeting full;
    private final ShownAgenda agenda;
    private final Set<String> guests;

    Redaction(Meeting full, String secretTitle) {
        this.full = full;
        this.agenda = new ShownAgenda(full, secretTitle);
        this.guests = guestsBehindClosedDoors(full);
    }

    Meeting meeting() {
        List<SessionEvent> events = new ArrayList<>();
        ShownEvents shown = new ShownEvents(full, agenda);
        IdentityHashMap<SessionEvent, Boolean> closedDoors = closedDoors(full);
        for (SessionEvent event : full.events()) {
            boolean closed = Boolean.TRUE.equals(closedDoors.get(event));
            Optional.of(event.what())
                    .filter(what -> seatsOf(what).stream().noneMatch(guests::contains))
                    .flatMap(what -> shown.of(what, closed))
                    .map(what -> SessionEvent.of(event.at(), what))
                    .map(bare -> event.isLate() ? bare.enteredAt(event.recordedAt()) : bare)
                    .ifPresent(events::add);
        }
        Meeting.Builder builder = Meeting.of(
                        full.municipality(),
                        full.organ(),
                        full.id().year(),
                        full.id().number(),
                        full.scheduledAt(),
                        full.place())
                .kind(full.kind())
                .call(full.call())
                .publicity(full.publicity())
                .mode(full.mode())
                .remoteRegulation(full.remoteRegulation())
                .broadcast(full.broadcast())
                .seats(full.seats().stream()
                        .filter(seat -> !guests.contains(seat.id()))
                        .map(Redaction::withNameOnly)
                        .toList())
                .agenda(agenda.items())
                .events(events);
        full.convocation().ifPresent(notice -> builder.convocation(Convocation.sent(notice.sentAt())));
        return builder.build();
    }

    /** By event whether the public was out; two events may be equal, so they are told apart by identity. */
    private static IdentityHashMap<SessionEvent, Boolean> closedDoors(Meeting full) {
        IdentityHashMap<SessionEvent, Boolean> closed = new IdentityHashMap<>();
        for (Section section : Section.allOf(full)) {
            section.events().forEach(event -> closed.put(event, section.isSecret()));
        }
        return closed;
    }

    /** Who is no member and appears behind closed doors only: a name that would tell what was spoken of. */
    private static Set<String> guestsBehindClosedDoors(Meeting full) {
        Set<String> inside = new HashSet<>();
        Set<String> outside = new HashSet<>();
        for (Section section : Section.allOf(full)) {
            for (SessionEvent event : section.events()) {
                (section.isSecret() ? inside : outside).addAll(seatsOf(event.what()));
            }
        }
        full.seats().stream().filter(Seat::member).map(Seat::id).forEach(inside::remove);
        full.events().forEach(event -> inside.removeAll(actingIn(event.what())));
        inside.removeAll(outside);
        return inside;
    }

    /** Who leads the meeting or votes in it is no guest. */
    private static Set<String> actingIn(Occurrence what) {
        if (what instanceof Conduct.Opened opened) {
            return new HashSet<>(List.of(opened.president(), opened.secretary()));
        } else if (what instanceof Conduct.ChairTaken taken) {
            return Set.of(taken.seat());
        } else if (what instanceof Conduct.QuorumChallenged challenged) {
            return Set.of(challenged.seat());
        }
        return what instanceof Voting.VoteClosed closed ? closed.ballots().keySet() : Set.of();
    }

    /** Whom an event is about; nobody for most. */
    private static List<String> seatsOf(Occurrence what) {
        if (what instanceof Attending attending) {
            return seatsOf(attending);
        } else if (what instanceof Business.Spoke spoke) {
            return List.of(spoke.seat());
        } else if (what instanceof Business.SpeechEnded ended) {
            return List.of(ended.seat());
        } else if (what instanceof Business.Filed filed) {
            return List.of(filed.seat());
        } else if (what instanceof Conduct.SecretaryTaken taken) {
            return List.of(taken.seat());
        }
        return what instanceof Voting.ScrutineersNamed named ? named.seats() : List.of();
    }

    private static List<String> seatsOf(Attending what) {
        if (what instanceof Attending.Joined joined) {
            return List.of(joined.seat());
        } else if (what instanceof Attending.Left left) {
            return List.of(left.seat());
        } else if (what instanceof Attending.ConnectionLost lost) {
            return List.of(lost.seat());
        } else if (what instanceof Attending.ConnectionRegained regained) {
            return List.of(regained.seat());
        } else if (what instanceof Attending.Identified identified) {
            return List.of(identified.seat());
        } else if (what instanceof Attending.Excused excused) {
            return List.of(excused.seat());
        } else if (what instanceof Attending.OnMission mission) {
            return List.of(mission.seat());
        } else if (what instanceof Attending.Recused recused) {
            return List.of(recused.seat());
        } else if (what instanceof Attending.Substituted substituted) {
            return List.of(substituted.seat(), substituted.by());
        }
        return List.of();
    }

    private static Seat withNameOnly(Seat seat) {
        Person person = new Person(seat.person().givenName(), seat.person().familyName(), "");
        return new Seat(seat.id(), person, seat.role(), seat.group(), seat.member(), seat.term(), Set.of());
    }
}
