// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.content;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/**
 * Makes the tree of a file while its bytes go by to somebody else, as they do when a recording is copied or verified
 * (<i>albero delle impronte</i>). Holds 32 bytes for each MiB. Not for several threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1">RFC 9162, 2.1</a>
 */
public final class ChunkTreeBuilder {
    private final MessageDigest digest = Fingerprinter.sha256();
    private final ByteArrayOutputStream leaves = new ByteArrayOutputStream();
    private long bytes;
    private int inChunk;

    /** Begins at the beginning of a file. */
    public ChunkTreeBuilder() {}

    /**
     * Takes the next bytes.
     *
     * @param block holds them, from its beginning; not kept
     * @param count how many they are, 0 or more
     */
    public void update(byte[] block, int count) {
        update(block, 0, count);
    }

    /**
     * Takes the next bytes.
     *
     * @param block holds them; not kept
     * @param offset where they begin in it
     * @param count how many they are, 0 or more
     */
    public void update(byte[] block, int offset, int count) {
        update(ByteBuffer.wrap(block, offset, count));
    }

    /**
     * Takes the next bytes.
     *
     * @param block all that remains of it, which is then behind its position; not kept
     */
    public void update(ByteBuffer block) {
        int end = block.limit();
        bytes += block.remaining();
        while (block.position() < end) {
            if (inChunk == 0) {
                TreeHash.beginLeaf(digest);
            }
            int part = Math.min(end - block.position(), ChunkTree.CHUNK - inChunk);
            digest.update(block.limit(block.position() + part));
            block.limit(end);
            inChunk += part;
            if (inChunk == ChunkTree.CHUNK) {
                endChunk();
            }
        }
    }

    /**
     * The tree of all that was taken. Nothing can be taken after it.
     *
     * @return the tree; that of an empty file has no leaves
     */
    public ChunkTree build() {
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
