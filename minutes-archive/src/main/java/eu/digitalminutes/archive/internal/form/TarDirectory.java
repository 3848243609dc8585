// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of a TAR file lie, found by going from header to header. The library's own reader keeps whatever an
 * extended header holds, however long; here each is bounded, and links, devices and sparse files are refused.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html">POSIX pax, ustar</a>
 */
final class TarDirectory {
    private static final int BLOCK = 512;
    private static final int MAX_EXTENSION = 64 << 10;
    private static final int MAGIC_AT = 257;

    private final SeekableByteChannel channel;
    private final Path path;
    private final EntryNames names;
    private final Map<String, Place> files = new TreeMap<>();
    private @Nullable String longName;
    private @Nullable Long longSize;

    private TarDirectory(SeekableByteChannel channel, Path path) {
        this.channel = channel;
        this.path = path;
        this.names = new EntryNames(path);
    }

    /** Where a file's bytes lie. */
    record Place(long offset, long size) {}

    /** Whether a file begins as a TAR file does. */
    static boolean begins(SeekableByteChannel channel) throws IOException {
        ByteBuffer header = CentralDirectory.read(channel, 0, BLOCK);
        byte[] magic = new byte[5];
        header.get(MAGIC_AT, magic);
        return new String(magic, StandardCharsets.US_ASCII).equals("ustar");
    }

    /** The files by their names; refuses what is not a plain list of files. */
    static Map<String, Place> locate(SeekableByteChannel channel, Path path) throws IOException {
        TarDirectory directory = new TarDirectory(channel, path);
        long size = channel.size();
        long at = 0;
        while (true) {
            if (at + BLOCK > size) {
                throw OpenedPackage.malformed(path, "the TAR file is cut off", null);
            }
            byte[] header = CentralDirectory.read(channel, at, BLOCK).array();
            if (isBlank(header)) {
                directory.checkEnd(at, size);
                return directory.files;
            }
            at = directory.next(directory.parsed(header), at + BLOCK, size);
        }
    }

    private TarArchiveEntry parsed(byte[] header) {
        TarArchiveEntry entry;
        try {
            entry = new TarArchiveEntry(header);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw OpenedPackage.malformed(path, "the TAR file is damaged, " + e.getMessage(), e);
        }
        if (!entry.isCheckSumOK()) {
            throw OpenedPackage.malformed(path, "the checksum of a header of the TAR file is wrong", null);
        }
        return entry;
    }

    /** Takes one entry; the result is where the next header lies. */
    private long next(TarArchiveEntry entry, long content, long size) throws IOException {
        long bytes = Objects.requireNonNullElse(longSize, entry.getSize());
        if (bytes < 0 || bytes > size - content) {
            throw OpenedPackage.malformed(path, "an entry of the TAR file claims more bytes than there are", null);
        }
        byte flag = entry.getLinkFlag();
        if (flag == TarConstants.LF_PAX_EXTENDED_HEADER_LC || flag == TarConstants.LF_GNUTYPE_LONGNAME) {
            extend(flag, extension(content, bytes));
        } else if (flag == TarConstants.LF_PAX_GLOBAL_EXTENDED_HEADER) {
            extension(content, bytes);
        } else {
            take(entry, flag, new Place(content, bytes));
        }
        return content + (bytes + BLOCK - 1) / BLOCK * BLOCK;
    }

    private void take(TarArchiveEntry entry, byte flag, Place place) {
        String raw = Objects.requireNonNullElse(longName, entry.getName());
        longName = null;
        longSize = null;
        boolean folder = flag == TarConstants.LF_DIR;
        if (!folder && flag != TarConstants.LF_NORMAL && flag != TarConstants.LF_OLDNORM) {
            throw OpenedPackage.malformed(path, raw + " is a link or a device, not a file", null);
        }
        String relative = raw.startsWith("./") ? raw.substring(2) : raw;
        if (folder && (relative.isEmpty() || relative.equals("."))) {
            return;
        }
        String name = names.take(relative);
        if (!folder) {
            files.put(name, place);
        }
    }

    private byte[] extension(long content, long bytes) throws IOException {
        if (bytes > MAX_EXTENSION) {
            throw OpenedPackage.malformed(path, "an extended header of the TAR file is too long", null);
        }
        return CentralDirectory.read(channel, content, (int) bytes).array();
    }

    private void extend(byte flag, byte[] extension) {
        String text = new String(extension, StandardCharsets.UTF_8);
        if (flag == TarConstants.LF_GNUTYPE_LONGNAME) {
            longName = text.replaceAll("\0+$", "");
            return;
        }
        int at = 0;
        while (at < extension.length) {
            PaxRecord record = PaxRecord.at(extension, at);
            if (record == null || record.key().startsWith("GNU.sparse")) {
                throw OpenedPackage.malformed(path, "an extended header of the TAR file is not understood", null);
            }
            switch (record.key()) {
                case "path" -> longName = record.value();
                case "size" -> longSize = record.number();
                default -> {}
            }
            at = record.end();
        }
    }

    private void checkEnd(long at, long size) throws IOException {
        for (long rest = at; rest < Math.min(size, at + (1 << 20)); rest += BLOCK) {
            int length = (int) Math.min(BLOCK, size - rest);
            if (!isBlank(CentralDirectory.read(channel, rest, length).array())) {
                throw OpenedPackage.malformed(path, "something follows the end of the TAR file", null);
            }
        }
        if (size - at > 1 << 20) {
            throw OpenedPackage.malformed(path, "something follows the end of the TAR file", null);
        }
    }

    private static boolean isBlank(byte[] block) {
        for (byte b : block) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }
}
