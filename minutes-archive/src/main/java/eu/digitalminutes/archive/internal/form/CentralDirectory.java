// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.form;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;

/**
 * Where the directory of a ZIP file lies: found before a library reads it, because a library reads all of it at once,
 * however long it is.
 *
 * @param offset where it begins
 */
record CentralDirectory(long offset) {
    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int END_SIZE = 22;
    private static final int LOCATOR_SIZE = 20;
    private static final int END_64_SIZE = 56;
    private static final int MAX_COMMENT = 0xFFFF;
    private static final long MAX_BYTES = 8 << 20;

    /** Finds the directory; refuses one that is too long, or does not end where the file's end says. */
    static CentralDirectory locate(SeekableByteChannel channel, Path path) throws IOException {
        long size = channel.size();
        int length = (int) Math.min(size, END_SIZE + MAX_COMMENT);
        ByteBuffer tail = read(channel, size - length, length);
        int at = length - END_SIZE;
        while (at >= 0 && tail.getInt(at) != END) {
            at--;
        }
        if (at < 0) {
            throw OpenedPackage.malformed(path, "it is no ZIP file, or its end is cut off", null);
        }
        long end = size - length + at;
        long entries = Short.toUnsignedLong(tail.getShort(at + 10));
        long bytes = Integer.toUnsignedLong(tail.getInt(at + 12));
        long offset = Integer.toUnsignedLong(tail.getInt(at + 16));
        if (end >= LOCATOR_SIZE) {
            ByteBuffer locator = read(channel, end - LOCATOR_SIZE, LOCATOR_SIZE);
            long end64 = locator.getLong(8);
            if (locator.getInt(0) == LOCATOR_64 && end64 >= 0 && end64 <= end - LOCATOR_SIZE - END_64_SIZE) {
                ByteBuffer record = read(channel, end64, END_64_SIZE);
                if (record.getInt(0) == END_64) {
                    entries = record.getLong(32);
                    bytes = record.getLong(40);
                    offset = record.getLong(48);
                    end = end64;
                }
            }
        }
        if (entries < 0 || entries > OpenedPackage.MAX_FILES || bytes < 0 || bytes > MAX_BYTES) {
            throw OpenedPackage.malformed(path, "it holds more than " + OpenedPackage.MAX_FILES + " files", null);
        }
        if (offset < 0 || offset + bytes != end) {
            throw OpenedPackage.malformed(path, "its directory is not where its end says", null);
        }
        return new CentralDirectory(offset);
    }

    static ByteBuffer read(SeekableByteChannel channel, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(position);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // until full
        }
        return buffer;
    }
}
