// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.signing;

import eu.digitalminutes.core.content.PendingFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder of signed files in the making: it appears under its name only when it is whole. */
public final class StagedFolder implements AutoCloseable {
    private final Path target;
    private final Path staging;
    private boolean done;

    private StagedFolder(Path target, Path staging) {
        this.target = target;
        this.staging = staging;
    }

    /**
     * Begins a folder, and removes what processes that have ended left of it.
     *
     * @throws FileAlreadyExistsException if there is something of that name
     */
    public static StagedFolder forTarget(Path target) throws IOException {
        Path absolute = target.toAbsolutePath();
        Path parent = absolute.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new NoSuchFileException(target.toString(), null, "the folder " + parent + " does not exist");
        }
        if (Files.exists(absolute)) {
            throw new FileAlreadyExistsException(
                    target.toString(), null, "already exists: this form writes a folder, name a new one");
        }
        try {
            return new StagedFolder(absolute, Files.createDirectory(PendingFile.beside(absolute)));
        } catch (IOException e) {
            FileSystemException failure =
                    new FileSystemException(target.toString(), null, "cannot be written: " + e.getMessage());
            failure.initCause(e);
            throw failure;
        }
    }

    /** Where to write. */
    public Path path() {
        return staging;
    }

    /** Gives it its name. */
    public void commit() throws IOException {
        PendingFile.syncFolder(staging);
        Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
        done = true;
        PendingFile.syncFolder(target.resolveSibling(""));
    }

    @Override
    public void close() throws IOException {
        if (!done) {
            List<Path> all;
            try (Stream<Path> walk = Files.walk(staging)) {
                all = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path one : all) {
                Files.deleteIfExists(one);
            }
        }
    }
}
