// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication.site;

import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What tells that a published file is still the one that was published.
 *
 * @param bytes its size
 * @param modified its time, in milliseconds
 * @param sha256 its digest, or an empty text for a large file whose digest nobody signed
 */
record FileStamp(long bytes, long modified, String sha256) {
    static FileStamp of(Path file, String sha256) throws IOException {
        return new FileStamp(Files.size(file), Files.getLastModifiedTime(file).toMillis(), sha256);
    }

    /** Looks at size and time only. */
    boolean isStill(Path file) {
        try {
            return Files.isRegularFile(file)
                    && Files.size(file) == bytes
                    && Files.getLastModifiedTime(file).toMillis() == modified;
        } catch (IOException e) {
            return false;
        }
    }

    /** Reads the file. */
    boolean isReally(Path file, Task task) throws IOException {
        return isStill(file)
                && (sha256.isEmpty()
                        || Fingerprinter.fingerprint(file, task).digest().hex().equals(sha256));
    }
}
