// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads a container's directory and holds it against every file's own header. */
final class DirectoryReader {
    private static final int MAX_ENTRIES = 10_000;
    private static final int MAX_COMMENT = 0xffff;
    private static final int MAX_NAME = 1_024;
    /** A data descriptor behind a file takes at most this much. */
    private static final int MAX_DESCRIPTOR = 24;

    private final FileChannel channel;
    private final Set<String> names = new HashSet<>();

    private DirectoryReader(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * What a container holds.
     *
     * @param entries its files, in the order of their bytes
     * @param directoryAt where its directory begins
     */
    record Listing(List<Entry> entries, long directoryAt) {}

    static Listing read(FileChannel channel) throws IOException {
        return new DirectoryReader(channel).listing();
    }

    private Listing listing() throws IOException {
        long endAt = endAt();
        ByteBuffer end = Zip.read(channel, endAt, Zip.END_BYTES);
        long count = Zip.unsigned(end.getShort(10));
        long bytes = Zip.unsigned(end.getInt(12));
        long at = Zip.unsigned(end.getInt(16));
        long directoryEnd = endAt;
        if (count == 0xffff || bytes == Zip.MAX || at == Zip.MAX) {
            long end64At = end64At(endAt);
            ByteBuffer end64 = Zip.read(channel, end64At, Zip.END_64_BYTES);
            require(end64.getInt(0) == Zip.END_64, "the Zip64 end record is missing");
            count = end64.getLong(32);
            bytes = end64.getLong(40);
            at = end64.getLong(48);
            directoryEnd = end64At;
        }
        require(count >= 0 && count <= MAX_ENTRIES, "it has " + count + " entries, at most " + MAX_ENTRIES);
        require(at >= 0 && bytes >= 0 && at + bytes == directoryEnd, "its directory is not where its end record says");
        List<Entry> entries = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            at = entry(at, directoryEnd, entries);
        }
        require(at == directoryEnd, "bytes follow its directory");
        entries.sort(Comparator.comparingLong(Entry::headerAt));
        requireDense(entries, directoryEnd - bytes);
        return new Listing(List.copyOf(entries), directoryEnd - bytes);
    }

    /** The end record stands last, save a comment whose length it gives. */
    private long endAt() throws IOException {
        long size = channel.size();
        require(size >= Zip.END_BYTES, "it is too short");
        long plain = endAt(size, Zip.END_BYTES);
        long found = plain >= 0 ? plain : endAt(size, (int) Math.min(size, Zip.END_BYTES + MAX_COMMENT));
        require(found >= 0, "it is no ZIP file");
        return found;
    }

    /** Looks for the end record in the last bytes; nearly always it has no comment and is found at once. */
    private long endAt(long size, int window) throws IOException {
        ByteBuffer tail = Zip.read(channel, size - window, window);
        for (int i = window - Zip.END_BYTES; i >= 0; i--) {
            if (tail.getInt(i) == Zip.END && i + Zip.END_BYTES + Zip.unsigned(tail.getShort(i + 20)) == window) {
                return size - window + i;
            }
        }
        return -1;
    }

    private long end64At(long endAt) throws IOException {
        ByteBuffer locator = Zip.read(channel, endAt - Zip.LOCATOR_64_BYTES, Zip.LOCATOR_64_BYTES);
        require(locator.getInt(0) == Zip.LOCATOR_64, "the Zip64 locator is missing");
        long at = locator.getLong(8);
        require(
                at + Zip.END_64_BYTES == endAt - Zip.LOCATOR_64_BYTES,
                "its Zip64 end record is not where it should be");
        return at;
    }

    private long entry(long at, long directoryEnd, List<Entry> entries) throws IOException {
        require(at + Zip.CENTRAL_BYTES <= directoryEnd, "its directory is cut");
        ByteBuffer record = Zip.read(channel, at, Zip.CENTRAL_BYTES);
        require(record.getInt(0) == Zip.CENTRAL, "its directory is damaged");
        int nameBytes = Zip.unsigned(record.getShort(28));
        int extraBytes = Zip.unsigned(record.getShort(30));
        int commentBytes = Zip.unsigned(record.getShort(32));
        long next = at + Zip.CENTRAL_BYTES + nameBytes + extraBytes + commentBytes;
        require(next <= directoryEnd, "its directory is cut");
        ByteBuffer rest = Zip.read(channel, at + Zip.CENTRAL_BYTES, nameBytes + extraBytes);
        String name = name(rest, nameBytes);
        int flags = Zip.unsigned(record.getShort(8));
        int method = Zip.unsigned(record.getShort(10));
        require((flags & Zip.FLAG_ENCRYPTED) == 0, name + " is encrypted");
        require(method == Zip.STORED || method == Zip.DEFLATED, name + " is compressed by an unknown method");
        long[] numbers = {
            Zip.unsigned(record.getInt(24)), Zip.unsigned(record.getInt(20)), Zip.unsigned(record.getInt(42))
        };
        large(rest, nameBytes, numbers, name);
        require(numbers[0] >= 0 && numbers[1] >= 0 && numbers[2] >= 0, name + " has a negative size");
        require(method == Zip.DEFLATED || numbers[0] == numbers[1], name + " is stored but has two sizes");
        long crc = Zip.unsigned(record.getInt(16));
        long dataAt = dataAt(name, numbers, crc, flags, method);
        entries.add(new Entry(name, method == Zip.DEFLATED, numbers[2], dataAt, numbers[1], numbers[0], crc));
        return next;
    }

