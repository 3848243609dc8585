// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.fixity;

import eu.digitalminutes.core.content.Fingerprinter;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/** The digests of a file, chunk by chunk: what an audit compares, and where it can go on. */
final class Leaves {
    /** So much is read again at most when an audit is killed. */
    static final int CHUNK = 8 << 20;

    static final int LENGTH = 32;

    private final MessageDigest digest = Fingerprinter.sha256();
    private final ByteArrayOutputStream leaves = new ByteArrayOutputStream();
    private int inChunk;

    /** How many chunks a file of that size has; an empty one has none. */
    static int count(long bytes) {
        return Math.toIntExact((bytes + CHUNK - 1) / CHUNK);
    }

    /** The leaf at a place of a table of leaves. */
    static byte[] at(byte[] table, int index) {
        return Arrays.copyOfRange(table, index * LENGTH, (index + 1) * LENGTH);
    }

    void update(byte[] block, int offset, int length) {
        int from = offset;
        int left = length;
        while (left > 0) {
            int count = Math.min(left, CHUNK - inChunk);
            digest.update(block, from, count);
            inChunk += count;
            from += count;
            left -= count;
            if (inChunk == CHUNK) {
                finishChunk();
            }
        }
    }

    /** The table of all leaves. */
    byte[] finish() {
        if (inChunk > 0) {
            finishChunk();
        }
        return leaves.toByteArray();
    }

    private void finishChunk() {
        leaves.writeBytes(digest.digest());
        inChunk = 0;
    }
}
