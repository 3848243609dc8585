// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.fixity;

import eu.digitalminutes.archive.profile.PackageProfile;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the packages of a store: links are not followed, nothing is opened. */
final class PackagesBelow {
    /** The parts that no name has. */
    private static final Set<String> OUT = Set.of("", "..");

    private PackagesBelow() {}

    /** The packages by their path below the store, with slashes. */
    static Map<String, Path> find(Path store, Path catalogue, List<PackageProfile> profiles) throws IOException {
        Map<String, Path> found = new TreeMap<>();
        Files.walkFileTree(store, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                if (folder.equals(catalogue) || (!folder.equals(store) && isHidden(folder))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                if (profiles.stream()
                        .anyMatch(profile ->
                                Files.isRegularFile(folder.resolve(profile.marker()), LinkOption.NOFOLLOW_LINKS))) {
                    found.put(name(folder), folder);
                    return FileVisitResult.SKIP_SUBTREE;
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String last = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
                if (attributes.isRegularFile() && !isHidden(file) && (last.endsWith(".zip") || last.endsWith(".tar"))) {
                    found.put(name(file), file);
                }
                return FileVisitResult.CONTINUE;
            }

            private String name(Path path) {
                // Not every file system lists what it was asked for as it was asked.
                String relative =
                        store.toAbsolutePath().relativize(path.toAbsolutePath()).toString();
                return relative.isEmpty()
                        ? "."
                        : relative.replace(path.getFileSystem().getSeparator(), "/");
            }
        });
        return found;
    }

    /** Where the package of such a name lies, or would lie. */
    static Path place(Path store, String name) {
        if (name.startsWith("/") || List.of(name.split("/", -1)).stream().anyMatch(OUT::contains)) {
            throw new IllegalArgumentException("a package is named by its path below the store, not " + name);
        }
        return name.equals(".")
                ? store
                : store.resolve(name.replace("/", store.getFileSystem().getSeparator()));
    }

    /** The bytes of a package on the disk. */
    static long bytes(Path found) throws IOException {
        if (!Files.isDirectory(found)) {
            return Files.size(found);
        }
        long bytes = 0;
        try (Stream<Path> below = Files.walk(found)) {
            for (Path file : below.toList()) {
                bytes += Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.size(file) : 0;
            }
        }
        return bytes;
    }

    private static boolean isHidden(Path path) {
        return String.valueOf(path.getFileName()).startsWith(".");
    }
}
