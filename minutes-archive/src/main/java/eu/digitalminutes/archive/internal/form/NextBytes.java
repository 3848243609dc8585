// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.form;

import java.io.IOException;
import java.io.InputStream;

/** So many of the next bytes of a stream; closing it leaves the stream open. */
final class NextBytes extends InputStream {
    private final InputStream in;
    private long left;

    NextBytes(InputStream in, long count) {
        this.in = in;
        this.left = count;
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
