// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.form;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * So many bytes of a channel from one of its places on, whoever else moves it; closing it leaves the channel open, unless it was opened for
 * it.
 */
final class PlacedInput extends InputStream {
    private final SeekableByteChannel channel;
    private long place;
    private long left;

    private final boolean own;

    PlacedInput(SeekableByteChannel channel, long place, long size) {
        this(channel, place, size, false);
    }

    private PlacedInput(SeekableByteChannel channel, long place, long size, boolean own) {
        this.channel = channel;
        this.place = place;
        this.left = size;
        this.own = own;
    }

    /** On a channel of its own. */
    static PlacedInput opened(Path file, long place, long size) throws IOException {
        return new PlacedInput(Files.newByteChannel(file), place, size, true);
    }

    @Override
    public void close() throws IOException {
        if (own) {
            channel.close();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] block, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        channel.position(place);
        int count = channel.read(ByteBuffer.wrap(block, offset, (int) Math.min(length, left)));
        place += Math.max(count, 0);
        left -= Math.max(count, 0);
        return count;
    }
}
