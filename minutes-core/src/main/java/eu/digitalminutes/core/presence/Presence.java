// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.presence;

import eu.digitalminutes.core.event.AttendanceMode;
import eu.digitalminutes.core.event.Attending;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Seat;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who was there, and when (<i>presenze</i>): computed from the events of a meeting.
 *
 * <p>Losing the connection is an event {@code Left} like any other. Coming in twice, as with two devices, is one
 * presence.
 */
public final class Presence {
    private final Meeting meeting;
    private final List<PresenceInterval> intervals;

    private Presence(Meeting meeting, List<PresenceInterval> intervals) {
        this.meeting = meeting;
        this.intervals = intervals;
    }

    /**
     * The presences of a meeting.
     *
     * @param meeting the meeting
     * @return its presences; open intervals end when the meeting closed, or at its last event
     */
    public static Presence of(Meeting meeting) {
        Map<String, PresenceInterval> open = new LinkedHashMap<>();
        List<PresenceInterval> done = new ArrayList<>();
        OffsetDateTime end = meeting.scheduledAt();
        for (SessionEvent event : meeting.events()) {
            end = event.at();
            if (event.what() instanceof Attending.Joined joined) {
                join(joined.seat(), joined.mode(), event.at(), open, done);
            } else if (event.what() instanceof Attending.Left left) {
                close(left.seat(), event.at(), open, done);
            } else if (event.what() instanceof Conduct.Closed) {
                break;
            }
        }
        for (String seat : List.copyOf(open.keySet())) {
            close(seat, end, open, done);
        }
        return new Presence(meeting, List.copyOf(done));
    }

    private static void join(
            String seat,
            AttendanceMode mode,
            OffsetDateTime at,
            Map<String, PresenceInterval> open,
            List<PresenceInterval> done) {
        PresenceInterval current = open.get(seat);
        if (current != null && current.mode() == mode) {
            return;
        }
        close(seat, at, open, done);
        open.put(seat, new PresenceInterval(seat, at, at, mode));
    }

    private static void close(
            String seat, OffsetDateTime at, Map<String, PresenceInterval> open, List<PresenceInterval> done) {
        PresenceInterval interval = open.remove(seat);
        if (interval != null) {
            done.add(new PresenceInterval(seat, interval.from(), at, interval.mode()));
        }
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
     * @return the intervals, possibly none
     */
    public List<PresenceInterval> of(String seat) {
        return intervals.stream()
                .filter(interval -> interval.seat().equals(seat))
                .toList();
    }

    /**
     * Whether somebody was there.
     *
     * @param seat who
     * @param at when
     * @return true if an interval covers the instant
     */
    public boolean isPresent(String seat, OffsetDateTime at) {
        return intervals.stream().anyMatch(interval -> interval.seat().equals(seat) && covers(interval, at));
    }

    /**
     * The members of the organ who were there; attendants such as the secretary do not count.
     *
     * @param at when
     * @return the seats, in the meeting's order
     */
    public List<Seat> membersAt(OffsetDateTime at) {
        return meeting.seats().stream()
                .filter(seat -> seat.member() && isPresent(seat.id(), at))
                .toList();
    }

    private boolean covers(PresenceInterval interval, OffsetDateTime at) {
        boolean untilTheEnd = meeting.closedAt().map(interval.to()::equals).orElse(true);
        return !at.isBefore(interval.from())
                && (at.isBefore(interval.to()) || (untilTheEnd && at.isEqual(interval.to())));
    }
}
