// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.container;

import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The old end of a container, kept beside it while a new end is written over it.
 *
 * <p>Adding a signature moves no byte of the recording: it overwrites the directory. Should the machine stop in the
 * middle, this copy brings the container back. It lies in {@code .NAME.tail} until the new end is on the disk.
 */
final class ContainerTail {
    private static final long MAGIC = 0x6d696e757465_7301L;
    private static final int DIGEST_BYTES = 32;
    /** Only signatures are written to the end. */
    private static final int MAX_FILE = 16 << 20;

    private final Path container;

    ContainerTail(Path container) {
        this.container = container;
    }

    private Path file() {
        return container.resolveSibling("." + container.getFileName() + ".tail");
    }

    /** Whether an earlier writer did not come to its end. */
    boolean isKept() {
        return Files.exists(file());
    }

    /** Keeps everything from an offset to the container's end. */
    void keep(FileChannel channel, long from) throws IOException {
        byte[] tail =
                Zip.read(channel, from, Math.toIntExact(channel.size() - from)).array();
        ByteBuffer copy = ByteBuffer.allocate(2 * Long.BYTES + tail.length + DIGEST_BYTES);
        copy.putLong(MAGIC).putLong(from).put(tail);
        MessageDigest digest = Fingerprinter.sha256();
        digest.update(copy.array(), 0, copy.position());
        copy.put(digest.digest()).flip();
        Path part = file().resolveSibling(file().getFileName() + ".part");
        try (FileChannel out = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            Zip.write(out, 0, copy);
            out.force(true);
        }
        Files.move(part, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        PendingFile.syncFolder(container.toAbsolutePath().resolveSibling(""));
    }

    /** Forgets the old end: the new one is on the disk. */
    void forget() throws IOException {
        Files.deleteIfExists(file());
    }

    /** Brings the old end back, and forgets it. */
    void restore(FileChannel channel) throws IOException {
        Optional<ByteBuffer> copy = read();
        if (copy.isPresent()) {
            long from = copy.get().getLong();
            long end = from + copy.get().remaining();
            Zip.write(channel, from, copy.get());
            channel.truncate(end);
            channel.force(true);
        }
        forget();
    }

    /** After a stop in the middle: a whole new end stays, a torn one gives way to the old. */
    void recover(FileChannel channel) throws IOException {
        Files.deleteIfExists(file().resolveSibling(file().getFileName() + ".part"));
        if (!Files.exists(file())) {
            return;
        }
        if (isWhole(channel, read().map(ByteBuffer::getLong).orElse(Long.MAX_VALUE))) {
            forget();
        } else {
            restore(channel);
        }
    }

    /** A directory alone proves nothing: after a power cut it may be on the disk and the files before it not. */
    private boolean isWhole(FileChannel channel, long from) throws IOException {
        try {
            ContainerFile file = ContainerFile.on(container, channel);
            for (Entry entry : file.entries()) {
                if (entry.headerAt() >= from && !isSound(file, entry)) {
                    return false;
                }
            }
            return !file.entries().isEmpty();
        } catch (MinutesException torn) {
            return false;
        }
    }

    private static boolean isSound(ContainerFile file, Entry entry) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(file.bytes(entry, MAX_FILE));
        return crc.getValue() == entry.crc();
    }

    /** The kept end behind its offset, or nothing if the copy itself was cut: then the container was not touched yet. */
    private Optional<ByteBuffer> read() throws IOException {
        byte[] all = Files.readAllBytes(file());
        int content = all.length - DIGEST_BYTES;
        if (content < 2 * Long.BYTES || ByteBuffer.wrap(all).getLong() != MAGIC) {
            return Optional.empty();
        }
        MessageDigest digest = Fingerprinter.sha256();
        digest.update(all, 0, content);
        boolean sound = Arrays.equals(digest.digest(), Arrays.copyOfRange(all, content, all.length));
        return sound ? Optional.of(ByteBuffer.wrap(all, Long.BYTES, content - Long.BYTES)) : Optional.empty();
    }
}
