// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.verify;

import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;

/**
 * Takes base64 off what comes by, with the lines of armour before and behind it or without.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7468">RFC 7468, clause 3; CNIPA 45/2009, art. 21(3)</a>
 */
final class Armour extends InputStream {
    private static final int BLOCK = 1 << 16;

    private final InputStream in;
    private final String name;
    private final byte[] text = new byte[BLOCK];
    private final byte[] digits = new byte[BLOCK + 4];
    private int kept;
    private byte[] decoded = new byte[0];
    private int at;
    private boolean lineBegins = true;
    private boolean inArmour;
    private boolean ended;

    Armour(InputStream in, String name) {
        this.in = in;
        this.name = name;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        while (at == decoded.length) {
            if (ended) {
                return -1;
            }
            decode();
        }
        int count = Math.min(length, decoded.length - at);
        System.arraycopy(decoded, at, into, offset, count);
        at += count;
        return count;
    }

    private void decode() throws IOException {
        int count = in.read(text);
        ended = count < 0;
        for (int i = 0; i < count; i++) {
            take(text[i]);
        }
        int whole = ended ? kept : kept / 4 * 4;
        try {
            decoded = Base64.getDecoder().decode(Arrays.copyOf(digits, whole));
        } catch (IllegalArgumentException e) {
            throw new MinutesException("ENVELOPE_MALFORMED", name + " is no sound base64: " + e.getMessage(), e);
        }
        at = 0;
        System.arraycopy(digits, whole, digits, 0, kept - whole);
        kept -= whole;
    }

    private void take(byte one) {
        if (one == '\n' || one == '\r') {
            lineBegins = true;
            inArmour = false;
        } else if (lineBegins && one == '-') {
            inArmour = true;
            lineBegins = false;
        } else if (!inArmour && one != ' ' && one != '\t' && (one & 0x80) == 0) {
            digits[kept++] = one;
            lineBegins = false;
        }
    }
}
