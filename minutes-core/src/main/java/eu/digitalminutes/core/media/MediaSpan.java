// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.media;

import java.time.Duration;

/**
 * Some time of a recording (<i>intervallo della registrazione</i>).
 *
 * @param from when it begins, counted from the beginning of the recording
 * @param to when it ends
 */
public record MediaSpan(Duration from, Duration to) {
    /**
     * Some time of a recording.
     *
     * @param from when it begins, counted from the beginning of the recording
     * @param to when it ends
     * @throws IllegalArgumentException if it begins before the recording, or ends before it begins
     */
    public MediaSpan {
        if (from.isNegative() || to.compareTo(from) < 0) {
            throw new IllegalArgumentException("no time of a recording lies between " + from + " and " + to);
        }
    }

    /**
     * Whether two have some time, or the instant where they meet, in common.
     *
     * @param other the other
     * @return true if they have
     */
    public boolean meets(MediaSpan other) {
        return from.compareTo(other.to) <= 0 && other.from.compareTo(to) <= 0;
    }
}
