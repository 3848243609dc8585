// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.attendance;

import java.util.Objects;

/**
 * The secretary's word on who somebody without known account was (<i>accertamento dell'identità</i>).
 *
 * @param participant whom the log shows
 * @param seat the id of the seat
 * @param by who says so
 * @param how how they know, such as {@code face on video at the roll call}
 */
public record Resolution(LogParticipant participant, String seat, String by, String how) {
    /**
     * A resolution.
     *
     * @param participant whom the log shows
     * @param seat the id of the seat
     * @param by who says so
     * @param how how they know
     * @throws IllegalArgumentException if it does not say who resolved it, or how
     */
    public Resolution {
        Objects.requireNonNull(participant, "participant");
        Objects.requireNonNull(seat, "seat");
        if (by.isBlank() || how.isBlank()) {
            throw new IllegalArgumentException("a resolution says who made it and how they know");
        }
    }
}
