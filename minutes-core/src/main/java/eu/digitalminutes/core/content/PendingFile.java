// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.content;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An output that appears whole or not at all: written beside its target, synced, then renamed.
 *
 * <p>Until {@link #commit()} the target is untouched. {@link #close()} without a commit removes what was written. A
 * process that dies leaves at most a file named {@code .NAME.*.part} beside the target, which the next output of that name
 * removes.
 */
public final class PendingFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PendingFile.class);

    private final Path target;
    private final Path temporary;
    private boolean done;

    private PendingFile(Path target, Path temporary) {
        this.target = target;
        this.temporary = temporary;
    }

    /**
     * Makes room for a new content of a target.
     *
     * @param target where the output shall appear; may exist, and then is replaced at the commit
     * @return the pending output, an empty file beside the target
     * @throws FileSystemException naming the target, if its folder does not exist or cannot be written
     */
    public static PendingFile forTarget(Path target) throws FileSystemException {
        Path absolute = target.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder == null || Files.isDirectory(absolute)) {
            throw new FileSystemException(target.toString(), null, "is a folder; name the file to write");
        }
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(target.toString(), null, "the folder " + folder + " does not exist");
        }
        Path temporary = beside(absolute);
        try {
            Files.createFile(temporary);
        } catch (IOException e) {
            throw asFailureOf(target, e);
        }
        return new PendingFile(target, temporary);
    }

    /**
     * A new name for something in the making, file or folder, beside its target. What processes of this machine that have
     * ended left there under such names is removed first.
     *
     * @param target where it shall appear
     * @return a name that nothing has yet
     */
    public static Path beside(Path target) {
        Path absolute = target.toAbsolutePath();
        TemporaryName.removeAbandoned(absolute);
        return TemporaryName.beside(absolute);
    }

    /**
     * Writes a small content, held in memory, whole or not at all.
     *
     * @param target where it shall appear; replaced if it exists
     * @param content every byte of it
     * @throws IOException naming the target, if it cannot be written; the target is then as it was
     */
    public static void write(Path target, byte[] content) throws IOException {
        try (PendingFile pending = forTarget(target)) {
            try {
                Files.write(pending.path(), content);
            } catch (IOException e) {
                throw pending.failure(e);
            }
            pending.commit();
        }
    }

    /**
     * The file to write to until the commit.
     *
     * @return a path beside the target
     */
    public Path path() {
        return temporary;
    }

    /**
     * Syncs what was written to the disk and gives it the target's name.
     *
     * @throws FileSystemException naming the target, if that fails; the target is then as it was
     */
    public void commit() throws FileSystemException {
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            move(temporary, target);
            done = true;
            syncFolder(target.toAbsolutePath().resolveSibling(""));
        } catch (IOException e) {
            throw asFailureOf(target, e);
        }
    }

    /**
     * The given failure as one that names the target, so that callers can tell a failed output from a failed input.
     *
     * @param e what went wrong while writing
     * @return a failure whose {@link FileSystemException#getFile() file} is the target
     */
    public FileSystemException failure(IOException e) {
        return asFailureOf(target, e);
    }

    /** Removes what was written, unless it was committed. */
    @Override
    public void close() throws IOException {
        if (!done) {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * Makes a new or changed name in a folder survive a power cut, where the system lets folders be synced; elsewhere it
     * does nothing.
     *
     * @param folder the folder
     */
    public static void syncFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException | UnsupportedOperationException e) {
            LOG.debug("the folder {} cannot be synced here", folder, e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static FileSystemException asFailureOf(Path target, IOException e) {
        if (e instanceof FileSystemException already && target.toString().equals(already.getFile())) {
            return already;
        }
        String reason = e instanceof java.nio.file.AccessDeniedException
                ? "permission denied"
                : e instanceof FileSystemException named && named.getReason() != null
                        ? named.getReason()
                        : String.valueOf(e.getMessage());
        FileSystemException failure = new FileSystemException(target.toString(), null, "cannot be written: " + reason);
        failure.initCause(e);
        return failure;
    }
}
