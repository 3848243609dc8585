// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.container;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.internal.pass.EarlySync;
import eu.digitalminutes.core.internal.pass.ParallelPass;
import eu.digitalminutes.core.outcome.ContentMismatchException;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.internal.inplace.Positioned;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/** A file on its way into a signed one: read once, and digested while it is written. */
public final class IncomingFile {
    private IncomingFile() {}

    /** Sees each block on its way. */
    public interface Checksum {
        /** Sees all that remains of a block, whose position is its own; nothing of it is kept. */
        void update(ByteBuffer block);
    }

    /**
     * Copies a file to its place in another, which the disk takes up on the way.
     *
     * @param size the size that it had when the place for it was made
     * @param stage told of each block; completed by the caller, when the copy has its place
     * @param at where its first byte is written
     * @return the digest and size of what was copied
     * @throws ContentMismatchException if the file changes its size while it is read
     */
    public static Fingerprint copy(
            Path file, long size, Task.Stage stage, FileChannel target, long at, Checksum checksum) throws IOException {
        MessageDigest digest = Fingerprinter.sha256();
        long[] writtenTo = {at};
        long copied;
        try (SeekableByteChannel in = Files.newByteChannel(file);
                EarlySync sync = new EarlySync(target)) {
            copied = ParallelPass.run(
                    in,
                    size,
                    block -> {
                        int count = block.remaining();
                        stage.advance(count);
                        checksum.update(block.duplicate());
                        Positioned.write(target, writtenTo[0], block);
                        writtenTo[0] += count;
                        sync.written(count);
                    },
                    digest::update);
            sync.end();
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
