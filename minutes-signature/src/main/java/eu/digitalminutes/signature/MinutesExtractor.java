// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.outcome.ContentMismatchException;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.internal.container.ContainerFile;
import eu.digitalminutes.signature.internal.container.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/** Takes single files out of signed minutes (<i>estrazione dal contenitore firmato</i>), for publication. */
public final class MinutesExtractor {
    private static final int BLOCK = 1 << 16;

    private MinutesExtractor() {}

    /**
     * Writes one signed file to a place of its own, and makes sure that it is the one that the minutes describe.
     *
     * @param signed signed minutes, as signed or as verified
     * @param name the name of a file of {@link SignedMinutes#files()}, read once
     * @param target where to write it; replaced if it exists, and as it was after any failure
     * @param task progress and cancellation
     * @throws IOException if the container cannot be read, or the target, which the exception then names, be written
     * @throws ContentMismatchException if the file in the container is not the described one
     * @throws MinutesException with code {@code FILE_MISSING} if there is no file of that name
     */
    public static void extract(SignedMinutes signed, String name, Path target, Task task) throws IOException {
        ContainedFile described = signed.file(name)
                .orElseThrow(() ->
                        new MinutesException("FILE_MISSING", signed.container() + " holds no signed file " + name));
        try (ContainerFile container = ContainerFile.open(signed.container());
                PendingFile pending = PendingFile.forTarget(target)) {
            Entry entry = container
                    .entry(name)
                    .orElseThrow(() -> new MinutesException(
                            "FILE_MISSING", signed.container() + " holds no file " + name + " any more"));
            Fingerprint found = copy(container, entry, pending, task);
            if (!found.equals(described.fingerprint())) {
                throw new ContentMismatchException(
                        "FILE_ALTERED",
                        name + " in " + signed.container() + " is not the signed one: digest expected "
                                + described.fingerprint().digest() + ", found " + found.digest(),
                        null);
            }
            pending.commit();
        }
    }

    private static Fingerprint copy(ContainerFile container, Entry entry, PendingFile pending, Task task)
            throws IOException {
        Task.Stage stage = task.stage("extract " + entry.name(), entry.bytes());
        MessageDigest digest = Fingerprinter.sha256();
        long bytes = 0;
        try (InputStream in = container.stream(entry);
                OutputStream out = open(pending)) {
            byte[] block = new byte[BLOCK];
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                digest.update(block, 0, count);
                bytes += count;
                write(pending, out, block, count);
                stage.advance(count);
            }
        }
        stage.complete();
        return new Fingerprint(Digest.of(digest.digest()), bytes);
    }

    private static OutputStream open(PendingFile pending) throws FileSystemException {
        try {
            return Files.newOutputStream(pending.path());
        } catch (IOException e) {
            throw pending.failure(e);
        }
    }

    private static void write(PendingFile pending, OutputStream out, byte[] block, int count)
            throws FileSystemException {
        try {
            out.write(block, 0, count);
        } catch (IOException e) {
            throw pending.failure(e);
        }
    }
}
