// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.form;

import java.io.IOException;
import java.io.InputStream;

/** So many of the next bytes of a channel; closing it leaves the channel open. */
final class PlacedInput extends InputStream {
    private final InputStream in;
    private long left;

    PlacedInput(InputStream in, long size) {
        this.in = in;
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
        int count = in.read(block, offset, (int) Math.min(length, left));
        left -= Math.max(count, 0);
        return count;
    }
}
