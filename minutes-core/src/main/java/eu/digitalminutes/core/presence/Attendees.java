// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.presence;

import eu.digitalminutes.core.event.AttendanceMode;
import eu.digitalminutes.core.event.Attending;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.Identification;
import eu.digitalminutes.core.event.Occurrence;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.meeting.Seat;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is there now (<i>presenti</i>), as the events are taken one after the other in order of time. The cost of an event
 * does not depend on those taken before. Not for several threads.
 */
public final class Attendees {
    private final Map<String, Seat> seats = new LinkedHashMap<>();
    private final Map<String, Stay> there = new LinkedHashMap<>();
    private final Map<String, AttendanceMode> lastMode = new LinkedHashMap<>();
    private final List<Attending.Substituted> substitutions = new ArrayList<>();
    private final List<PresenceInterval> done = new ArrayList<>();
    private String item = "";
    private boolean over;

    private record Stay(OffsetDateTime from, AttendanceMode mode, Identification identification) {}

    /**
     * Nobody there yet.
     *
     * @param seats who can come
     */
    public Attendees(Collection<Seat> seats) {
        seats.forEach(this::add);
    }

    /**
     * Lets somebody more come.
     *
     * @param seat the seat
     */
    public void add(Seat seat) {
        seats.put(seat.id(), seat);
    }

    /**
     * Takes what happened next; what happens after the end of the meeting changes nothing.
     *
     * @param event the event, not before those taken already
     */
    public void accept(SessionEvent event) {
        if (over) {
            return;
        }
        Occurrence what = event.what();
        if (what instanceof Attending attending) {
            attending(attending, event.at());
        } else if (what instanceof Business.ItemOpened opened) {
            item = opened.item();
        } else if (what instanceof Business.ItemClosed
                || what instanceof Business.ItemPostponed
                || what instanceof Business.ItemWithdrawn) {
            item = "";
        } else if (what instanceof Conduct.Closed
                || what instanceof Conduct.Dissolved
                || what instanceof Conduct.Deserted
                || what instanceof Conduct.Cancelled) {
            end(event.at());
        }
    }

    private void attending(Attending what, OffsetDateTime at) {
        if (what instanceof Attending.Joined joined) {
            join(joined.seat(), joined.mode(), joined.identification(), at);
        } else if (what instanceof Attending.ConnectionRegained regained) {
            join(regained.seat(), AttendanceMode.REMOTE, regained.identification(), at);
        } else if (what instanceof Attending.Left left) {
            leave(left.seat(), at, IntervalEnd.LEFT);
        } else if (what instanceof Attending.ConnectionLost lost) {
            leave(lost.seat(), at, IntervalEnd.CONNECTION_LOST);
        } else if (what instanceof Attending.Identified identified) {
            identify(identified.seat(), identified.identification());
        } else if (what instanceof Attending.Substituted substituted) {
            substitutions.removeIf(earlier ->
                    earlier.seat().equals(substituted.seat()) && earlier.item().equals(substituted.item()));
            substitutions.add(substituted);
        }
    }

    /** Coming in twice, as with two devices, is one attendance. */
    private void join(String seat, AttendanceMode mode, Identification identification, OffsetDateTime at) {
        Stay stay = there.get(seat);
        if (stay != null && stay.mode() == mode) {
            return;
        }
        leave(seat, at, IntervalEnd.CHANGED_MODE);
        there.put(seat, new Stay(at, mode, identification));
    }

    /** Who was let in without a word is identified afterwards; a check made again does not replace the first. */
    private void identify(String seat, Identification identification) {
        Stay stay = there.get(seat);
        if (stay != null && stay.identification().isBlank()) {
            there.put(seat, new Stay(stay.from(), stay.mode(), identification));
        }
    }

    private void leave(String seat, OffsetDateTime at, IntervalEnd end) {
        Stay stay = there.remove(seat);
        if (stay != null) {
            lastMode.put(seat, stay.mode());
            done.add(new PresenceInterval(seat, stay.from(), at, stay.mode(), stay.identification(), end));
        }
    }

    /**
     * Ends every attendance, as the end of a meeting does.
     *
     * @param at when
     */
    void end(OffsetDateTime at) {
        for (String seat : List.copyOf(there.keySet())) {
            leave(seat, at, IntervalEnd.MEETING_ENDED);
        }
        over = true;
    }

    /**
     * Whether somebody is there.
     *
     * @param seat who
     * @return true if so
     */
    public boolean isPresent(String seat) {
        return there.containsKey(seat);
    }

    /**
     * How somebody attends.
     *
     * @param seat who
     * @return the mode, or empty if the person is not there
     */
    public Optional<AttendanceMode> mode(String seat) {
        return Optional.ofNullable(there.get(seat)).map(Stay::mode);
    }

    /**
     * Those who count as members and are there: members, and who sits in a member's place.
     *
     * @return seats, in the order in which they were added
     */
    public List<Seat> members() {
        return seats.values().stream()
                .filter(seat -> isPresent(seat.id()) && countsAsMember(seat))
                .toList();
    }

    /**
     * Whether a person counts as a member now: in his own right, or in a member's place.
     *
     * @param seat the seat
     * @return true if so; false for a member whose place somebody else has taken
     */
    private boolean countsAsMember(Seat seat) {
        boolean counts = seat.member();
        for (Attending.Substituted one : substitutions) {
            if (one.item().isEmpty() || one.item().equals(item)) {
                if (one.by().equals(seat.id())) {
                    counts = true;
                } else if (one.seat().equals(seat.id())) {
                    counts = false;
                }
            }
        }
        return counts;
    }

    /**
     * The point under treatment.
     *
     * @return its id, or empty if there is none
     */
    public Optional<String> item() {
        return item.isEmpty() ? Optional.empty() : Optional.of(item);
    }

    /**
     * The stretches of attendance that ended.
     *
     * @return a copy, in the order in which they ended
     */
    List<PresenceInterval> intervals() {
        return List.copyOf(done);
    }

    /**
     * The last instant at which nothing is open.
     *
     * @return whether the meeting is over
     */
    boolean isOver() {
        return over;
    }
}
