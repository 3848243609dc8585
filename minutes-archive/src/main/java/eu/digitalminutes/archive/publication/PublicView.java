// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication;

import eu.digitalminutes.archive.internal.proceedings.Section;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.event.Attending;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.Filming;
import eu.digitalminutes.core.event.Occurrence;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Person;
import eu.digitalminutes.core.meeting.Publicity;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.MinutesException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the public may see of some minutes (<i>versione pubblicabile</i>). The page is drawn from this alone, so that
 * what was taken away here cannot come back anywhere.
 *
 * <p>Of a secret item its number stays. Who came for it alone, without being a member, is not named either. Tax codes, reasons of absence, causes of departure and means of identification
 * go in any case: nobody needs them to follow a meeting, and they may tell of somebody's health.
 *
 * @see <a href="https://www.garanteprivacy.it/home/docweb/-/docweb-display/docweb/3134436">Garante privacy, Linee guida
 *     15 May 2014; D.Lgs. 196/2003, art. 2-septies(8)</a>
 */
final class PublicView {
    private final Minutes minutes;
    private final boolean partial;
    private final Set<String> secretParts;

    private PublicView(Minutes minutes, boolean partial, Set<String> secretParts) {
        this.minutes = minutes;
        this.partial = partial;
        this.secretParts = secretParts;
    }

    /**
     * The public view of some minutes.
     *
     * @param full the minutes
     * @param secretTitle what stands for the title of a secret item
     * @throws MinutesException if the whole meeting was secret
     */
    static PublicView of(Minutes full, String secretTitle) {
        Meeting meeting = full.meeting();
        if (meeting.publicity() == Publicity.SECRET) {
            throw new MinutesException(
                    "MEETING_SECRET",
                    "the meeting " + meeting.id() + " was closed to the public: it has no public page");
        }
        Map<String, AgendaItem> shown = shownItems(meeting, secretTitle);
        Minutes shownMinutes = Minutes.of(new Redaction(meeting, shown).meeting(), full.rules());
        for (RecordingPart part : full.recordings()) {
            shownMinutes = shownMinutes.withRecording(part);
        }
        boolean partial = meeting.agenda().stream().anyMatch(PublicView::isSecret);
        return new PublicView(shownMinutes, partial, secretParts(full));
    }

    /** The minutes as the public may see them. */
    Minutes minutes() {
        return minutes;
    }

    /** Whether something was secret, so that no document that holds everything may be published. */
    boolean isPartial() {
        return partial;
    }

    /** Whether a part of the recording holds something secret. */
    boolean isSecret(String part) {
        return secretParts.contains(part);
    }

    static boolean isSecret(AgendaItem item) {
        return item.publicity() == Publicity.SECRET;
    }

    /** Even the id of a secret item may tell what it is about. */
    private static Map<String, AgendaItem> shownItems(Meeting meeting, String secretTitle) {
        Map<String, AgendaItem> shown = new HashMap<>();
        Set<String> taken = new HashSet<>();
        meeting.agenda().stream()
                .filter(item -> !isSecret(item))
                .map(AgendaItem::id)
                .forEach(taken::add);
        int count = 0;
        for (AgendaItem item : meeting.agenda()) {
            if (isSecret(item)) {
                do {
                    count++;
                } while (!taken.add("closed-" + count));
                shown.put(item.id(), AgendaItem.of("closed-" + count, item.number(), secretTitle, Publicity.SECRET));
            } else {
                shown.put(item.id(), item);
            }
        }
        return shown;
    }

    private static Set<String> secretParts(Minutes full) {
        Set<String> parts = new HashSet<>();
        List<Section> sections = Section.allOf(full.meeting());
        for (int i = 0; i < sections.size(); i++) {
            OffsetDateTime from = sections.get(i).startedAt().orElse(null);
            if (!sections.get(i).isSecret() || from == null) {
                continue;
            }
            Optional<OffsetDateTime> to =
                    i + 1 < sections.size() ? sections.get(i + 1).startedAt() : Optional.empty();
            full.recordings().stream()
                    .filter(part -> part.end().isAfter(from)
                            && to.map(end -> part.start().isBefore(end)).orElse(true))
                    .map(RecordingPart::name)
                    .forEach(parts::add);
        }
        return Set.copyOf(parts);
    }

    /** Copies a meeting and leaves out what is not for the public. */
    private static final class Redaction {
        private final Meeting full;
        private final Map<String, AgendaItem> shown;
        private final Set<String> guests;
        private final Set<String> secretVotes = new HashSet<>();
        private final List<SessionEvent> events = new ArrayList<>();

        Redaction(Meeting full, Map<String, AgendaItem> shown) {
            this.full = full;
            this.shown = shown;
            this.guests = guestsBehindClosedDoors(full);
        }

