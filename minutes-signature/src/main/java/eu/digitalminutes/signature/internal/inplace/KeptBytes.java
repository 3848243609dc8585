// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.inplace;

import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.content.PendingFile;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The bytes of a file that are about to be overwritten, kept beside it while new ones take their place.
 *
 * <p>Adding a signature moves no byte of the recording: it overwrites the few around it. Should the machine stop in the
 * middle, this copy brings the file back. It lies in {@code .NAME.tail} until the new bytes are on the disk.
 */
public final class KeptBytes {
    private static final long MAGIC = 0x6d696e757465_7302L;
    private static final int DIGEST_BYTES = 32;
    /** Only signatures and the few bytes around them are overwritten. */
    private static final int MAX_KEPT = 64 << 20;

    private final Path file;

    /** For one file, which need not be open. */
    public KeptBytes(Path file) {
        this.file = file;
    }

    /**
     * A part of a file.
     *
     * @param at where it begins
     * @param length how long it is
     */
    public record Region(long at, int length) {}

    /** Says whether what stands in a file after a stop is all that was going to be written. */
    public interface Whole {
        /**
         * Whether the file is whole.
         *
         * @param note what the writer noted down beforehand
         * @param from where the last region began
         */
        boolean isWhole(byte[] note, long from) throws IOException;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Kept(long size, byte[] note, List<Region> regions, List<ByteBuffer> bytes) {}

    private Path copy() {
        return file.resolveSibling("." + file.getFileName() + ".tail");
    }

    /** Whether an earlier writer did not come to its end. */
    public boolean isKept() {
        return Files.exists(copy());
    }

    /** Keeps some regions, in the order of their offsets, with a note on what is going to be written. */
    public void keep(FileChannel channel, List<Region> regions, byte[] note) throws IOException {
        int length = regions.stream().mapToInt(Region::length).sum();
        ByteBuffer kept = ByteBuffer.allocate(
                2 * Long.BYTES + 2 * Integer.BYTES + note.length + regions.size() * 12 + length + DIGEST_BYTES);
        kept.putLong(MAGIC)
                .putLong(channel.size())
                .putInt(note.length)
                .put(note)
                .putInt(regions.size());
        for (Region region : regions) {
            kept.putLong(region.at()).putInt(region.length());
            Positioned.read(channel, region.at(), kept.slice(kept.position(), region.length()));
            kept.position(kept.position() + region.length());
        }
        MessageDigest digest = Fingerprinter.sha256();
        digest.update(kept.array(), 0, kept.position());
        kept.put(digest.digest()).flip();
        Path part = copy().resolveSibling(copy().getFileName() + ".part");
        try (FileChannel out = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            Positioned.write(out, 0, kept);
            out.force(true);
        }
        Files.move(part, copy(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        PendingFile.syncFolder(file.toAbsolutePath().resolveSibling(""));
    }

    /** Forgets the old bytes: the new ones are on the disk. */
    public void forget() throws IOException {
        Files.deleteIfExists(copy());
    }

    /** Brings the old bytes back, and forgets them. */
    public void restore(FileChannel channel) throws IOException {
        Optional<Kept> kept = read();
        if (kept.isPresent()) {
            for (int i = 0; i < kept.get().regions().size(); i++) {
                Positioned.write(
                        channel,
                        kept.get().regions().get(i).at(),
                        kept.get().bytes().get(i));
            }
            channel.truncate(kept.get().size());
            channel.force(true);
        }
        forget();
    }

    /**
     * Before another file takes the name of this one: what an earlier writer did not end is undone, so that the old bytes
     * are never brought back into the other file.
     */
    public void settle() throws IOException {
        if (!isKept()) {
            return;
        }
        if (!Files.exists(file)) {
            forget();
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            FileTurn.take(file, channel);
            restore(channel);
        }
    }

    /** After a stop in the middle: a whole new file stays, a torn one gives way to the old. */
    public void recover(FileChannel channel, Whole check) throws IOException {
        Files.deleteIfExists(copy().resolveSibling(copy().getFileName() + ".part"));
        if (!Files.exists(copy())) {
            return;
        }
        Optional<Kept> kept = read();
        boolean whole = kept.isEmpty()
                || check.isWhole(
                        kept.get().note(),
                        kept.get()
                                .regions()
                                .get(kept.get().regions().size() - 1)
                                .at());
        if (whole) {
            forget();
        } else {
            restore(channel);
        }
    }

    /** What was kept, or nothing if the copy itself was cut: then the file was not touched yet. */
    private Optional<Kept> read() throws IOException {
        if (Files.size(copy()) > MAX_KEPT) {
            return Optional.empty();
        }
        byte[] all = Files.readAllBytes(copy());
        int content = all.length - DIGEST_BYTES;
        if (content < 2 * Long.BYTES || ByteBuffer.wrap(all).getLong() != MAGIC) {
            return Optional.empty();
        }
        MessageDigest digest = Fingerprinter.sha256();
        digest.update(all, 0, content);
        if (!Arrays.equals(digest.digest(), Arrays.copyOfRange(all, content, all.length))) {
            return Optional.empty();
        }
        try {
            return Optional.of(parsed(ByteBuffer.wrap(all, 0, content).position(Long.BYTES)));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Kept parsed(ByteBuffer from) {
        long size = from.getLong();
        byte[] note = new byte[from.getInt()];
        from.get(note);
        List<Region> regions = new ArrayList<>();
        List<ByteBuffer> bytes = new ArrayList<>();
        for (int left = from.getInt(); left > 0; left--) {
            Region region = new Region(from.getLong(), from.getInt());
            regions.add(region);
            bytes.add(from.slice(from.position(), region.length()));
            from.position(from.position() + region.length());
        }
        return new Kept(size, note, regions, bytes);
    }
}
