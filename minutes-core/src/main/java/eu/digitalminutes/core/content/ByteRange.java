// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.content;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Some bytes of a file, one after the other (<i>intervallo di byte</i>).
 *
 * @param from the place of the first, counted from 0
 * @param to the place after the last
 */
public record ByteRange(long from, long to) {
    /**
     * Some bytes of a file.
     *
     * @param from the place of the first, counted from 0
     * @param to the place after the last
     * @throws IllegalArgumentException if there is no byte between them
     */
    public ByteRange {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("a range has at least one byte, not " + from + " to " + to);
        }
    }

    /**
     * Some ranges with those that touch or overlap as one.
     *
     * @param ranges the ranges, in any order
     * @return in the order of the file
     */
    public static List<ByteRange> joined(Collection<ByteRange> ranges) {
        List<ByteRange> joined = new ArrayList<>();
        for (ByteRange next : ranges.stream()
                .sorted(Comparator.comparingLong(ByteRange::from))
                .toList()) {
            int last = joined.size() - 1;
            if (last >= 0 && next.from <= joined.get(last).to) {
                ByteRange before = joined.get(last);
                joined.set(last, new ByteRange(before.from, Math.max(before.to, next.to)));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    /**
     * Whether two have a byte in common.
     *
     * @param other the other
     * @return true if they have
     */
    public boolean meets(ByteRange other) {
        return from < other.to && other.from < to;
    }

    /**
     * How many bytes it has.
     *
     * @return at least 1
     */
    public long length() {
        return to - from;
    }
}
