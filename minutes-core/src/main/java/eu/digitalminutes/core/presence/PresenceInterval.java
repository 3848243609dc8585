// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.presence;

import eu.digitalminutes.core.event.AttendanceMode;
import eu.digitalminutes.core.event.Identification;
import java.time.OffsetDateTime;
import java.util.Objects;

/**
 * An unbroken stretch of one person's attendance (<i>intervallo di presenza</i>).
 *
 * @param seat who
 * @param from when it began
 * @param to when it ended; the end counts as absent, unless the meeting ended then
 * @param mode in the hall or by videoconference
 * @param identification how the person was identified at its beginning
 * @param end how it ended
 */
public record PresenceInterval(
        String seat,
        OffsetDateTime from,
        OffsetDateTime to,
        AttendanceMode mode,
        Identification identification,
        IntervalEnd end) {
    /**
     * A stretch of attendance.
     *
     * @param seat who
     * @param from when it began
     * @param to when it ended
     * @param mode in the hall or by videoconference
     * @param identification how the person was identified at its beginning
     * @param end how it ended
     */
    public PresenceInterval {
        Objects.requireNonNull(seat, "seat");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(identification, "identification");
        Objects.requireNonNull(end, "end");
    }

    /**
     * Whether an instant lies in the stretch.
     *
     * @param at when
     * @return true from the beginning on, and until before the end; at the end only if the meeting ended then
     */
    public boolean covers(OffsetDateTime at) {
        return !at.isBefore(from) && (at.isBefore(to) || (end == IntervalEnd.MEETING_ENDED && at.isEqual(to)));
    }
}
