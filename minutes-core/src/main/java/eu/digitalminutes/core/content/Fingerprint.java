// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.content;

import java.util.Objects;

/**
 * What identifies a file's content: its digest (<i>impronta</i>) and its size.
 *
 * @param digest the SHA-256 digest of all its bytes
 * @param bytes its size in bytes, zero or more
 */
public record Fingerprint(Digest digest, long bytes) {
    /**
     * A fingerprint.
     *
     * @param digest the SHA-256 digest of all its bytes
     * @param bytes its size in bytes
     * @throws IllegalArgumentException if the size is negative
     */
    public Fingerprint {
        Objects.requireNonNull(digest, "digest");
        if (bytes < 0) {
            throw new IllegalArgumentException("a size cannot be negative: " + bytes);
        }
    }
}
