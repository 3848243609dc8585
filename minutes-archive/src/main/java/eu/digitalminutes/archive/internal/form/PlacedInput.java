// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.form;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * So many bytes of a channel from one of its places on, whoever else moves it; closing it leaves the channel open.
 */
final class PlacedInput extends InputStream {
    private final SeekableByteChannel channel;
    private long place;
    private long left;

    PlacedInput(SeekableByteChannel channel, long place, long size) {
        this.channel = channel;
        this.place = place;
        this.left = size;
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
