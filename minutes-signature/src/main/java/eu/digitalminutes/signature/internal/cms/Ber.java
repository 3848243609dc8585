// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.cms;

import eu.digitalminutes.signature.internal.inplace.Positioned;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Walks along the tags and lengths of a BER file, of which it holds one block in memory; lengths are long.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-X.690">ITU-T X.690, clause 8.1</a>
 */
final class Ber {
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;
    static final int OCTETS = 0x04;
    static final int OCTETS_CONSTRUCTED = 0x24;
    static final int EXPLICIT_0 = 0xa0;
    static final int EXPLICIT_1 = 0xa1;
    /** A length that is not said: two zero bytes end the value. */
    static final long INDEFINITE = -1;

    private static final int BLOCK = 1 << 16;
    /** Enough for the tags and lengths around a content, of which not more shall be read than that. */
    private static final int HEAD = 1 << 9;

    private final FileChannel channel;
    private final ByteBuffer block = ByteBuffer.allocate(BLOCK).limit(0);
    private long blockAt;
    private long at;

    Ber(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * A tag with its length.
     *
     * @param tag the first byte
     * @param length the length of the value, or {@link #INDEFINITE}
     * @param valueAt where the value begins
     */
    record Header(int tag, long length, long valueAt) {
        boolean isEnd() {
            return tag == 0 && length == 0;
        }

        /** Where the value ends, or {@code unless} if that is not said. */
        long end(long unless) {
            return length == INDEFINITE ? unless : valueAt + length;
        }
    }

    /** Where the next byte is read. */
    long position() {
        return at;
    }

    /** Goes on elsewhere. */
    void position(long to) {
        at = to;
    }

    /** The next tag with its length; the position is then that of its value. */
    Header header() throws IOException {
        int tag = next();
        if ((tag & 0x1f) == 0x1f) {
            throw new MalformedEnvelope("a tag of several bytes stands at " + (at - 1));
        }
        int first = next();
        long length = first;
        if (first == 0x80) {
            length = INDEFINITE;
        } else if (first > 0x80) {
            length = 0;
            int bytes = first & 0x7f;
            if (bytes > Long.BYTES) {
                throw new MalformedEnvelope("a length of " + bytes + " bytes stands at " + at);
            }
            for (int i = 0; i < bytes; i++) {
                length = (length << 8) | next();
            }
        }
        if (first != 0x80 && (length < 0 || length > channel.size() - at)) {
            throw new MalformedEnvelope("a value that begins at " + at + " is said to be longer than the file");
        }
        return new Header(tag, length, at);
    }

    /** The next tag, which must be a certain one. */
    Header header(int tag, String what) throws IOException {
        Header header = header();
        if (header.tag() != tag) {
            throw new MalformedEnvelope(what + " is missing at " + header.valueAt());
        }
        return header;
    }

    /** The bytes of a small range; the position is then behind it. */
    byte[] bytes(long from, long to, int limit) throws IOException {
        if (to < from || to - from > limit) {
            throw new MalformedEnvelope(
                    "its signatures take " + (to - from) + " bytes, at most " + limit + " are allowed");
        }
        byte[] bytes = new byte[(int) (to - from)];
        Positioned.read(channel, from, ByteBuffer.wrap(bytes));
        at = to;
        return bytes;
    }

    /** Some of the next bytes, at least one. */
    int read(byte[] into, int offset, int length) throws IOException {
        fill(BLOCK);
        int count = Math.min(length, block.remaining());
        block.get(into, offset, count);
        at += count;
        return count;
    }

    private int next() throws IOException {
        fill(HEAD);
        at++;
        return block.get() & 0xff;
    }

    private void fill(int some) throws IOException {
        long offset = at - blockAt;
        if (offset < 0 || offset >= block.limit()) {
            block.clear().limit(some);
            blockAt = at;
            if (channel.read(block, at) <= 0) {
                block.limit(0);
                throw new MalformedEnvelope("it ends at " + at + ", in the middle of a value");
            }
            block.flip();
        } else {
            block.position((int) offset);
        }
    }
}
