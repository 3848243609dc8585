// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.minutes;

import java.time.OffsetDateTime;
import java.util.Objects;

/**
 * A stretch of the meeting that is declared not to be in the recording (<i>interruzione della registrazione</i>).
 *
 * @param from when it began
 * @param to when it ended
 * @param cause why
 * @param reason why, in words; may be empty
 */
public record RecordingGap(OffsetDateTime from, OffsetDateTime to, GapCause cause, String reason) {
    /**
     * A gap.
     *
     * @param from when it began
     * @param to when it ended
     * @param cause why
     * @param reason why, in words; may be empty
     * @throws IllegalArgumentException if it ends before it begins
     */
    public RecordingGap {
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(reason, "reason");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a gap cannot end at " + to + " before it begins at " + from);
        }
    }

    /**
     * Whether a stretch lies in the gap.
     *
     * @param start its beginning
     * @param end its end
     * @return true if the gap covers all of it
     */
    public boolean covers(OffsetDateTime start, OffsetDateTime end) {
        return !start.isBefore(from) && !end.isAfter(to);
    }
}
