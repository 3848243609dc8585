// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.demo;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The demo's output: made beside its place, and moved there when it is whole. */
final class DemoFolder implements AutoCloseable {
    private static final String MARK = "minutes.asice";

    private final Path target;
    private final Path work;

    private DemoFolder(Path target, Path work) {
        this.target = target;
        this.work = work;
    }

    static DemoFolder of(Path target) throws IOException {
        Path absolute = target.toAbsolutePath().normalize();
        if (Files.exists(absolute) && !isReplaceable(absolute)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        Path parent = absolute.getParent();
        if (parent == null) {
            throw new FileSystemException(target.toString(), null, "is no folder for a demo");
        }
        try {
            Files.createDirectories(parent);
            return new DemoFolder(absolute, Files.createTempDirectory(parent, ".demo-"));
        } catch (IOException e) {
            FileSystemException failure = new FileSystemException(
                    target.toString(), null, "cannot be written: no folder can be made in " + parent);
            failure.initCause(e);
            throw failure;
        }
    }

    /** An empty folder, or one that an earlier demo wrote. */
    private static boolean isReplaceable(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty()
                    || (Files.exists(folder.resolve(MARK)) && Files.exists(folder.resolve("trust")));
        }
    }

    Path path() {
        return work;
    }

    void commit() throws IOException {
        delete(target);
        Files.move(work, target);
    }

    @Override
    public void close() throws IOException {
        delete(work);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
