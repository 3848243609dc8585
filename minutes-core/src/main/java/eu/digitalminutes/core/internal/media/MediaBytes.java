// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of an untrusted file, seen through one small window; how many may be read is fixed beforehand.
 *
 * <p>A jump reads 512 bytes, reading on from there doubles that up to 64 KiB: hopping from header to header of a huge
 * file stays cheap.
 */
final class MediaBytes {
    private static final int SMALLEST = 512;
    private static final int LARGEST = 1 << 16;

    private final SeekableByteChannel channel;
    private final long size;
    private final Task.Stage stage;
    private final ByteBuffer window = ByteBuffer.allocate(LARGEST);
    private long start;
    private int length;
    private int step = SMALLEST;
    private long bytesLeft;
    private long readsLeft;

    MediaBytes(SeekableByteChannel channel, Task.Stage stage, long bytesAllowed, long readsAllowed) throws IOException {
        this.channel = channel;
        this.size = channel.size();
        this.stage = stage;
        this.bytesLeft = bytesAllowed;
        this.readsLeft = readsAllowed;
    }

    /** Another window on the same file, to read on in two places; without limits. */
    MediaBytes again() throws IOException {
        return new MediaBytes(channel, stage, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    long size() {
        return size;
    }

    /** Whether the whole file may be read. */
    boolean affordsAll() {
        return size <= bytesLeft / 2;
    }

    /** Allows some more bytes, for a look at the end of a file whose middle was too long. */
    void grant(long bytes) {
        bytesLeft = Math.min(bytesLeft, Long.MAX_VALUE - bytes) + bytes;
        readsLeft = Math.max(readsLeft, bytes / SMALLEST);
    }

    /** Whether the range lies inside the file. */
    boolean holds(long at, long count) {
        return at >= 0 && count >= 0 && at <= size && count <= size - at;
    }

    int u8(long at) throws IOException {
        if (at < start || at >= start + length) {
            fill(at);
        }
        return window.get((int) (at - start)) & 0xff;
    }

    int u16(long at) throws IOException {
        return u8(at) << 8 | u8(at + 1);
    }

    int u24(long at) throws IOException {
        return u16(at) << 8 | u8(at + 2);
    }

    long u32(long at) throws IOException {
        return (long) u16(at) << 16 | u16(at + 2);
    }

    /** A 64-bit number; one that would be negative is cut to the largest. */
    long u64(long at) throws IOException {
        long value = u32(at) << 32 | u32(at + 4);
        return value < 0 ? Long.MAX_VALUE : value;
    }

    int le16(long at) throws IOException {
        return u8(at) | u8(at + 1) << 8;
    }

    long le32(long at) throws IOException {
        return le16(at) | (long) le16(at + 2) << 16;
    }

    /** A 64-bit number, low byte first; one that would be negative is cut to the largest. */
    long le64(long at) throws IOException {
        long value = le32(at) | le32(at + 4) << 32;
        return value < 0 ? Long.MAX_VALUE : value;
    }

    /** Four characters, one for each byte. */
    String name(long at) throws IOException {
        return text(at, 4);
    }

    /** A few characters, one for each byte. */
    String text(long at, int count) throws IOException {
        return new String(bytes(at, count), StandardCharsets.ISO_8859_1);
    }

    /** A few bytes, never more than the window holds. */
    byte[] bytes(long at, int count) throws IOException {
        if (count > LARGEST) {
            throw new IllegalArgumentException(count + " bytes are more than a window");
        }
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) u8(at + i);
        }
        return bytes;
    }

    /** Whether the file has these characters at a place; false beyond its end. */
    boolean says(long at, String characters) throws IOException {
        return holds(at, characters.length()) && text(at, characters.length()).equals(characters);
    }

    private void fill(long at) throws IOException {
        if (at < 0 || at >= size) {
            throw new BeyondEndException();
        }
        step = at == start + length ? Math.min(step * 2, LARGEST) : SMALLEST;
        if (bytesLeft < step || readsLeft <= 0) {
            throw new OverAllowanceException();
        }
        window.clear().limit(step);
        channel.position(at);
        length = 0;
        start = at;
        while (window.hasRemaining() && channel.read(window) > 0) {
            readsLeft--;
        }
        length = window.position();
        bytesLeft -= length;
        stage.advance(length);
        if (length == 0) {
            throw new BeyondEndException();
        }
    }

    /** The file ends before what was to be read. */
    static final class BeyondEndException extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** More would have to be read than was allowed. */
    static final class OverAllowanceException extends IOException {
        private static final long serialVersionUID = 1;
    }
}
