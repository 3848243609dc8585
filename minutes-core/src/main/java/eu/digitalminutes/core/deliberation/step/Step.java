// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation.step;

import java.time.OffsetDateTime;
import java.util.Objects;

/**
 * One step of a deliberation: what, when, by whom and why (<i>passaggio dell'iter</i>).
 *
 * @param at when, with its zone; its local date is the day that the law counts
 * @param by who, in words such as name and office
 * @param reason why; may be empty where the law asks for no reasons
 * @param what the step itself
 */
public record Step(OffsetDateTime at, String by, String reason, Advance what) {
    /**
     * One step of a deliberation.
     *
     * @param at when
     * @param by who
     * @param reason why; may be empty
     * @param what the step itself
     * @throws IllegalArgumentException if nobody takes it
     */
    public Step {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(what, "what");
        if (by.isBlank()) {
            throw new IllegalArgumentException("a step is taken by somebody");
        }
    }

    /**
     * A step without reasons.
     *
     * @param at when
     * @param by who
     * @param what the step itself
     * @return the step
     * @throws IllegalArgumentException if nobody takes it
     */
    public static Step of(OffsetDateTime at, String by, Advance what) {
        return new Step(at, by, "", what);
    }

    /**
     * This step with its reasons.
     *
     * @param words why
     * @return a new step
     */
    public Step because(String words) {
        return new Step(at, by, words, what);
    }
}
