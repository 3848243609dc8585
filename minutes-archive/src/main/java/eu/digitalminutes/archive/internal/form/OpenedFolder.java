// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.form;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A folder that is read as a package; links and devices are refused, wherever they lead. */
final class OpenedFolder implements OpenedPackage {
    private static final int MAX_DEPTH = 32;

    private final Path path;
    private final Path folder;
    private final Map<String, Long> sizes;

    private OpenedFolder(Path path, Path folder, Map<String, Long> sizes) {
        this.path = path;
        this.folder = folder;
        this.sizes = sizes;
    }

    static OpenedFolder open(Path path) throws IOException {
        Path folder = path.toRealPath();
        Map<String, Long> sizes = new TreeMap<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            private int seen;

            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                if (++seen > MAX_FILES || visited.getNameCount() - folder.getNameCount() > MAX_DEPTH) {
                    throw OpenedPackage.malformed(path, "it holds too many folders", null);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = folder.relativize(file).toString().replace(separator(file), "/");
                if (!attributes.isRegularFile()) {
                    throw OpenedPackage.malformed(path, name + " is a link or a device, not a file", null);
                }
                if (++seen > MAX_FILES) {
                    throw OpenedPackage.malformed(path, "it holds more than " + MAX_FILES + " files", null);
                }
                sizes.put(name, attributes.size());
                return FileVisitResult.CONTINUE;
            }
        });
        return new OpenedFolder(path, folder, sizes);
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public Map<String, Long> sizes() {
        return sizes;
    }

    @Override
    public InputStream read(String name) throws IOException {
        return Files.newInputStream(local(name), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public Optional<Region> region(String name) {
        Path file = local(name);
        return Optional.of(new Region(() -> channel(file), 0, sizes.getOrDefault(name, 0L), true));
    }

    @Override
    public InputStream read(String name, long from) throws IOException {
        return Channels.newInputStream(channel(local(name)).position(from));
    }

    private static SeekableByteChannel channel(Path file) throws IOException {
        return Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }

    /** The file itself. */
    Path local(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() {}

    private static String separator(Path file) {
        return file.getFileSystem().getSeparator();
    }
}
