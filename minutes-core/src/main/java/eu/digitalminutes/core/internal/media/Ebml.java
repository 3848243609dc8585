// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import java.io.IOException;

/**
 * One element of an EBML file.
 *
 * @param id its identifier, with the marker bits
 * @param at where it begins
 * @param body where its content begins
 * @param size how many bytes the content has; negative if that is not said
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8794">RFC 8794</a>
 */
record Ebml(long id, long at, long body, long size) {
    /** The identifier of what could not be read as an element. */
    static final long NONE = 0;

    static Ebml at(MediaBytes bytes, long at) throws IOException {
        int first = bytes.u8(at);
        int idLength = Integer.numberOfLeadingZeros(first) - 23;
        if (idLength > 4) {
            return new Ebml(NONE, at, at, 0);
        }
        long id = 0;
        for (int i = 0; i < idLength; i++) {
            id = (id << 8) | bytes.u8(at + i);
        }
        long place = at + idLength;
        int sizeLength = Integer.numberOfLeadingZeros(bytes.u8(place)) - 23;
        if (sizeLength > 8) {
            return new Ebml(NONE, at, at, 0);
        }
        long size = bytes.u8(place) & ((1 << (8 - sizeLength)) - 1);
        for (int i = 1; i < sizeLength; i++) {
            size = (size << 8) | bytes.u8(place + i);
        }
        boolean unknown = size == (1L << (7 * sizeLength)) - 1;
        return new Ebml(id, at, place + sizeLength, unknown ? -1 : size);
    }

    /** Where the element ends; beyond every file if that is not said. */
    long end() {
        return size < 0 ? Long.MAX_VALUE : body + size;
    }

    boolean open() {
        return size < 0;
    }

    /** The content as a whole number of at most eight bytes. */
    long number(MediaBytes bytes) throws IOException {
        long value = 0;
        for (long i = 0; i < Math.min(Math.max(size, 0), 8); i++) {
            value = (value << 8) | bytes.u8(body + i);
        }
        return value < 0 ? Long.MAX_VALUE : value;
    }

    /** The content as a floating-point number of four or eight bytes; -1 if it is none. */
    double real(MediaBytes bytes) throws IOException {
        if (size == 4) {
            return Float.intBitsToFloat((int) bytes.u32(body));
        }
        return size == 8 ? Double.longBitsToDouble((bytes.u32(body) << 32) | bytes.u32(body + 4)) : -1;
    }

    /** The content as characters, without zeros at the end. */
    String text(MediaBytes bytes) throws IOException {
        return bytes.text(body, (int) Math.min(Math.max(size, 0), 64)).replaceAll("\0.*", "");
    }
}
