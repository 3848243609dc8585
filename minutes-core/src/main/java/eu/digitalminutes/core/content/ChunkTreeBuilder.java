// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.content;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;

/** Makes the leaves of a tree while the bytes go by. */
final class ChunkTreeBuilder {
    private final MessageDigest digest = Fingerprinter.sha256();
    private final ByteArrayOutputStream leaves = new ByteArrayOutputStream();
    private long bytes;
    private int inChunk;

    void update(byte[] block, int count) {
        int from = 0;
        while (from < count) {
            if (inChunk == 0) {
                TreeHash.beginLeaf(digest);
            }
            int part = Math.min(count - from, ChunkTree.CHUNK - inChunk);
            digest.update(block, from, part);
            inChunk += part;
            from += part;
            if (inChunk == ChunkTree.CHUNK) {
                endChunk();
            }
        }
        bytes += count;
    }

    ChunkTree build() {
        if (inChunk > 0) {
            endChunk();
        }
        return new ChunkTree(bytes, leaves.toByteArray());
    }

    private void endChunk() {
        leaves.writeBytes(digest.digest());
        inChunk = 0;
    }
}
