// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.form;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SeekableByteChannel;

/**
 * A channel whose small reads are answered from one window of 64 KiB: where a read is a request to a store, or a move
 * begins anew, a walk over headers costs one for each window. What is larger than a window passes by it.
 */
final class WindowedChannel extends ReadOnlyChannel {
    static final int WINDOW = 1 << 16;

    private final SeekableByteChannel channel;
    private final long size;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
    private long start;
    private long position;

    WindowedChannel(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (!channel.isOpen()) {
            throw new ClosedChannelException();
        }
        if (position >= size || !target.hasRemaining()) {
            return target.hasRemaining() ? -1 : 0;
        }
        boolean inside = position >= start && position < start + window.limit();
        if (!inside && target.remaining() >= WINDOW) {
            int count = channel.position(position).read(target);
            position += Math.max(count, 0);
            return count;
        }
        if (!inside && !fill()) {
            return -1;
        }
        int from = (int) (position - start);
        int count = Math.min(target.remaining(), window.limit() - from);
        target.put(window.slice(from, count));
        position += count;
        return count;
    }

    /** Windows begin at multiples of their length, so that walking back is as cheap as walking on. */
    private boolean fill() throws IOException {
        long place = position - position % WINDOW;
        window.clear();
        channel.position(place);
        while (window.hasRemaining() && channel.read(window) >= 0) {
            // until full, or the end
        }
        window.flip();
        start = place;
        return position < start + window.limit();
    }

    @Override
    public SeekableByteChannel position(long place) {
        if (place < 0) {
            throw new IllegalArgumentException("a position must not be negative: " + place);
        }
        position = place;
        return this;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
