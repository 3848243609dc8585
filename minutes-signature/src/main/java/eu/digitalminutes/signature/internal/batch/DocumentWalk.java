// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.batch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Finds the documents below a folder, one after the other, without keeping them. Links are not followed. */
final class DocumentWalk {
    private static final String DETACHED = ".p7s";

    private final Path folder;
    private final Path results;

    DocumentWalk(Path folder, Path results) {
        this.folder = folder.toAbsolutePath().normalize();
        this.results = results.toAbsolutePath().normalize();
    }

    /** Told of each document. */
    interface Visit {
        void of(DocumentFile document) throws IOException;
    }

    /** How much there is to do. */
    record Size(long documents, long bytes) {}

    Size size() throws IOException {
        long[] size = new long[2];
        each(document -> {
            size[0]++;
            size[1] += document.bytes();
        });
        return new Size(size[0], size[1]);
    }

    void each(Visit visit) throws IOException {
        if (!Files.isDirectory(folder)) {
            // Says whether it is missing or something else.
            Files.readAttributes(folder, BasicFileAttributes.class);
            throw new NotDirectoryException(folder.toString());
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return !directory.equals(folder) && isHidden(directory)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                boolean document = attributes.isRegularFile() && !isHidden(file) && !file.equals(results);
                if (document && !Files.exists(file.resolveSibling(file.getFileName() + DETACHED))) {
                    visit.of(DocumentFile.of(folder, file, attributes));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (file.equals(folder)) {
                    throw e;
                }
                visit.of(DocumentFile.unreadable(folder, file, e));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean isHidden(Path path) {
        return String.valueOf(path.getFileName()).startsWith(".");
    }
}
