// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.secret;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;

/** A password in bytes, for as long as it is needed. */
public final class Secret implements AutoCloseable {
    private static final int MOST_BYTES_PER_CHAR = 4;

    private final byte[] bytes;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Asks for a password; the array that is given is wiped. */
    public static Secret from(Supplier<char[]> password) {
        char[] given = password.get();
        byte[] room = new byte[given.length * MOST_BYTES_PER_CHAR];
        ByteBuffer encoded = ByteBuffer.wrap(room);
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(given), encoded, true);
        byte[] bytes = Arrays.copyOf(room, encoded.position());
        Arrays.fill(room, (byte) 0);
        Arrays.fill(given, ' ');
        return new Secret(bytes);
    }

    /** The password itself; wiped when this is closed. */
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }
}
