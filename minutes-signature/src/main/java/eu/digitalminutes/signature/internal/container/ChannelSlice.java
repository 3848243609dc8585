// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.container;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Objects;

/** A stretch of a file as a stream; several may be read at once, since none moves the channel's position. */
final class ChannelSlice extends InputStream {
    private final FileChannel channel;
    private long at;
    private long left;

    ChannelSlice(FileChannel channel, long at, long bytes) {
        this.channel = channel;
        this.at = at;
        this.left = bytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] block, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, block.length);
        if (length == 0) {
            return 0;
        }
        if (left == 0) {
            return -1;
        }
        int count = channel.read(ByteBuffer.wrap(block, offset, (int) Math.min(length, left)), at);
        if (count < 0) {
            throw new EOFException("the container became shorter while it was read");
        }
        at += count;
        left -= count;
        return count;
    }

    @Override
    public int available() {
        return (int) Math.min(left, Integer.MAX_VALUE);
    }
}
