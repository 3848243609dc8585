// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import java.io.IOException;

/**
 * Finds the last fragment of a file that has too many to look at each: by the index at the end, else by its name.
 *
 * @see <a href="https://www.iso.org/standard/83102.html">ISO/IEC 14496-12, 8.8.9 to 8.8.11</a>
 */
final class Mp4Tail {
    private static final long NONE = -1;
    private static final long SCANNED = 4L << 20;
    private static final long ALLOWED = SCANNED + (1 << 20);
    private static final long MOOF = 0x6d6f6f66L;
    private static final long MFHD = 0x6d666864L;
    private static final long LARGEST_INDEX = 1 << 20;

    private Mp4Tail() {}

    /** Where the last fragment begins; negative if it was not found. */
    static long lastFragment(MediaBytes bytes) throws IOException {
        bytes.grant(ALLOWED);
        long indexed = byIndex(bytes);
        return indexed >= 0 ? indexed : byName(bytes);
    }

    private static long byIndex(MediaBytes bytes) throws IOException {
        long size = bytes.u32(bytes.size() - 4);
        long at = bytes.size() - size;
        if (size < 24 || size > LARGEST_INDEX || !bytes.says(at + 4, "mfra")) {
            return NONE;
        }
        long last = NONE;
        long next = at + 8;
        while (next + 24 < bytes.size() && bytes.says(next + 4, "tfra")) {
            last = Math.max(last, lastOfTrack(bytes, next));
            next += Math.max(24, bytes.u32(next));
        }
        return last >= 0 && bytes.says(last + 4, "moof") ? last : NONE;
    }

    /** The last entry of a track's index: a time and the place of its fragment, then three short numbers. */
    private static long lastOfTrack(MediaBytes bytes, long box) throws IOException {
        boolean wide = bytes.u8(box + 8) == 1;
        long lengths = bytes.u32(box + 16);
        long numbers = (lengths >> 4 & 3) + (lengths >> 2 & 3) + (lengths & 3) + 3;
        long entry = (wide ? 16 : 8) + numbers;
        long count = bytes.u32(box + 20);
        long at = box + 24 + (count - 1) * entry;
        if (count == 0 || at + entry > box + bytes.u32(box)) {
            return NONE;
        }
        return wide ? bytes.u64(at + 8) : bytes.u32(at + 4);
    }

    private static long byName(MediaBytes bytes) throws IOException {
        long found = NONE;
        for (long at = Math.max(0, bytes.size() - SCANNED); at + 16 < bytes.size(); at++) {
            if (bytes.u8(at + 4) == 'm' && bytes.u32(at + 4) == MOOF && bytes.u32(at + 12) == MFHD) {
                found = at;
            }
        }
        return found;
    }
}
