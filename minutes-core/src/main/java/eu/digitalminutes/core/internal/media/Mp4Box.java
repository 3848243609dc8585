// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import java.io.IOException;

/**
 * One box of an ISO base media file.
 *
 * @param type its four characters
 * @param at where it begins
 * @param body where its content begins
 * @param end where it should end
 * @param open whether it goes on to the end of the file
 * @see <a href="https://www.iso.org/standard/83102.html">ISO/IEC 14496-12, 4.2</a>
 */
record Mp4Box(String type, long at, long body, long end, boolean open) {
    /** The box at a place; one of an impossible size ends where it begins. */
    static Mp4Box at(MediaBytes bytes, long at) throws IOException {
        long size = bytes.u32(at);
        String type = bytes.name(at + 4);
        long body = at + 8;
        if (size == 1) {
            size = bytes.u64(at + 8);
            body = at + 16;
        }
        if (size == 0) {
            return new Mp4Box(type, at, body, bytes.size(), true);
        }
        boolean impossible = size < body - at || size > Long.MAX_VALUE - at;
        return new Mp4Box(type, at, body, impossible ? at : at + size, false);
    }

    boolean impossible() {
        return end < body;
    }

    /** The same box as far as another one, or the file, goes. */
    Mp4Box within(long limit) {
        return end <= limit ? this : new Mp4Box(type, at, body, Math.max(limit, body), open);
    }

    /** How many bytes the content has. */
    long length() {
        return end - body;
    }

    /** Whether the type is made of letters, digits and what else types are made of. */
    boolean named() {
        return type.chars().allMatch(c -> (c >= ' ' && c < 0x7f) || c == 0xa9);
    }
}
