// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.renewal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The objects of a folder of packages (<i>archivio di conservazione</i>). */
public final class PreservedObjects {
    private PreservedObjects() {}

    /**
     * What lies directly in a folder, by name: each file is an object, each folder a group of all files below it. What
     * begins with a dot, symbolic links and empty folders are left out.
     *
     * @param store the folder
     * @return the objects; names are held in memory, the files of a group are listed when it is its turn
     * @throws IOException if the folder cannot be listed
     */
    public static Stream<PreservedObject> below(Path store) throws IOException {
        List<Path> all;
        try (Stream<Path> list = Files.list(store)) {
            all = list.filter(PreservedObjects::isPreserved).sorted().toList();
        }
        return all.stream().flatMap(PreservedObjects::object);
    }

    /**
     * One object of a folder of packages.
     *
     * @param path the file, or the folder of a group
     * @return the object, named after the last part of the path
     * @throws IllegalArgumentException if it is an empty folder, or neither file nor folder
     */
    public static PreservedObject at(Path path) {
        return object(path).findAny().orElseThrow(() -> new IllegalArgumentException(path + " holds no file"));
    }

    private static Stream<PreservedObject> object(Path path) {
        String name = String.valueOf(path.getFileName());
        if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return Stream.of(PreservedObject.of(name, path));
        } else if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return Stream.empty();
        }
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> below = Files.walk(path)) {
            below.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .forEach(file -> files.put(path.relativize(file).toString().replace('\\', '/'), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files.isEmpty() ? Stream.empty() : Stream.of(PreservedObject.group(name, files));
    }

    private static boolean isPreserved(Path path) {
        return !String.valueOf(path.getFileName()).startsWith(".");
    }
}
