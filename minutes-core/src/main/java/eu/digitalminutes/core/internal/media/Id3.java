// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import java.io.IOException;

/** The ID3 tags before the sound. */
final class Id3 {
    private static final int MOST = 8;

    private Id3() {}

    /** Where the tags at the beginning of a file end. */
    static long end(MediaBytes bytes) throws IOException {
        long at = 0;
        for (int i = 0; i < MOST && bytes.says(at, "ID3") && bytes.holds(at, 10); i++) {
            long size = 0;
            for (int part = 6; part < 10; part++) {
                size = (size << 7) | (bytes.u8(at + part) & 0x7f);
            }
            at += 10 + size + ((bytes.u8(at + 5) & 0x10) != 0 ? 10 : 0);
        }
        return at;
    }
}
