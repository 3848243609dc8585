// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.excerpt;

import eu.digitalminutes.core.content.ByteRange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.TreeMap;

/** A recording of which only pieces are there: what is missing reads as zeros. */
public final class PiecesChannel implements SeekableByteChannel {
    private final TreeMap<Long, SeekableByteChannel> pieces = new TreeMap<>();
    private final long bytes;
    private long position;

    /** Of a recording of some bytes. */
    public PiecesChannel(long bytes) {
        this.bytes = bytes;
    }

    /** A piece that is there; it is closed with this. */
    public void piece(ByteRange range, SeekableByteChannel channel) {
        pieces.put(range.from(), channel);
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (position >= bytes) {
            return -1;
        }
        int wanted = (int) Math.min(into.remaining(), bytes - position);
        var before = pieces.floorEntry(position);
        if (before != null && position < before.getKey() + before.getValue().size()) {
            int limit = into.limit();
            long inside = before.getKey() + before.getValue().size() - position;
            into.limit((int) (into.position() + Math.min(wanted, inside)));
            int count = before.getValue().position(position - before.getKey()).read(into);
            into.limit(limit);
            position += Math.max(count, 0);
            return count;
        }
        Long next = pieces.higherKey(position);
        int zeros = next == null ? wanted : (int) Math.min(wanted, next - position);
        into.put(new byte[zeros]);
        position += zeros;
        return zeros;
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
        return true;
    }

    @Override
    public void close() throws IOException {
        for (SeekableByteChannel piece : pieces.values()) {
            piece.close();
        }
    }
}
