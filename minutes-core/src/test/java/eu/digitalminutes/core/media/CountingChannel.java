// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A file that exists only here and there, zeros elsewhere, and counts what is read of it. */
final class CountingChannel implements SeekableByteChannel {
    /** One piece of the file. */
    record Piece(long at, byte[] bytes) {}

    private final Piece[] pieces;
    private final long size;
    private long position;
    private long bytesRead;
    private long reads;

    CountingChannel(long size, Piece... pieces) {
        this.size = size;
        this.pieces = pieces;
    }

    static CountingChannel of(byte[] bytes) {
        return new CountingChannel(bytes.length, new Piece(0, bytes));
    }

    long bytesRead() {
        return bytesRead;
    }

    long reads() {
        return reads;
    }

    @Override
    public int read(ByteBuffer target) {
        int count = (int) Math.min(target.remaining(), size - position);
        if (count <= 0) {
            return -1;
        }
        byte[] bytes = new byte[count];
        for (Piece piece : pieces) {
            long from = Math.max(piece.at, position);
            long to = Math.min(piece.at + piece.bytes.length, position + count);
            if (from < to) {
                System.arraycopy(
                        piece.bytes, (int) (from - piece.at), bytes, (int) (from - position), (int) (to - from));
            }
        }
        target.put(bytes);
        position += count;
        bytesRead += count;
        reads++;
        return count;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long place) {
        position = place;
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        throw new IOException("read only");
    }

    @Override
    public SeekableByteChannel truncate(long length) throws IOException {
        throw new IOException("read only");
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {}
}