        Meeting meeting() {
            for (Section section : Section.allOf(full)) {
                for (SessionEvent event : section.events()) {
                    Optional.of(event.what())
                            .filter(what -> !guests.contains(seatOf(what)))
                            .flatMap(what -> what(what, section.isSecret()))
                            .ifPresent(what -> events.add(SessionEvent.of(event.at(), what)));
                }
            }
            return Meeting.of(
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
                    .seats(full.seats().stream()
                            .filter(seat -> !guests.contains(seat.id()))
                            .map(Redaction::withoutTaxCode)
                            .toList())
                    .agenda(full.agenda().stream()
                            .map(item -> shownAs(item.id()))
                            .toList())
                    .events(events)
                    .build();
        }

        /** Who is no member and appears behind closed doors only: a name that would tell what was spoken of. */
        private static Set<String> guestsBehindClosedDoors(Meeting full) {
            Set<String> inside = new HashSet<>();
            Set<String> outside = new HashSet<>();
            for (Section section : Section.allOf(full)) {
                for (SessionEvent event : section.events()) {
                    (section.isSecret() ? inside : outside).add(seatOf(event.what()));
                }
            }
            full.seats().stream().filter(Seat::member).map(Seat::id).forEach(inside::remove);
            full.president().map(Seat::id).ifPresent(inside::remove);
            full.secretary().map(Seat::id).ifPresent(inside::remove);
            inside.removeAll(outside);
            inside.remove("");
            return inside;
        }

        /** Whom an event is about; empty for most. */
        private static String seatOf(Occurrence what) {
            if (what instanceof Attending.Joined joined) {
                return joined.seat();
            } else if (what instanceof Attending.Left left) {
                return left.seat();
            } else if (what instanceof Attending.Excused excused) {
                return excused.seat();
            } else if (what instanceof Business.Spoke spoke) {
                return spoke.seat();
            } else if (what instanceof Attending.Recused recused) {
                return recused.seat();
            }
            return "";
        }

        private Optional<Occurrence> what(Occurrence what, boolean behindClosedDoors) {
            if (what instanceof Business.ItemOpened opened) {
                return Optional.of(
                        new Business.ItemOpened(shownAs(opened.item()).id()));
            } else if (what instanceof Attending.Joined joined) {
                return Optional.of(new Attending.Joined(joined.seat(), joined.mode(), ""));
            } else if (what instanceof Attending.Left left) {
                return Optional.of(new Attending.Left(left.seat(), ""));
            } else if (what instanceof Attending.Excused excused) {
                return Optional.of(new Attending.Excused(excused.seat(), ""));
            } else if (what instanceof Voting.VoteOpened
                    || what instanceof Voting.VoteClosed
                    || what instanceof Voting.Proclaimed) {
                return vote(what);
            } else if (what instanceof Attending.Recused recused) {
                boolean secret = behindClosedDoors || isSecret(shownAs(recused.item()));
                return secret ? Optional.empty() : Optional.of(what);
            } else if (!behindClosedDoors) {
                return Optional.of(what);
            }
            return withoutWords(what);
        }

        private Optional<Occurrence> vote(Occurrence what) {
            if (what instanceof Voting.VoteOpened opened && isSecret(shownAs(opened.item()))) {
                secretVotes.add(opened.vote());
            }
            String vote = what instanceof Voting.VoteOpened opened
                    ? opened.vote()
                    : what instanceof Voting.VoteClosed closed ? closed.vote() : ((Voting.Proclaimed) what).vote();
            return secretVotes.contains(vote) ? Optional.empty() : Optional.of(what);
        }

        /** What is left of an event behind closed doors: that it happened, if it moves the clock of the meeting. */
        private static Optional<Occurrence> withoutWords(Occurrence what) {
            if (what instanceof Conduct.Suspended) {
                return Optional.of(new Conduct.Suspended(""));
            } else if (what instanceof Filming.RecordingStopped stopped) {
                return Optional.of(new Filming.RecordingStopped(stopped.part(), ""));
            }
            boolean spoken = what instanceof Business.Spoke || what instanceof Business.Noted;
            return spoken ? Optional.empty() : Optional.of(what);
        }

        private AgendaItem shownAs(String item) {
            AgendaItem found = shown.get(item);
            if (found == null) {
                throw new IllegalArgumentException("no agenda item " + item);
            }
            return found;
        }

        private static Seat withoutTaxCode(Seat seat) {
            Person person = new Person(seat.person().givenName(), seat.person().familyName(), "");
            return new Seat(seat.id(), person, seat.role(), seat.group(), seat.member(), seat.term(), Set.of());
        }
    }
}
