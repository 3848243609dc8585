// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.presence;

import eu.digitalminutes.core.event.AttendanceMode;
import java.time.OffsetDateTime;
import java.util.Objects;

/**
 * An unbroken stretch of one person's attendance (<i>intervallo di presenza</i>).
 *
 * @param seat who
 * @param from when it began
 * @param to when it ended; the end counts as absent, unless the meeting ended then
 * @param mode in the hall or by videoconference
 */
public record PresenceInterval(String seat, OffsetDateTime from, OffsetDateTime to, AttendanceMode mode) {
    /**
     * A stretch of attendance.
     *
     * @param seat who
     * @param from when it began
     * @param to when it ended
     * @param mode in the hall or by videoconference
     */
    public PresenceInterval {
        Objects.requireNonNull(seat, "seat");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(mode, "mode");
    }
}
