// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.form;

import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A package that nobody vouches for, opened to be read; nothing of it leads out of it. */
public interface OpenedPackage extends AutoCloseable {
    /** The code of the refusal of what is no package, or a dangerous one. */
    String MALFORMED = "PACKAGE_MALFORMED";

    /** More files are not a package of minutes. */
    int MAX_FILES = 10_000;

    /** Opens a folder or a ZIP file. */
    static OpenedPackage open(Path path, String index) throws IOException {
        if (Files.isDirectory(path)) {
            return OpenedFolder.open(path);
        }
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        if (!Files.isRegularFile(path)) {
            throw malformed(path, "it is neither a folder nor a file", null);
        }
        return OpenedZip.open(path, index);
    }

    /** The files and their sizes, by their path from the folder of the index. */
    Map<String, Long> sizes();

    /** A file of the package, to be read once from start to end. */
    InputStream read(String name) throws IOException;

    /** A small file of the package as one on the disk, until the package is closed. */
    Path local(String name) throws IOException;

    @Override
    void close() throws IOException;

    /** Whether a path stays in the package wherever it is unpacked. */
    static boolean isContained(String path) {
        if (path.isEmpty() || path.length() > 1024 || path.startsWith("/")) {
            return false;
        }
        if (path.chars().anyMatch(c -> c < 0x20 || c == 0x7F || c == '\\' || c == ':')) {
            return false;
        }
        for (String segment : path.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                return false;
            }
        }
        return true;
    }

    /** A refusal of the whole package. */
    static MinutesException malformed(Path path, String problem, @Nullable Throwable cause) {
        return new MinutesException(
                MALFORMED, path + " is not a package that can be read: " + problem + "; ask for it again", cause);
    }
}
