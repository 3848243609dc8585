// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation;

import eu.digitalminutes.core.content.Digest;
import java.util.Objects;
import java.util.Optional;

/**
 * The earlier act that a deliberation bears on (<i>collegamento tra atti</i>).
 *
 * @param kind how
 * @param target the name of the meeting or the number of the deliberation
 * @param digest the digest of the signed file; only minutes to be approved may lack one
 */
public record Link(LinkKind kind, String target, Optional<Digest> digest) {
    /**
     * The earlier act that a deliberation bears on.
     *
     * @param kind how
     * @param target the name of the meeting or the number of the deliberation
     * @param digest the digest of the signed file
     * @throws IllegalArgumentException if the target is blank, or the digest is missing where the kind needs it
     */
    public Link {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(digest, "digest");
        if (target.isBlank() || (digest.isEmpty() && kind != LinkKind.APPROVES_MINUTES)) {
            throw new IllegalArgumentException("an act that changes another names it and its digest");
        }
    }
}
