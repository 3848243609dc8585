// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.inplace;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Whole blocks at a place in a file, however many steps the channel takes for them. */
public final class Positioned {
    private Positioned() {}

    /**
     * Fills a block.
     *
     * @throws EOFException if the file ends before
     */
    public static void read(FileChannel channel, long at, ByteBuffer into) throws IOException {
        long from = at;
        while (into.hasRemaining()) {
            int count = channel.read(into, from);
            if (count < 0) {
                throw new EOFException("the file became shorter while it was read");
            }
            from += count;
        }
    }

    /** Writes all that is left of a block. */
    public static void write(FileChannel channel, long at, ByteBuffer block) throws IOException {
        long to = at;
        while (block.hasRemaining()) {
            to += channel.write(block, to);
        }
    }
}
