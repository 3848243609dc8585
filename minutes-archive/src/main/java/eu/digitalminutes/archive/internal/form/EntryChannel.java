// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.form;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/** One file of a package as a channel; each move to another place begins a new reading there. */
final class EntryChannel extends ReadOnlyChannel {
    private final OpenedPackage opened;
    private final String name;
    private final long size;
    private @Nullable InputStream in;
    private long position;
    private boolean closed;

    EntryChannel(OpenedPackage opened, String name, long size) {
        this.opened = opened;
        this.name = name;
        this.size = size;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
        if (position >= size) {
            return -1;
        }
        if (in == null) {
            in = opened.read(name, position);
        }
        byte[] block = new byte[Math.min(target.remaining(), 1 << 16)];
        int count = in.read(block, 0, block.length);
        if (count > 0) {
            target.put(block, 0, count);
            position += count;
        }
        return count;
    }

    @Override
    public SeekableByteChannel position(long place) throws IOException {
        if (place != position) {
            letGo();
            position = place;
        }
        return this;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean isOpen() {
        return !closed;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        letGo();
    }

    private void letGo() throws IOException {
        if (in != null) {
            in.close();
            in = null;
        }
    }
}
