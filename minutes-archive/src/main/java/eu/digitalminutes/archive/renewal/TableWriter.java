// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.renewal;

import eu.digitalminutes.archive.internal.tree.FixedRecords;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.outcome.MinutesException;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.List;

/** Writes the objects of a run as they come, and an index by name, of which memory holds 16 bytes for each object. */
final class TableWriter implements AutoCloseable {
    static final int KEY = 8;
    static final int INDEXED = 16;

    /** In place of a count: the record in XML rests on the same hashes. */
    static final int SAME = -1;

    private final Path index;
    private final FileChannel file;
    private final DataOutputStream out;
    private final FixedRecords places = new FixedRecords(INDEXED);
    private final MessageDigest names = Fingerprinter.sha256();
    private long position;

    TableWriter(Path table, Path index) throws IOException {
        this.index = index;
        this.file = FileChannel.open(
                table, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        this.out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16));
    }

    void add(ObjectEntry entry) throws IOException {
        byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
        places.add(ByteBuffer.allocate(INDEXED)
                .put(key(names, name), 0, KEY)
                .putLong(position)
                .array());
        out.writeInt(name.length);
        out.write(name);
        out.writeInt(entry.previous());
        position += 8 + name.length;
        write(entry.hashes().size(), entry.hashes());
        if (entry.isSameInXml()) {
            write(SAME, List.of());
        } else {
            write(entry.xml().size(), entry.xml());
        }
    }

    private void write(int count, List<byte[]> hashes) throws IOException {
        out.writeInt(count);
        position += 4;
        for (byte[] hash : hashes) {
            out.write(hash);
            position += hash.length;
        }
    }

    static byte[] key(MessageDigest names, byte[] name) {
        return names.digest(name);
    }

    int size() {
        return places.size();
    }

    /** Writes what is left and the index, and syncs both. */
    void complete() throws IOException {
        out.flush();
        file.force(true);
        places.sort();
        requireNamesOnce();
        try (FileChannel indexed = FileChannel.open(index, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer all = places.buffer();
            while (all.hasRemaining()) {
                indexed.write(all);
            }
            indexed.force(true);
        }
    }

    /** Equal names have equal keys and lie side by side now. */
    private void requireNamesOnce() throws IOException {
        ByteBuffer sorted = places.buffer();
        for (int i = 1; i < places.size(); i++) {
            int at = i * INDEXED;
            if (sorted.getLong(at) == sorted.getLong(at - INDEXED)) {
                String name = name(sorted.getLong(at + KEY));
                if (name.equals(name(sorted.getLong(at - INDEXED + KEY)))) {
                    throw new MinutesException(
                            "OBJECT_TWICE", "two objects are called " + name + "; give each a name of its own");
                }
            }
        }
    }

    private String name(long position) throws IOException {
        ByteBuffer length = ByteBuffer.allocate(4);
        read(length, position);
        ByteBuffer name = ByteBuffer.allocate(length.getInt(0));
        read(name, position + 4);
        return new String(name.array(), StandardCharsets.UTF_8);
    }

    private void read(ByteBuffer bytes, long position) throws IOException {
        while (bytes.hasRemaining() && file.read(bytes, position + bytes.position()) >= 0) {
            // until it is full
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
