// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.container;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.internal.pass.ParallelPass;
import eu.digitalminutes.core.outcome.ContentMismatchException;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/** A file on its way into a signed one: read once, and digested while it is written. */
public final class IncomingFile {
    private IncomingFile() {}

    /**
     * Copies a file.
     *
     * @param size the size that it had when the place for it was made
     * @param stage told of each block; completed by the caller, when the copy has its place
     * @param writer writes each block, while another thread digests it
     * @return the digest and size of what was copied
     * @throws ContentMismatchException if the file changes its size while it is read
     */
    public static Fingerprint copy(Path file, long size, Task.Stage stage, ParallelPass.Work writer)
            throws IOException {
        MessageDigest digest = Fingerprinter.sha256();
        long copied;
        try (InputStream in = Files.newInputStream(file)) {
            copied = ParallelPass.run(
                    in,
                    size,
                    (block, count) -> {
                        stage.advance(count);
                        writer.on(block, count);
                    },
                    (block, count) -> digest.update(block, 0, count));
        }
        if (copied != size || Files.size(file) != size) {
            throw new ContentMismatchException(
                    "CONTENT_CHANGING",
                    file + " changed its size while it was copied: it is still being written; stop the recorder"
                            + " and try again",
                    null);
        }
        return new Fingerprint(Digest.of(digest.digest()), size);
    }
}
