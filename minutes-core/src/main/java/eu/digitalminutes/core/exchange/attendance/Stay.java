// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.attendance;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A time in which somebody was connected (<i>periodo di collegamento</i>): from an instant on, until just before another.
 *
 * @param from the first instant
 * @param to the first instant after it
 * @param end how the end is known
 */
public record Stay(OffsetDateTime from, OffsetDateTime to, End end) {
    private static final Comparator<Stay> BY_TIME = Comparator.comparing((Stay stay) -> stay.from.toInstant())
            .thenComparing(stay -> stay.to.toInstant())
            .thenComparing(Stay::end);

    /** How the log knows that a stay ended. */
    public enum End {
        /** The log records it. */
        RECORDED,
        /** The log records that the meeting ended, and nothing before it. */
        MEETING_ENDED,
        /** The log records nothing; it is the last instant that the log speaks of. */
        LAST_EVENT
    }

    /**
     * A stay.
     *
     * @param from the first instant
     * @param to the first instant after it
     * @param end how the end is known
     * @throws IllegalArgumentException if it ends before it begins
     */
    public Stay {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(end, "end");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a stay cannot end before it begins: " + from + " to " + to);
        }
    }

    /**
     * How long it lasted.
     *
     * @return zero or more
     */
    public Duration duration() {
        return Duration.between(from, to);
    }

    /**
     * The same time told without overlaps: stays that touch or overlap become one, gaps stay, empty stays go.
     *
     * @param stays in any order
     * @return disjoint stays in order of time
     */
    public static List<Stay> union(Collection<Stay> stays) {
        List<Stay> union = new ArrayList<>();
        for (Stay stay : stays.stream().sorted(BY_TIME).toList()) {
            Stay last = union.isEmpty() ? null : union.get(union.size() - 1);
            if (stay.from.isEqual(stay.to)) {
                continue;
            }
            if (last == null || last.to.isBefore(stay.from)) {
                union.add(stay);
            } else if (last.to.isBefore(stay.to)) {
                union.set(union.size() - 1, new Stay(last.from, stay.to, stay.end));
            }
        }
        return List.copyOf(union);
    }

    /** Whether two stays share an instant. */
    boolean overlaps(Stay other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }
}
