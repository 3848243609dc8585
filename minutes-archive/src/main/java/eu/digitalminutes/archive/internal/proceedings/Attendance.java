// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.proceedings;

import eu.digitalminutes.core.event.AttendanceMode;
import eu.digitalminutes.core.event.Attending;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.presence.Presence;
import eu.digitalminutes.core.presence.PresenceInterval;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How one person attended (<i>presenza</i>), as a roll call table shows it.
 *
 * @param seat who
 * @param status how the roll call found the person
 * @param mode how the person attended first; empty for who never came
 * @param movements what changed after the roll call, in order
 */
public record Attendance(Seat seat, Status status, Optional<AttendanceMode> mode, List<Movement> movements) {

    /** How the roll call found somebody. */
    public enum Status {
        /** Present at the roll call. */
        PRESENT,
        /** Not at the roll call, but later. */
        LATE,
        /** Never there, with a justification. */
        EXCUSED,
        /** Never there. */
        ABSENT
    }

    /** What a movement is. */
    public enum Direction {
        /** Came in. */
        IN,
        /** Went out, or lost the connection. */
        OUT,
        /** Went on from elsewhere, without a gap. */
        CHANGED
    }

    /**
     * A change after the roll call.
     *
     * @param at when
     * @param direction which change
     * @param mode how the person attends from then on, or did until then
     */
    public record Movement(OffsetDateTime at, Direction direction, AttendanceMode mode) {}

    /**
     * The attendance of everyone who has a seat.
     *
     * @param meeting the meeting
     * @return one entry for each seat, in the meeting's order
     */
    public static List<Attendance> allOf(Meeting meeting) {
        Presence presence = Presence.of(meeting);
        OffsetDateTime rollCall = rollCallOf(meeting);
        OffsetDateTime end = endOf(meeting);
        return meeting.seats().stream()
                .map(seat -> of(seat, presence.of(seat.id()), meeting, rollCall, end))
                .toList();
    }

    /**
     * When the roll call was over: at the verification of the quorum, else when the first item began.
     *
     * @param meeting the meeting
     * @return that instant; the one the meeting was called for if neither happened
     */
    public static OffsetDateTime rollCallOf(Meeting meeting) {
        for (SessionEvent event : meeting.events()) {
            if (event.what() instanceof Conduct.QuorumVerified
                    || event.what() instanceof Business.ItemOpened
                    || event.what() instanceof Voting.VoteOpened
                    || event.what() instanceof Conduct.Closed) {
                return event.at();
            }
        }
        return meeting.openedAt().orElse(meeting.scheduledAt());
    }

    private static OffsetDateTime endOf(Meeting meeting) {
        List<SessionEvent> events = meeting.events();
        OffsetDateTime last = events.isEmpty()
                ? meeting.scheduledAt()
                : events.get(events.size() - 1).at();
        return meeting.closedAt().orElse(last);
    }

    private static Attendance of(
            Seat seat, List<PresenceInterval> intervals, Meeting meeting, OffsetDateTime rollCall, OffsetDateTime end) {
        if (intervals.isEmpty()) {
            boolean excused = meeting.events().stream()
                    .anyMatch(event -> event.what() instanceof Attending.Excused excuse
                            && excuse.seat().equals(seat.id()));
            return new Attendance(seat, excused ? Status.EXCUSED : Status.ABSENT, Optional.empty(), List.of());
        }
        PresenceInterval first = intervals.get(0);
        boolean there = intervals.stream()
                .anyMatch(interval ->
                        !interval.from().isAfter(rollCall) && interval.to().isAfter(rollCall));
        List<Movement> movements = new ArrayList<>();
        for (int i = 0; i < intervals.size(); i++) {
            PresenceInterval now = intervals.get(i);
            boolean seamless = i > 0 && intervals.get(i - 1).to().isEqual(now.from());
            if (now.from().isAfter(rollCall)) {
                movements.add(new Movement(now.from(), seamless ? Direction.CHANGED : Direction.IN, now.mode()));
            }
            boolean goesOn =
                    i + 1 < intervals.size() && intervals.get(i + 1).from().isEqual(now.to());
            if (!goesOn && now.to().isBefore(end)) {
                movements.add(new Movement(now.to(), Direction.OUT, now.mode()));
            }
        }
        return new Attendance(
                seat, there ? Status.PRESENT : Status.LATE, Optional.of(first.mode()), List.copyOf(movements));
    }
}
