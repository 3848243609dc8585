// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.tree;

import eu.digitalminutes.core.evidence.HashFunction;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Builds the hash tree over sorted digests level by level and writes each level as it is done; memory holds two of them.
 *
 * <p>A node is the hash of its two children in binary ascending order; the last node of an odd level rises as it is.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4998">RFC 4998, 4.2</a>
 */
public final class TreeWriter {
    /** Begins a tree's file, followed by the number of leaves and the levels, leaves first. */
    static final long MAGIC = 0x4d494e5452454531L;

    private TreeWriter() {}

    /**
     * Writes the tree.
     *
     * @param leaves sorted, without duplicates, at least one
     * @return the root
     */
    public static byte[] write(FixedRecords leaves, HashFunction function, FileChannel out) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(16).putLong(MAGIC).putLong(leaves.size());
        writeAll(out, head.flip());
        int width = leaves.width();
        MessageDigest digest = function.computation();
        byte[] level = leaves.bytes();
        int nodes = leaves.size();
        writeAll(out, ByteBuffer.wrap(level, 0, nodes * width));
        while (nodes > 1) {
            int above = (nodes + 1) / 2;
            byte[] next = new byte[above * width];
            for (int i = 0; i < nodes / 2; i++) {
                join(level, 2 * i * width, width, digest, next, i * width);
            }
            if (nodes % 2 == 1) {
                System.arraycopy(level, (nodes - 1) * width, next, (above - 1) * width, width);
            }
            level = next;
            nodes = above;
            writeAll(out, ByteBuffer.wrap(level));
        }
        return Arrays.copyOf(level, width);
    }

    private static void join(byte[] level, int at, int width, MessageDigest digest, byte[] next, int to) {
        int middle = at + width;
        if (Arrays.compareUnsigned(level, at, middle, level, middle, middle + width) <= 0) {
            digest.update(level, at, 2 * width);
        } else {
            digest.update(level, middle, width);
            digest.update(level, at, width);
        }
        try {
            digest.digest(next, to, width);
        } catch (DigestException e) {
            throw new IllegalStateException("the digest is longer than its function says", e);
        }
    }

    private static void writeAll(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }
}
