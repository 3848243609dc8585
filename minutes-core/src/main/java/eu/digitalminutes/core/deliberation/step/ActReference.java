// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation.step;

import eu.digitalminutes.core.content.Digest;
import java.util.Objects;

/**
 * Another act, named so that it cannot be mistaken (<i>riferimento ad altro atto</i>).
 *
 * @param name its name, such as {@code c_z998-council-2026-0013}, or a judgment's court, number and year
 * @param digest the digest of the signed file
 */
public record ActReference(String name, Digest digest) {
    /**
     * Another act.
     *
     * @param name its name
     * @param digest the digest of the signed file
     * @throws IllegalArgumentException if the name is blank
     */
    public ActReference {
        Objects.requireNonNull(digest, "digest");
        if (name.isBlank()) {
            throw new IllegalArgumentException("an act has a name");
        }
    }
}
