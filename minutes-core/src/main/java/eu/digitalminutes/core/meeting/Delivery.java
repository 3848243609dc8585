// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.meeting;

import java.time.OffsetDateTime;
import java.util.Objects;

/**
 * One member's notice, delivered (<i>consegna della convocazione</i>).
 *
 * @param seat whose notice
 * @param channel how
 * @param at when it was delivered, with its zone
 * @param proof where the proof is, such as the name of an annex or the number of a receipt; empty if there is none
 */
public record Delivery(String seat, Channel channel, OffsetDateTime at, String proof) {
    /**
     * A delivery.
     *
     * @param seat whose notice
     * @param channel how
     * @param at when it was delivered, with its zone
     * @param proof where the proof is; may be empty
     */
    public Delivery {
        Objects.requireNonNull(seat, "seat");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(proof, "proof");
    }
}
