// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.container;

import eu.digitalminutes.signature.internal.inplace.Positioned;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * The numbers of the ZIP format, and reading of its little-endian records.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">PKWARE APPNOTE 6.3</a>
 */
final class Zip {
    static final int LOCAL = 0x04034b50;
    static final int CENTRAL = 0x02014b50;
    static final int END = 0x06054b50;
    static final int END_64 = 0x06064b50;
    static final int LOCATOR_64 = 0x07064b50;
    static final int LOCAL_BYTES = 30;
    static final int CENTRAL_BYTES = 46;
    static final int END_BYTES = 22;
    static final int END_64_BYTES = 56;
    static final int LOCATOR_64_BYTES = 20;
    static final int STORED = 0;
    static final int DEFLATED = 8;
    static final int FLAG_ENCRYPTED = 1;
    static final int FLAG_DESCRIPTOR = 1 << 3;
    static final int FLAG_UTF8 = 1 << 11;
    static final int EXTRA_64 = 1;
    /** From here on the four-byte fields hold all ones and the numbers stand in a Zip64 field. */
    static final long MAX = 0xffff_ffffL;

    private Zip() {}

    static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static ByteBuffer read(FileChannel channel, long at, int bytes) throws IOException {
        if (at < 0 || at + bytes > channel.size()) {
            throw new EOFException(
                    "the file ends at " + channel.size() + ", a record of " + bytes + " bytes was expected at " + at);
        }
        ByteBuffer block = buffer(bytes);
        Positioned.read(channel, at, block);
        return block.flip();
    }

    static int unsigned(short value) {
        return value & 0xffff;
    }

    static long unsigned(int value) {
        return value & MAX;
    }
}
