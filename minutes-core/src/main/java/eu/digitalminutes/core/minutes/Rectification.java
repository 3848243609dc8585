// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.minutes;

import eu.digitalminutes.core.content.Digest;
import java.util.Objects;

/**
 * Which earlier minutes these change, and how (<i>rettifica del verbale</i>). What was signed is never changed: the
 * change is a new act that names the old one by its digest.
 *
 * @param kind what the new version does
 * @param previous the digest of the signed container of the version before
 * @param approvedIn the name of the meeting that decided it; empty while it is not decided
 * @param reason why
 */
public record Rectification(RectificationKind kind, Digest previous, String approvedIn, String reason) {
    /**
     * A rectification.
     *
     * @param kind what the new version does
     * @param previous the digest of the signed container of the version before
     * @param approvedIn the name of the meeting that decided it; empty while it is not decided
     * @param reason why
     */
    public Rectification {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(previous, "previous");
        Objects.requireNonNull(approvedIn, "approvedIn");
        Objects.requireNonNull(reason, "reason");
    }
}
