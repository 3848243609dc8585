// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** A stretch of a file as a file of its own, to be read back and forth. Closing it leaves the file open. */
final class SliceChannel implements SeekableByteChannel {
    private final FileChannel channel;
    private final long at;
    private final long bytes;
    private long position;

    SliceChannel(FileChannel channel, long at, long bytes) {
        this.channel = channel;
        this.at = at;
        this.bytes = bytes;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (position >= bytes) {
            return -1;
        }
        int limit = into.limit();
        into.limit((int) Math.min(limit, into.position() + (bytes - position)));
        try {
            int count = channel.read(into, at + position);
            position += Math.max(count, 0);
            return count;
        } finally {
            into.limit(limit);
        }
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
        position = newPosition;
        return this;
    }

    @Override
    public long size() {
        return bytes;
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() {
        // belongs to the container
    }
}
