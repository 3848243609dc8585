// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of the folder as it is now; the same name, size and time of change are taken for the same content.
 *
 * @param path where it lies
 * @param name its path below the folder, with slashes
 * @param bytes its size
 * @param modified when it was last changed
 * @param unreadable why it cannot even be looked at, or null
 */
public record DocumentFile(
        Path path,
        String name,
        long bytes,
        Instant modified,
        @Nullable IOException unreadable) {
    /** A file that was found below a folder. */
    public static DocumentFile of(Path folder, Path path, BasicFileAttributes attributes) {
        return new DocumentFile(
                path,
                name(folder, path),
                attributes.size(),
                attributes.lastModifiedTime().toInstant(),
                null);
    }

    /** What could not be looked at. */
    public static DocumentFile unreadable(Path folder, Path path, IOException why) {
        return new DocumentFile(path, name(folder, path), 0, Instant.EPOCH, why);
    }

    private static String name(Path folder, Path path) {
        return folder.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    String key() {
        return key(name, bytes, modified.toString());
    }

    static String key(String name, long bytes, String modified) {
        return modified + " " + bytes + " " + name;
    }
}
