// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.content;

import java.util.Objects;

/**
 * What identifies a file, as a whole and part by part (<i>impronta e albero delle impronte</i>).
 *
 * @param fingerprint digest and size of the whole
 * @param tree the digests of its chunks
 */
public record TreedFingerprint(Fingerprint fingerprint, ChunkTree tree) {
    /**
     * What identifies a file.
     *
     * @param fingerprint digest and size of the whole
     * @param tree the digests of its chunks
     */
    public TreedFingerprint {
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(tree, "tree");
    }
}
