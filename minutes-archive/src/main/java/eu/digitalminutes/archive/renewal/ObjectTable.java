// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.renewal;

import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The objects of a run on disk; finds one among a million with some twenty small readings. */
final class ObjectTable implements AutoCloseable {
    private static final int HELD = 1 << 20;

    /** An entry of one file is read at once. */
    private static final int USUAL = 512;

    private final Path path;
    private final FileChannel table;
    private final FileChannel index;
    private final EvidenceRun run;
    private final long tableSize;
    private final long indexed;

    /** The whole index, where it is small. */
    private final byte[] held;

    private ObjectTable(Path path, FileChannel table, FileChannel index, EvidenceRun run) throws IOException {
        this.path = path;
        this.table = table;
        this.index = index;
        this.run = run;
        this.tableSize = table.size();
        this.indexed = index.size() / TableWriter.INDEXED;
        this.held = index.size() > HELD ? new byte[0] : read(index, 0, (int) index.size());
    }

    static ObjectTable open(Path table, Path index, EvidenceRun run) throws IOException {
        FileChannel first = FileChannel.open(table, StandardOpenOption.READ);
        try {
            FileChannel second = FileChannel.open(index, StandardOpenOption.READ);
            try {
                return new ObjectTable(table, first, second, run);
            } catch (IOException | RuntimeException e) {
                second.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            first.close();
            throw e;
        }
    }

    /**
     * Finds an object.
     *
     * @throws MinutesException with code {@code EVIDENCE_DAMAGED} if the table is not whole
     */
    Optional<ObjectEntry> find(String name) throws IOException {
        byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
        byte[] key = Arrays.copyOf(TableWriter.key(Fingerprinter.sha256(), wanted), TableWriter.KEY);
        for (long i = first(key); i < indexed; i++) {
            byte[] place = place(i);
            if (!Arrays.equals(place, 0, TableWriter.KEY, key, 0, TableWriter.KEY)) {
                break;
            }
            Optional<ObjectEntry> entry =
                    entry(name, wanted, ByteBuffer.wrap(place).getLong(TableWriter.KEY));
            if (entry.isPresent()) {
                return entry;
            }
        }
        return Optional.empty();
    }

    /** The entry at a position, if it has the name. */
    private Optional<ObjectEntry> entry(String name, byte[] wanted, long position) throws IOException {
        if (position < 0 || position > tableSize) {
            throw damaged();
        }
        int head = 12 + wanted.length;
        byte[] bytes = read(table, position, (int) Math.min(head + USUAL, tableSize - position));
        if (bytes.length < head) {
            throw damaged();
        }
        ByteBuffer entry = ByteBuffer.wrap(bytes);
        if (entry.getInt() != wanted.length || !Arrays.equals(bytes, 4, 4 + wanted.length, wanted, 0, wanted.length)) {
            return Optional.empty();
        }
        int previous = entry.getInt(4 + wanted.length);
        int count = entry.getInt(8 + wanted.length);
        if (count < 1) {
            throw damaged();
        }
        List<byte[]> hashes = hashes(bytes, position, head, count);
        return Optional.of(new ObjectEntry(name, previous, hashes, xml(bytes, position, head, hashes)));
    }

    /** What follows the hashes since records are also written in XML. */
    private List<byte[]> xml(byte[] bytes, long position, int head, List<byte[]> hashes) throws IOException {
        if (!run.isInXml()) {
            return List.of();
        }
        int at = Math.addExact(head, hashes.size() * run.function().bytes());
        int count = ByteBuffer.wrap(part(bytes, position, at, 4)).getInt();
        if (count < TableWriter.SAME) {
            throw damaged();
        }
        return count == TableWriter.SAME ? hashes : hashes(bytes, position, at + 4, count);
    }

    private List<byte[]> hashes(byte[] bytes, long position, int at, int count) throws IOException {
        int width = run.function().bytes();
        if (count > (tableSize - position - at) / width) {
            throw damaged();
        }
        byte[] all = part(bytes, position, at, Math.multiplyExact(count, width));
        List<byte[]> hashes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            hashes.add(Arrays.copyOfRange(all, i * width, (i + 1) * width));
        }
        return List.copyOf(hashes);
    }

    /** A part of an entry, out of what was read of it or from the table. */
    private byte[] part(byte[] bytes, long position, int at, int length) throws IOException {
        return at + (long) length <= bytes.length
                ? Arrays.copyOfRange(bytes, at, at + length)
                : read(table, position + at, length);
    }

    /** The first place whose key is not less. */
    private long first(byte[] key) throws IOException {
        long low = 0;
        long high = indexed;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (Arrays.compareUnsigned(place(middle), 0, TableWriter.KEY, key, 0, TableWriter.KEY) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private byte[] place(long number) throws IOException {
        long from = number * TableWriter.INDEXED;
        return held.length > 0
                ? Arrays.copyOfRange(held, (int) from, (int) from + TableWriter.INDEXED)
                : read(index, from, TableWriter.INDEXED);
    }

    private byte[] read(FileChannel file, long position, int count) throws IOException {
        byte[] result = new byte[count];
        ByteBuffer bytes = ByteBuffer.wrap(result);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, position + bytes.position()) < 0) {
                throw damaged();
            }
        }
        return result;
    }

    private MinutesException damaged() {
        return new MinutesException("EVIDENCE_DAMAGED", path + " is not whole; restore it from a copy of the store");
    }

    @Override
    public void close() throws IOException {
        try (table) {
            index.close();
        }
    }
}
