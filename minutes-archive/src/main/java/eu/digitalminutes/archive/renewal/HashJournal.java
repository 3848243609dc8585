// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.renewal;

import eu.digitalminutes.archive.internal.tree.FixedRecords;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.evidence.HashFunction;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The hashes of the files that a run has read, noted file by file until the run is there, so that one that is stopped goes
 * on: a kill loses the file that was being read, a power cut what was read in the last seconds.
 *
 * <p>Each note is under a check over itself and all before it. What follows a note that is not whole is cut off and read
 * again; a journal that is not one, or of other functions, is begun anew. A note is found by the state of its file only.
 * Memory holds 16 bytes for each note of the run that was stopped.
 */
final class HashJournal implements AutoCloseable {
    static final String SUFFIX = ".hashed";

    private static final int CHECK = 16;
    private static final int INDEXED = 16;
    private static final long SYNCED_EVERY = TimeUnit.SECONDS.toNanos(5);

    private final Path path;
    private final byte[] begin;
    private final int width;
    private final FixedRecords known = new FixedRecords(INDEXED);
    private final MessageDigest digest = Fingerprinter.sha256();
    private final @Nullable FileChannel earlier;
    private @Nullable FileChannel out;
    private byte[] check;
    private long end;
    private long syncedAt = System.nanoTime();

    /**
     * The journal of a kind of run.
     *
     * @param width how long the hashes of one file are
     */
    HashJournal(Path store, RunKind kind, List<HashFunction> functions, int width) throws IOException {
        String names = functions.stream().map(HashFunction::standardName).collect(Collectors.joining("-"));
        this.path = store.resolve("." + kind.code() + "-" + names + SUFFIX);
        this.begin = Arrays.copyOf(
                digest.digest(("minutes hashes 1 " + kind.code() + " " + names).getBytes(StandardCharsets.UTF_8)),
                CHECK);
        this.check = begin;
        this.width = FileState.KEY + width;
        this.earlier = Leftovers.isFile(path)
                ? FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)
                : null;
        if (earlier != null) {
            load(earlier);
        }
    }

    /** Reads as far as every note is whole. */
    private void load(FileChannel file) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(CHECK);
        if (!fill(file, head, 0) || !Arrays.equals(head.array(), begin)) {
            return;
        }
        end = CHECK;
        ByteBuffer note = ByteBuffer.allocate(width + CHECK);
        while (known.size() < Integer.MAX_VALUE / INDEXED / 2 && fill(file, note, end)) {
            byte[] expected = check(note.array());
            if (!Arrays.equals(expected, 0, CHECK, note.array(), width, width + CHECK)) {
                break;
            }
            check = expected;
            known.add(ByteBuffer.allocate(INDEXED)
                    .put(note.array(), 0, INDEXED - Long.BYTES)
                    .putLong(end)
                    .array());
            end += width + CHECK;
        }
        known.sort();
    }

    private byte[] check(byte[] note) {
        digest.update(check);
        digest.update(note, 0, width);
        return Arrays.copyOf(digest.digest(), CHECK);
    }

    /** The hashes that a run which was stopped has noted of a file in this state. */
    Optional<byte[]> find(FileState state) throws IOException {
        if (known.size() == 0 || earlier == null) {
            return Optional.empty();
        }
        byte[] key = state.key();
        ByteBuffer sorted = known.buffer();
        int low = 0;
        int high = known.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Long.compareUnsigned(
                            sorted.getLong(middle * INDEXED),
                            ByteBuffer.wrap(key).getLong())
                    < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        ByteBuffer note = ByteBuffer.allocate(width);
        for (int i = low; i < known.size(); i++) {
            if (sorted.getLong(i * INDEXED) != ByteBuffer.wrap(key).getLong()) {
                break;
            }
            if (fill(earlier, note, sorted.getLong(i * INDEXED + Long.BYTES))
                    && Arrays.equals(note.array(), 0, key.length, key, 0, key.length)) {
                return Optional.of(Arrays.copyOfRange(note.array(), key.length, width));
            }
        }
        return Optional.empty();
    }

    /** Notes the hashes of a file in this state. */
    void add(FileState state, byte[] hashes) throws IOException {
        FileChannel file = out == null ? open() : out;
        byte[] note = ByteBuffer.allocate(width).put(state.key()).put(hashes).array();
        byte[] next = check(note);
        write(file, ByteBuffer.allocate(width + CHECK).put(note).put(next).flip());
        check = next;
        long now = System.nanoTime();
        if (now - syncedAt >= SYNCED_EVERY) {
            syncedAt = now;
            file.force(false);
        }
    }

    private FileChannel open() throws IOException {
        if (!Leftovers.isFile(path)) {
            Leftovers.remove(path);
        }
        FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        out = file;
        file.truncate(end);
        if (end == 0) {
            write(file, ByteBuffer.wrap(begin));
        }
        return file;
    }

    private void write(FileChannel file, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            end += file.write(bytes, end);
        }
    }

    private static boolean fill(FileChannel file, ByteBuffer bytes, long position) throws IOException {
        bytes.clear();
        while (bytes.hasRemaining()) {
            if (file.read(bytes, position + bytes.position()) < 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        try (FileChannel first = earlier;
                FileChannel second = out) {
            if (second != null && second.isOpen()) {
                second.force(false);
            }
        }
    }
}
