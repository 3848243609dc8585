// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.agenda;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;

/**
 * What the operator in the hall marked (<i>marcatura</i>): at a time, an item, a speaker, or both.
 *
 * @param offset the time from the first frame of the recording, if the system counts so
 * @param at the instant, if the system knows it
 * @param item the number of the item; empty where there is none
 * @param speaker who speaks, as the system names them: an id, an account, a name; empty where there is none
 * @param label what the mark says, or its kind; empty where there is none
 */
public record HallMark(
        Optional<Duration> offset, Optional<OffsetDateTime> at, String item, String speaker, String label) {
    /**
     * A mark.
     *
     * @param offset the time from the first frame
     * @param at the instant
     * @param item the number of the item, or empty
     * @param speaker who speaks, or empty
     * @param label what the mark says, or empty
     * @throws IllegalArgumentException if it has no time at all, or one before the recording
     */
    public HallMark {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(speaker, "speaker");
        Objects.requireNonNull(label, "label");
        if (offset.isEmpty() && at.isEmpty()) {
            throw new IllegalArgumentException("a mark needs an offset or an instant");
        }
        if (offset.filter(Duration::isNegative).isPresent()) {
            throw new IllegalArgumentException("a mark cannot lie before the recording: " + offset.get());
        }
    }
}
