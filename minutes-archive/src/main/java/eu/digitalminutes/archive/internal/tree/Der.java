// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.tree;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * The few forms of DER that evidence records are made of, written from the last byte to the first: the length of what an
 * element holds is known when its head is written, and nothing is copied from one buffer into the next.
 */
final class Der {
    static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final int OBJECT_IDENTIFIER = 0x06;

    private byte[] buffer;
    private int start;

    /** Nothing yet, with room for some bytes; more is made when it is needed. */
    Der(int room) {
        this.buffer = new byte[room];
        this.start = room;
    }

    /** How much is written, to be given to {@link #head} when the element has begun. */
    int written() {
        return buffer.length - start;
    }

    /** Puts bytes that are DER already, or the content of an element, before everything that is written. */
    void bytes(byte[] bytes) {
        reserve(bytes.length);
        start -= bytes.length;
        System.arraycopy(bytes, 0, buffer, start, bytes.length);
    }

    /** Begins the element that holds all that was written since. */
    void head(int tag, int since) {
        int length = written() - since;
        int more = length < 0x80 ? 0 : (39 - Integer.numberOfLeadingZeros(length)) / 8;
        reserve(2 + more);
        for (int i = 0; i < more; i++) {
            buffer[--start] = (byte) (length >>> (8 * i));
        }
        buffer[--start] = (byte) (more == 0 ? length : 0x80 | more);
        buffer[--start] = (byte) tag;
    }

    void octets(byte[] value) {
        int since = written();
        bytes(value);
        head(OCTETS, since);
    }

    /** A constructed element with an implicit context tag. */
    void implicit(int number, int since) {
        head(0xa0 | number, since);
    }

    void objectIdentifier(String dotted) {
        String[] arcs = dotted.split("\\.", -1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(Integer.parseInt(arcs[0]) * 40 + Integer.parseInt(arcs[1]));
        for (int i = 2; i < arcs.length; i++) {
            int arc = Integer.parseInt(arcs[i]);
            for (int shift = 28; shift > 0; shift -= 7) {
                if (arc >>> shift != 0) {
                    out.write(0x80 | ((arc >>> shift) & 0x7f));
                }
            }
            out.write(arc & 0x7f);
        }
        int since = written();
        bytes(out.toByteArray());
        head(OBJECT_IDENTIFIER, since);
    }

    /** Everything that was written. */
    byte[] encoded() {
        return Arrays.copyOfRange(buffer, start, buffer.length);
    }

    private void reserve(int bytes) {
        if (start < bytes) {
            byte[] larger = new byte[2 * buffer.length + bytes];
            int written = written();
            System.arraycopy(buffer, start, larger, larger.length - written, written);
            start = larger.length - written;
            buffer = larger;
        }
    }
}
