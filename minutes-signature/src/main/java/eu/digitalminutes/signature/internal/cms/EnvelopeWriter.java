// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.cms;

import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.core.outcome.ContentMismatchException;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.internal.container.IncomingFile;
import eu.digitalminutes.signature.internal.inplace.FileTurn;
import eu.digitalminutes.signature.internal.inplace.KeptBytes;
import eu.digitalminutes.signature.internal.inplace.Positioned;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/**
 * Writes enveloping CMS files in DER: the content is copied once, and signatures are then changed around it, in place.
 *
 * <p>One writer at a time. A stop in the middle of a change is mended at the next call.
 */
public final class EnvelopeWriter {
    private static final int BLOCK = 1 << 16;

    private EnvelopeWriter() {}

    /**
     * Wraps a file, read once, in an envelope with some signatures or none yet.
     *
     * @param signatures a detached CMS
     * @return the digest and size of what was wrapped
     * @throws ContentMismatchException if the file changes its size while it is read
     */
    public static Fingerprint write(Path envelope, Path content, byte[] signatures, Task task) throws IOException {
        long size = Files.size(content);
        Task.Stage stage = task.stage("copy " + content.getFileName(), size);
        EnvelopeBytes around = EnvelopeBytes.around(signatures, size);
        Fingerprint fingerprint;
        try (FileChannel out = FileChannel.open(
                envelope, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            write(out, 0, around.head());
            fingerprint = IncomingFile.copy(content, size, stage, out, around.head().length, block -> {});
            write(out, around.head().length + size, around.tail());
            out.force(true);
        }
        stage.complete();
        return fingerprint;
    }

    /**
     * Puts other signatures around the content of a file. In DER no byte of the content is read or moved, save when the
     * file grows over a limit where its lengths take one byte more; then, and for BER, it is copied once.
     *
     * @param signatures a detached CMS
     * @throws FileSystemException naming the file, if it cannot be written; it is then as it was
     * @throws MinutesException with code {@code CONTAINER_BUSY} if somebody else is writing to it
     */
    public static void replace(Path envelope, byte[] signatures) throws IOException {
        KeptBytes old = new KeptBytes(envelope);
        try (FileChannel channel = FileChannel.open(envelope, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            FileTurn.take(envelope, channel);
            old.recover(channel, (note, from) -> isWhole(envelope, channel, note));
            EnvelopedFile before = EnvelopedFile.on(envelope, channel);
            if (!before.isDefinite()) {
                copy(envelope, before, signatures);
                return;
            }
            EnvelopeBytes around = EnvelopeBytes.around(signatures, before.contentBytes());
            if (around.head().length != before.contentAt()) {
                copy(envelope, before, signatures);
                return;
            }
            long tailAt = before.contentAt() + before.contentBytes();
            List<KeptBytes.Region> regions = List.of(
                    new KeptBytes.Region(0, around.head().length),
                    new KeptBytes.Region(tailAt, Math.toIntExact(channel.size() - tailAt)));
            old.keep(channel, regions, note(around));
            try {
                write(channel, 0, around.head());
                write(channel, tailAt, around.tail());
                channel.truncate(tailAt + around.tail().length);
                channel.force(true);
            } catch (IOException e) {
                old.restore(channel);
                throw e;
            }
            old.forget();
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            FileSystemException failure =
                    new FileSystemException(envelope.toString(), null, "cannot be written: " + e.getMessage());
            failure.initCause(e);
            throw failure;
        }
    }

    /** Mends what a stop in the middle of an earlier call has left; reads and writes nothing where there was none. */
    public static void mend(Path envelope) throws IOException {
        KeptBytes old = new KeptBytes(envelope);
        if (old.isKept()) {
            try (FileChannel channel = FileChannel.open(envelope, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                FileTurn.take(envelope, channel);
                old.recover(channel, (note, from) -> isWhole(envelope, channel, note));
            }
        }
    }

    private static byte[] note(EnvelopeBytes around) {
        MessageDigest digest = Fingerprinter.sha256();
        digest.update(around.head());
        return digest.digest(around.tail());
    }

    /** Whether what stands around the content is what was going to be written. */
    private static boolean isWhole(Path envelope, FileChannel channel, byte[] note) throws IOException {
        try {
            EnvelopedFile file = EnvelopedFile.on(envelope, channel);
            Ber ber = new Ber(channel);
            byte[] head = ber.bytes(0, file.contentAt(), EnvelopedFile.MAX_SIGNATURES);
            byte[] tail =
                    ber.bytes(file.contentAt() + file.contentBytes(), channel.size(), EnvelopedFile.MAX_SIGNATURES);
            return Arrays.equals(note, note(new EnvelopeBytes(head, tail)));
        } catch (MinutesException | MalformedEnvelope torn) {
            return false;
        }
    }

    /** Writes a new file in the place of the old. */
    private static void copy(Path envelope, EnvelopedFile before, byte[] signatures) throws IOException {
        long size = before.isWhole() ? before.contentBytes() : length(before);
        EnvelopeBytes around = EnvelopeBytes.around(signatures, size);
        try (PendingFile pending = PendingFile.forTarget(envelope)) {
            try (FileChannel out = FileChannel.open(pending.path(), StandardOpenOption.WRITE);
                    InputStream in = before.content()) {
                write(out, 0, around.head());
                long at = around.head().length;
                byte[] block = new byte[BLOCK];
                for (int count = in.read(block); count >= 0; count = in.read(block)) {
                    Positioned.write(out, at, ByteBuffer.wrap(block, 0, count));
                    at += count;
                }
                write(out, at, around.tail());
            } catch (IOException e) {
                throw pending.failure(e);
            }
            pending.commit();
        }
    }

    private static long length(EnvelopedFile file) throws IOException {
        try (InputStream in = file.content()) {
            return in.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }

    private static void write(FileChannel channel, long at, byte[] bytes) throws IOException {
        Positioned.write(channel, at, ByteBuffer.wrap(bytes));
    }
}
