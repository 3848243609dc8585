// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing of a lane: a mark, a bar, or a bar that begins with a mark.
 *
 * @param label what it is, in a word or two
 * @param sign the form of the mark at the first instant; {@code NONE} for a bar alone
 * @param from the instant of the mark, or the beginning of the bar
 * @param to the end of the bar, or null when there is a mark alone
 * @param tone what it means
 * @param text what to write at the beginning
 * @param endText what to write at the end of the bar; may be empty
 */
public record Row(
        String label, Sign sign, Instant from, @Nullable Instant to, Tone tone, String text, String endText) {
    /** The form of a mark, since colour alone says nothing to some. */
    public enum Sign {
        /** No mark. */
        NONE,
        /** Something that somebody says. */
        RING,
        /** Something that is proven. */
        DIAMOND,
        /** Something that was looked up. */
        DISC,
        /** Something that ended it. */
        CROSS
    }

    List<Instant> instants() {
        List<Instant> instants = new ArrayList<>();
        instants.add(from);
        if (to != null) {
            instants.add(to);
        }
        return instants;
    }
}
