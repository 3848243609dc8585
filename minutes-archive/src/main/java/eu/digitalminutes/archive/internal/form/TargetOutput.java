// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.form;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;

/** A file of a pending package whose failures name the package. */
final class TargetOutput extends OutputStream {
    private final PendingPackage pending;
    private final OutputStream out;

    TargetOutput(PendingPackage pending, String name, long size) throws FileSystemException {
        this.pending = pending;
        try {
            this.out = pending.open(name, size);
        } catch (IOException e) {
            throw pending.failure(e);
        }
    }

    @Override
    public void write(int b) throws FileSystemException {
        write(new byte[] {(byte) b});
    }

    @Override
    public void write(byte[] block) throws FileSystemException {
        write(block, 0, block.length);
    }

    @Override
    public void write(byte[] block, int offset, int length) throws FileSystemException {
        try {
            out.write(block, offset, length);
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
