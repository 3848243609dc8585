// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A stretch of a file as a file of its own, to be read back and forth. Closing it leaves the file open. */
final class SliceChannel extends ReadOnlyChannel {
    private final FileChannel channel;
    private final long at;

    SliceChannel(FileChannel channel, long at, long bytes) {
        super(bytes);
        this.channel = channel;
        this.at = at;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (position() >= size()) {
            return -1;
        }
        int limit = into.limit();
        into.limit((int) Math.min(limit, into.position() + (size() - position())));
        try {
            return advanced(channel.read(into, at + position()));
        } finally {
            into.limit(limit);
        }
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() {
        // belongs to the container
    }
}
