// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.course;

import java.time.OffsetDateTime;
import java.util.Objects;

/**
 * A stretch of time of a meeting (<i>intervallo</i>).
 *
 * @param from its beginning, included
 * @param to its end, excluded
 */
public record Span(OffsetDateTime from, OffsetDateTime to) {
    /**
     * A stretch of time.
     *
     * @param from its beginning, included
     * @param to its end, excluded
     * @throws IllegalArgumentException if it ends before it begins
     */
    public Span {
        Objects.requireNonNull(from, "from");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a stretch cannot end at " + to + " before it begins at " + from);
        }
    }

    /**
     * Whether an instant lies in it.
     *
     * @param at when
     * @return true from the beginning on, and until before the end
     */
    public boolean covers(OffsetDateTime at) {
        return !at.isBefore(from) && at.isBefore(to);
    }
}
