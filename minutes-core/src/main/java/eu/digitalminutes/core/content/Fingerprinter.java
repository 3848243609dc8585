// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.content;

import eu.digitalminutes.core.internal.pass.ParallelPass;
import eu.digitalminutes.core.outcome.ContentMismatchException;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * Computes the fingerprint (<i>impronta</i>) of files in one reading, in constant memory at any size; a second thread,
 * which ends with the call, digests what the first has read.
 *
 * <p>The digest always comes from the JDK's own provider, whatever else is installed: it uses the processor's SHA
 * instructions, which others do not.
 */
public final class Fingerprinter {
    private Fingerprinter() {}

    /**
     * The fingerprint of a file.
     *
     * @param file the file, read once from start to end
     * @return its fingerprint
     * @throws IOException if it cannot be read
     */
    public static Fingerprint fingerprint(Path file) throws IOException {
        return fingerprint(file, Task.none());
    }

    /**
     * The fingerprint of a file, with progress and cancellation.
     *
     * @param file the file, read once from start to end
     * @param task progress and cancellation
     * @return its fingerprint
     * @throws IOException if it cannot be read
     * @throws ContentMismatchException if the file grows or shrinks while it is read
     */
    public static Fingerprint fingerprint(Path file, Task task) throws IOException {
        return fingerprint(file, task, block -> {});
    }

    /**
     * The fingerprint of a file and the tree of its chunks, in the same reading. The tree is made beside the fingerprint,
     * on the other thread: it costs one more digest of each byte, and on two free cores hardly any time.
     *
     * @param file the file, read once from start to end
     * @param task progress and cancellation
     * @return fingerprint and tree
     * @throws IOException if it cannot be read
     * @throws ContentMismatchException if the file grows or shrinks while it is read
     */
    public static TreedFingerprint fingerprintWithTree(Path file, Task task) throws IOException {
        ChunkTreeBuilder tree = new ChunkTreeBuilder();
        Fingerprint fingerprint = fingerprint(file, task, tree::update);
        return new TreedFingerprint(fingerprint, tree.build());
    }

    /**
     * The fingerprints and trees of several files, as many at once as there are processors.
     *
     * @param files the files, each read once from start to end
     * @param task progress over all of them, and cancellation
     * @return fingerprint and tree of each, in the order of the files
     * @throws IOException if one cannot be read; the others are then given up
     * @throws ContentMismatchException if one grows or shrinks while it is read
     */
    public static List<TreedFingerprint> fingerprintAll(List<Path> files, Task task) throws IOException {
        return files.size() == 1
                ? List.of(fingerprintWithTree(files.get(0), task))
                : new SideBySide(files, task).fingerprints();
    }

    private static Fingerprint fingerprint(Path file, Task task, ParallelPass.Work also) throws IOException {
        long size = Files.size(file);
        Task.Stage stage = task.stage("fingerprint " + file.getFileName(), size);
        MessageDigest digest = sha256();
        long bytes;
        try (SeekableByteChannel in = Files.newByteChannel(file)) {
            bytes = ParallelPass.run(
                    in,
                    size,
                    block -> {
                        stage.advance(block.remaining());
                        also.on(block);
                    },
                    digest::update);
        }
        requireUnchanged(file, size, bytes);
        stage.complete();
        return new Fingerprint(Digest.of(digest.digest()), bytes);
    }

    /** Fails if a file had another size when it was read to its end than when that was begun. */
    static void requireUnchanged(Path file, long size, long read) throws IOException {
        if (read != size || Files.size(file) != size) {
            throw new ContentMismatchException(
                    "CONTENT_CHANGING",
                    file + " had " + size + " bytes and then " + Math.max(read, Files.size(file))
                            + ": it is still being written; stop the recorder and try again",
                    null);
        }
    }

    /**
     * A new SHA-256 computation from the JDK's provider.
     *
     * @return the computation
     */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256", "SUN");
        } catch (NoSuchAlgorithmException | java.security.NoSuchProviderException e) {
            return anySha256();
        }
    }

    /** A runtime without the SUN provider is not OpenJDK; its own SHA-256 is all there is. */
    private static MessageDigest anySha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }
}
