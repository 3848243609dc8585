// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.agenda;

import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.EventSource;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Seat;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The marks of a hall system as events of a meeting (<i>indice da marcature d'aula</i>): a new item opens that item, a
 * speaker takes the floor.
 */
public final class MarkedEvents {
    private final List<SessionEvent> events = new ArrayList<>();
    private final List<HallMark> unresolved = new ArrayList<>();

    private MarkedEvents() {}

    /**
     * Events of a meeting.
     *
     * @param marks the marks, in order
     * @param meeting the meeting, for its agenda and its seats; speakers are found by id or account, never by name
     * @param zero the instant of the recording's first frame, for marks that count from there
     * @param system the name of the system, which the events carry as their source
     * @return the events, and the marks that name an item or a speaker that the meeting lacks
     */
    public static MarkedEvents of(List<HallMark> marks, Meeting meeting, OffsetDateTime zero, String system) {
        MarkedEvents marked = new MarkedEvents();
        String current = "";
        for (HallMark mark : marks) {
            OffsetDateTime at =
                    mark.at().orElseGet(() -> zero.plus(mark.offset().orElseThrow()));
            Optional<String> item = itemOf(mark.item(), meeting);
            Optional<String> seat = seatOf(mark.speaker(), meeting);
            if ((!mark.item().isBlank() && item.isEmpty()) || (!mark.speaker().isBlank() && seat.isEmpty())) {
                marked.unresolved.add(mark);
            }
            EventSource source = EventSource.device(system);
            if (item.isPresent() && !item.get().equals(current)) {
                current = item.get();
                marked.events.add(
                        SessionEvent.of(at, new Business.ItemOpened(current)).from(source));
            }
            seat.ifPresent(who -> marked.events.add(
                    SessionEvent.of(at, new Business.Spoke(who, "")).from(source)));
        }
        return marked;
    }

    /**
     * What could be told from the marks.
     *
     * @return the events, in the order of the marks
     */
    public List<SessionEvent> events() {
        return List.copyOf(events);
    }

    /**
     * The marks that name an item or a speaker that the meeting lacks; what else they say is among the events.
     *
     * @return the marks, possibly none; they are the secretary's to resolve
     */
    public List<HallMark> unresolved() {
        return List.copyOf(unresolved);
    }

    private static Optional<String> itemOf(String word, Meeting meeting) {
        String plain = word.strip();
        return meeting.agenda().stream()
                .filter(item -> item.id().equals(plain) || item.number().equalsIgnoreCase(plain))
                .map(AgendaItem::id)
                .findFirst();
    }

    private static Optional<String> seatOf(String word, Meeting meeting) {
        String plain = word.strip();
        String account = plain.toLowerCase(Locale.ROOT);
        List<String> found = meeting.seats().stream()
                .filter(seat -> seat.id().equals(plain) || seat.accounts().contains(account))
                .map(Seat::id)
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
