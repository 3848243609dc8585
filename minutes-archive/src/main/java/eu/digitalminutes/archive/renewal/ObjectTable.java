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
    private final Path path;
    private final FileChannel table;
    private final FileChannel index;
    private final int width;

    private ObjectTable(Path path, FileChannel table, FileChannel index, int width) {
        this.path = path;
        this.table = table;
        this.index = index;
        this.width = width;
    }

    static ObjectTable open(Path table, Path index, int width) throws IOException {
        FileChannel first = FileChannel.open(table, StandardOpenOption.READ);
        try {
            return new ObjectTable(table, first, FileChannel.open(index, StandardOpenOption.READ), width);
        } catch (IOException e) {
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
        for (long i = first(key); i < index.size() / TableWriter.INDEXED; i++) {
            byte[] place = read(index, i * TableWriter.INDEXED, TableWriter.INDEXED);
            if (!Arrays.equals(place, 0, TableWriter.KEY, key, 0, TableWriter.KEY)) {
                break;
            }
            long position = ByteBuffer.wrap(place).getLong(TableWriter.KEY);
            int length = ByteBuffer.wrap(read(table, position, 4)).getInt();
            if (length == wanted.length && Arrays.equals(read(table, position + 4, length), wanted)) {
                return Optional.of(entry(name, position + 4 + length));
            }
        }
        return Optional.empty();
    }

    private ObjectEntry entry(String name, long position) throws IOException {
        ByteBuffer numbers = ByteBuffer.wrap(read(table, position, 8));
        int previous = numbers.getInt();
        int count = numbers.getInt();
        if (count < 1 || count > (table.size() - position) / width) {
            throw damaged();
        }
        List<byte[]> hashes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            hashes.add(read(table, position + 8 + (long) i * width, width));
        }
        return new ObjectEntry(name, previous, List.copyOf(hashes));
    }

    /** The first place whose key is not less. */
    private long first(byte[] key) throws IOException {
        long low = 0;
        long high = index.size() / TableWriter.INDEXED;
        while (low < high) {
            long middle = (low + high) >>> 1;
            byte[] found = read(index, middle * TableWriter.INDEXED, TableWriter.KEY);
            if (Arrays.compareUnsigned(found, key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private byte[] read(FileChannel file, long position, int count) throws IOException {
        if (count < 0 || position < 0 || position + count > file.size()) {
            throw damaged();
        }
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
