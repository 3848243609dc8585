// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.form;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * What a ZIP file says of an entry a second time, right before its bytes: programs that read from start to end believe
 * this, so it must not say anything else than the directory.
 */
final class LocalHeader {
    private static final int SIGNATURE = 0x04034b50;
    private static final int SIZE = 30;
    private static final int ENCRYPTED = 1;

    private LocalHeader() {}

    static void check(ZipArchiveEntry entry, SeekableByteChannel channel, Path path) throws IOException {
        byte[] name = entry.getRawName();
        ByteBuffer header = CentralDirectory.read(channel, entry.getLocalHeaderOffset(), SIZE + name.length);
        boolean same = header.getInt(0) == SIGNATURE
                && (header.getShort(6) & ENCRYPTED) == 0
                && header.getShort(8) == entry.getMethod()
                && Short.toUnsignedInt(header.getShort(26)) == name.length
                && header.slice(SIZE, name.length).equals(ByteBuffer.wrap(name));
        if (!same) {
            throw OpenedPackage.malformed(path, "its directory and its entries say different things", null);
        }
    }

    /** Where the bytes of a checked entry begin. */
    static long end(ZipArchiveEntry entry, SeekableByteChannel channel) throws IOException {
        ByteBuffer header = CentralDirectory.read(channel, entry.getLocalHeaderOffset(), SIZE);
        return entry.getLocalHeaderOffset()
                + SIZE
                + Short.toUnsignedInt(header.getShort(26))
                + Short.toUnsignedInt(header.getShort(28));
    }
}
