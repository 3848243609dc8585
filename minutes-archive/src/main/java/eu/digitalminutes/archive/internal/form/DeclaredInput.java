// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.form;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** An entry of a ZIP file that must have exactly as many bytes as it declares. */
final class DeclaredInput extends FilterInputStream {
    private final Path path;
    private final String name;
    private long left;

    DeclaredInput(Path path, String name, long size, InputStream in) {
        super(in);
        this.path = path;
        this.name = name;
        this.left = size;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] block, int offset, int length) throws IOException {
        int count;
        try {
            count = in.read(block, offset, length);
        } catch (IOException | RuntimeException e) {
            throw OpenedZip.translated(path, e);
        }
        left -= Math.max(count, 0);
        if (left < 0 || (count < 0 && left > 0)) {
            throw OpenedPackage.malformed(path, name + " has another length than it declares", null);
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        throw new UnsupportedOperationException("everything is read");
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
