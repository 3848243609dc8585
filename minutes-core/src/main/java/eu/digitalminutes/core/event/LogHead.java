// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.event;

import eu.digitalminutes.core.content.Digest;
import java.util.Objects;

/**
 * The end of a chained list of events (<i>ultimo anello del registro eventi</i>): how many there are, and the digest of
 * the last. With it nobody can cut the end of the list unseen.
 *
 * @param events how many events the list has
 * @param digest the digest of the last one; of an empty list, that from which the first is chained
 */
public record LogHead(int events, Digest digest) {
    /**
     * The end of a list.
     *
     * @param events how many events the list has
     * @param digest the digest of the last one
     * @throws IllegalArgumentException if the number is negative
     */
    public LogHead {
        Objects.requireNonNull(digest, "digest");
        if (events < 0) {
            throw new IllegalArgumentException("a list cannot have " + events + " events");
        }
    }
}
