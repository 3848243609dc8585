// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.cms;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Walks along the tags and lengths of BER that comes by once; lengths are long, and only small values are held.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-X.690">ITU-T X.690, clause 8.1</a>
 */
final class BerInput {
    /** No signature is nested deeper; libraries that recurse would run out of stack. */
    private static final int MAX_DEPTH = 64;

    private final InputStream in;
    private long at;

    BerInput(InputStream in) {
        this.in = in;
    }

    /** How many bytes have come by. */
    long position() {
        return at;
    }

    /** The next tag with its length. */
    Ber.Header header() throws IOException {
        int tag = next();
        if ((tag & 0x1f) == 0x1f) {
            throw new MalformedEnvelope("a tag of several bytes stands at " + (at - 1));
        }
        int first = next();
        if (first == 0x80) {
            return new Ber.Header(tag, Ber.INDEFINITE, at);
        }
        long length = first;
        if (first > 0x80) {
            length = 0;
            for (int i = 0; i < (first & 0x7f); i++) {
                if (length >>> (Long.SIZE - Byte.SIZE - 1) != 0) {
                    throw new MalformedEnvelope("a length of " + (first & 0x7f) + " bytes stands at " + at);
                }
                length = (length << 8) | next();
            }
        }
        return new Ber.Header(tag, length, at);
    }

    /** The next tag, which must be a certain one. */
    Ber.Header header(int tag, String what) throws IOException {
        Ber.Header header = header();
        if (header.tag() != tag) {
            throw new MalformedEnvelope(what + " is missing at " + header.valueAt());
        }
        return header;
    }

    /** Some of the next bytes, at least one. */
    int read(byte[] into, int offset, int length) throws IOException {
        int count = in.read(into, offset, length);
        if (count <= 0) {
            throw cut();
        }
        at += count;
        return count;
    }

    /** The value of a small primitive. */
    byte[] value(Ber.Header header, int limit) throws IOException {
        if (header.length() < 0 || header.length() > limit) {
            throw new MalformedEnvelope("a value of " + header.length() + " bytes stands at " + at);
        }
        byte[] value = in.readNBytes((int) header.length());
        at += value.length;
        if (value.length < header.length()) {
            throw cut();
        }
        return value;
    }

    /** A whole element whose tag has been read, with all that is in it. */
    byte[] element(Ber.Header header, int limit) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        copy(header, limit, 0, out);
        byte[] element = out.toByteArray();
        requireShallow(element);
        return element;
    }

    private void copy(Ber.Header header, int limit, int depth, ByteArrayOutputStream out) throws IOException {
        if (depth > MAX_DEPTH) {
            throw tooDeep();
        }
        out.writeBytes(start(header));
        if (header.length() >= 0) {
            out.writeBytes(value(header, Math.max(0, limit - out.size())));
            return;
        }
        for (Ber.Header inner = header(); !inner.isEnd(); inner = header()) {
            copy(inner, limit, depth + 1, out);
            if (out.size() > limit) {
                throw new MalformedEnvelope("its signatures take more than " + limit + " bytes");
            }
        }
        out.write(0);
        out.write(0);
    }

    private static byte[] start(Ber.Header header) {
        return header.length() == Ber.INDEFINITE
                ? new byte[] {(byte) header.tag(), (byte) 0x80}
                : EnvelopeBytes.header(header.tag(), header.length());
    }

    /**
     * Fails where values lie in each other deeper than any library should be asked to follow. What is no BER passes: it is
     * for the parser to say so.
     */
    static void requireShallow(byte[] element) throws IOException {
        long[] ends = new long[MAX_DEPTH + 1];
        int depth = 0;
        ends[0] = element.length;
        int at = 0;
        while (at + 1 < element.length) {
            while (depth > 0 && ends[depth] != Long.MAX_VALUE && at >= ends[depth]) {
                depth--;
            }
            int tag = element[at++] & 0xff;
            int first = element[at++] & 0xff;
            if (tag == 0 && first == 0) {
                depth = Math.max(0, depth - 1);
                continue;
            }
            long length = first;
            if (first > 0x80) {
                length = 0;
                for (int i = 0; i < (first & 0x7f) && at < element.length; i++) {
                    length = Math.min((length << 8) | (element[at++] & 0xff), Integer.MAX_VALUE);
                }
            }
            if ((tag & 0x20) == 0) {
                at = (int) Math.min(at + length, element.length);
            } else if (depth == MAX_DEPTH) {
                throw tooDeep();
            } else {
                ends[++depth] = first == 0x80 ? Long.MAX_VALUE : at + length;
            }
        }
    }

    private static MalformedEnvelope tooDeep() {
        return new MalformedEnvelope("values lie in each other deeper than " + MAX_DEPTH + " levels");
    }

    /** Whether nothing follows. */
    boolean isAtEnd() throws IOException {
        return in.read() < 0;
    }

    private int next() throws IOException {
        int one = in.read();
        if (one < 0) {
            throw cut();
        }
        at++;
        return one;
    }

    private MalformedEnvelope cut() {
        return new MalformedEnvelope("it ends at " + at + ", in the middle of a value");
    }
}