    private String name(ByteBuffer rest, int nameBytes) throws IOException {
        require(nameBytes > 0 && nameBytes <= MAX_NAME, "a name has " + nameBytes + " bytes");
        String name;
        try {
            name = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(rest.slice(0, nameBytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedContainer("a name is not UTF-8");
        }
        boolean leadsOut = name.startsWith("/")
                || name.contains("\\")
                || name.contains(":")
                || List.of(name.split("/", -1)).contains("..");
        require(
                !leadsOut && name.chars().noneMatch(Character::isISOControl),
                "the name \"" + name + "\" is not allowed");
        require(names.add(name.toLowerCase(Locale.ROOT)), "two files are named " + name);
        return name;
    }

    /** Puts in the numbers of the Zip64 field for those that were all ones. */
    private static void large(ByteBuffer rest, int nameBytes, long[] numbers, String name) throws IOException {
        if (numbers[0] != Zip.MAX && numbers[1] != Zip.MAX && numbers[2] != Zip.MAX) {
            return;
        }
        ByteBuffer field = field64(rest, nameBytes, name);
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] == Zip.MAX) {
                require(field.remaining() >= Long.BYTES, name + " lacks a Zip64 number");
                numbers[i] = field.getLong();
            }
        }
    }

    private static ByteBuffer field64(ByteBuffer rest, int from, String name) throws IOException {
        int at = from;
        while (at + 4 <= rest.limit()) {
            int length = Zip.unsigned(rest.getShort(at + 2));
            require(at + 4 + length <= rest.limit(), name + " has a damaged extra field");
            if (Zip.unsigned(rest.getShort(at)) == Zip.EXTRA_64) {
                return rest.slice(at + 4, length).order(rest.order());
            }
            at += 4 + length;
        }
        throw new MalformedContainer(name + " lacks its Zip64 field");
    }

    private long dataAt(String name, long[] numbers, long crc, int flags, int method) throws IOException {
        ByteBuffer local = Zip.read(channel, numbers[2], Zip.LOCAL_BYTES);
        require(local.getInt(0) == Zip.LOCAL, name + " is not where the directory says");
        int nameBytes = Zip.unsigned(local.getShort(26));
        int extraBytes = Zip.unsigned(local.getShort(28));
        ByteBuffer rest = Zip.read(channel, numbers[2] + Zip.LOCAL_BYTES, nameBytes + extraBytes);
        byte[] localName = new byte[nameBytes];
        rest.get(0, localName);
        boolean same = name.equals(new String(localName, StandardCharsets.UTF_8))
                && method == Zip.unsigned(local.getShort(8))
                && (flags & Zip.FLAG_DESCRIPTOR) == (Zip.unsigned(local.getShort(6)) & Zip.FLAG_DESCRIPTOR);
        if ((flags & Zip.FLAG_DESCRIPTOR) == 0) {
            long[] sizes = {Zip.unsigned(local.getInt(22)), Zip.unsigned(local.getInt(18)), 0};
            large(rest, nameBytes, sizes, name);
            same = same && sizes[0] == numbers[0] && sizes[1] == numbers[1] && crc == Zip.unsigned(local.getInt(14));
        }
        require(same, "the directory and the header of " + name + " disagree");
        return numbers[2] + Zip.LOCAL_BYTES + nameBytes + extraBytes;
    }

    /** Files lie one after the other up to the directory: no byte is read twice, none is hidden. */
    private static void requireDense(List<Entry> entries, long directoryAt) throws IOException {
        long end = 0;
        for (Entry entry : entries) {
            long gap = entry.headerAt() - end;
            require(gap >= 0, entry.name() + " overlaps another file");
            require(gap <= MAX_DESCRIPTOR, "hidden bytes stand before " + entry.name());
            end = entry.end();
        }
        require(end <= directoryAt, "a file overlaps the directory");
        require(directoryAt - end <= MAX_DESCRIPTOR, "hidden bytes stand before the directory");
    }

    private static void require(boolean condition, String problem) throws MalformedContainer {
        if (!condition) {
            throw new MalformedContainer(problem);
        }
    }
}
