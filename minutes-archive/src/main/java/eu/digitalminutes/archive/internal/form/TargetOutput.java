// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.form;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileSystemException;

/** A file of a pending package whose failures name the package. */
final class TargetOutput implements AutoCloseable {
    private final PendingPackage pending;
    private final WritableByteChannel out;

    TargetOutput(PendingPackage pending, String name, long size) throws FileSystemException {
        this.pending = pending;
        try {
            this.out = pending.open(name, size);
        } catch (IOException e) {
            throw pending.failure(e);
        }
    }

    /** Writes all that remains of a block. */
    void write(ByteBuffer block) throws FileSystemException {
        try {
            while (block.hasRemaining()) {
                out.write(block);
            }
        } catch (IOException e) {
            throw pending.failure(e);
        }
    }

    @Override
    public void close() throws FileSystemException {
        try {
            out.close();
        } catch (IOException e) {
            throw pending.failure(e);
        }
    }
}
