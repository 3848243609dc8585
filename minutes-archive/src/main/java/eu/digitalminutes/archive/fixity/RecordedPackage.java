// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.fixity;

import eu.digitalminutes.archive.internal.form.OpenedPackage;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** An opened package whose files leave their leaves behind while somebody else reads them. */
final class RecordedPackage implements OpenedPackage {
    private final OpenedPackage opened;
    private final Pace pace;
    private final Map<String, byte[]> leaves = new HashMap<>();

    RecordedPackage(OpenedPackage opened, Pace pace) {
        this.opened = opened;
        this.pace = pace;
    }

    /** What was read whole. */
    Map<String, byte[]> leaves() {
        return leaves;
    }

    @Override
    public Path path() {
        return opened.path();
    }

    @Override
    public Map<String, Long> sizes() {
        return opened.sizes();
    }

    @Override
    public InputStream read(String name) throws IOException {
        return new Recorded(name, opened.read(name));
    }

    /** A rest leaves no leaves: somebody looks something up, and reads the whole at another time. */
    @Override
    public InputStream read(String name, long from) throws IOException {
        return from == 0 ? read(name) : opened.read(name, from);
    }

    @Override
    public void close() throws IOException {
        opened.close();
    }

    /** Hands on what it reads, and remembers the digests of its chunks at the end. */
    private final class Recorded extends FilterInputStream {
        private final String name;
        private final Leaves seen = new Leaves();

        Recorded(String name, InputStream in) {
            super(in);
            this.name = name;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] block, int offset, int length) throws IOException {
            int count = in.read(block, offset, length);
            if (count > 0) {
                seen.update(block, offset, count);
                pace.advance(count);
            } else if (count < 0) {
                leaves.putIfAbsent(name, seen.finish());
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
}
