// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.container;

import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** Some bytes to be read back and forth, with a position of its own. */
public abstract class ReadOnlyChannel implements SeekableByteChannel {
    private final long bytes;
    private long position;

    /** Of so many bytes. */
    protected ReadOnlyChannel(long bytes) {
        this.bytes = bytes;
    }

    /** Goes on by what was read; negative at the end. */
    protected final int advanced(int count) {
        position += Math.max(count, 0);
        return count;
    }

    @Override
    public final long position() {
        return position;
    }

    @Override
    public final SeekableByteChannel position(long place) {
        position = place;
        return this;
    }

    @Override
    public final long size() {
        return bytes;
    }

    @Override
    public final int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public final SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }
}
