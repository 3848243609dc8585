// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.excerpt;

import eu.digitalminutes.core.content.ByteRange;
import eu.digitalminutes.signature.internal.container.ReadOnlyChannel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Map;
import java.util.TreeMap;

/** A recording of which only pieces are there: what is missing reads as zeros. */
public final class PiecesChannel extends ReadOnlyChannel {
    private final TreeMap<Long, SeekableByteChannel> pieces = new TreeMap<>();

    /** Of a recording of some bytes. */
    public PiecesChannel(long bytes) {
        super(bytes);
    }

    /** A piece that is there; it is closed with this. */
    public void piece(ByteRange range, SeekableByteChannel channel) {
        pieces.put(range.from(), channel);
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        long place = position();
        if (place >= size()) {
            return -1;
        }
        int wanted = (int) Math.min(into.remaining(), size() - place);
        Map.Entry<Long, SeekableByteChannel> before = pieces.floorEntry(place);
        if (before != null && place < before.getKey() + before.getValue().size()) {
            long inside = before.getKey() + before.getValue().size() - place;
            int limit = into.limit();
            into.limit((int) (into.position() + Math.min(wanted, inside)));
            int count = before.getValue().position(place - before.getKey()).read(into);
            into.limit(limit);
            return advanced(count);
        }
        Long next = pieces.higherKey(place);
        int zeros = next == null ? wanted : (int) Math.min(wanted, next - place);
        into.put(new byte[zeros]);
        return advanced(zeros);
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
