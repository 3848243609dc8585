// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.presence;

import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Seat;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Who was there, and when (<i>presenze</i>): computed from the events of a meeting.
 *
 * <p>Losing the connection ends an attendance as leaving does. Coming in twice, as with two devices, is one presence.
 */
public final class Presence {
    private final List<PresenceInterval> intervals;
    private final Map<String, List<PresenceInterval>> bySeat = new LinkedHashMap<>();
    private final NavigableMap<Instant, List<Seat>> membersFrom;

    private Presence(List<PresenceInterval> intervals, NavigableMap<Instant, List<Seat>> membersFrom) {
        this.intervals = intervals;
        this.membersFrom = membersFrom;
        for (PresenceInterval interval : intervals) {
            bySeat.computeIfAbsent(interval.seat(), seat -> new ArrayList<>()).add(interval);
        }
    }

    /**
     * The presences of a meeting. Takes each event once.
     *
     * @param meeting the meeting
     * @return its presences; open intervals end when the meeting ended, or at its last event
     */
    public static Presence of(Meeting meeting) {
        Attendees attendees = new Attendees(meeting.seats());
        NavigableMap<Instant, List<Seat>> members = new TreeMap<>();
        List<Seat> there = List.of();
        OffsetDateTime last = meeting.scheduledAt();
        for (SessionEvent event : meeting.timeline()) {
            if (attendees.isOver()) {
                break;
            }
            last = event.at();
            List<Seat> before = there;
            attendees.accept(event);
            there = attendees.members();
            if (attendees.isOver()) {
                members.put(last.toInstant().plusNanos(1), List.of());
            } else if (!there.equals(before)) {
                members.put(last.toInstant(), there);
            }
        }
        attendees.end(last);
        return new Presence(attendees.intervals(), members);
    }

    /**
     * Every interval, in the order in which they ended.
     *
     * @return an immutable list
     */
    public List<PresenceInterval> intervals() {
        return intervals;
    }

    /**
     * The intervals of one person.
     *
     * @param seat who
     * @return the intervals in order of time, possibly none; they do not overlap
     */
    public List<PresenceInterval> of(String seat) {
        return List.copyOf(bySeat.getOrDefault(seat, List.of()));
    }

    /**
     * Whether somebody was there.
     *
     * @param seat who
     * @param at when
     * @return true if an interval covers the instant
     */
    public boolean isPresent(String seat, OffsetDateTime at) {
        return bySeat.getOrDefault(seat, List.of()).stream().anyMatch(interval -> interval.covers(at));
    }

    /**
     * Whether somebody was there all the time, as who votes must be.
     *
     * @param seat who
     * @param from the beginning
     * @param to the end
     * @return true if the person was there without a gap; a change of mode is no gap
     */
    public boolean isPresentThroughout(String seat, OffsetDateTime from, OffsetDateTime to) {
        OffsetDateTime reached = from;
        for (PresenceInterval interval : bySeat.getOrDefault(seat, List.of())) {
            if (interval.covers(reached)) {
                if (interval.covers(to)) {
                    return true;
                }
                reached = interval.to();
            }
        }
        return false;
    }

    /**
     * Those who were there and counted as members: members, and who sat in a member's place; attendants such as the
     * secretary do not count.
     *
     * @param at when
     * @return the seats, in the meeting's order
     */
    public List<Seat> membersAt(OffsetDateTime at) {
        Map.Entry<Instant, List<Seat>> entry = membersFrom.floorEntry(at.toInstant());
        return entry == null ? List.of() : entry.getValue();
    }
}
