// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Looks for a word in what comes by. A PDF, a ZIP or an XML file can only be verified by going back and forth in it; without
 * the word that every signed one contains it need not be opened again.
 */
final class Sighting {
    private static final int BLOCK = 1 << 16;

    private Sighting() {}

    /** Reads to the end, and says whether the word was there. */
    static boolean of(String word, InputStream in) throws IOException {
        byte[] wanted = word.getBytes(StandardCharsets.US_ASCII);
        byte[] block = new byte[BLOCK];
        boolean seen = false;
        int kept = 0;
        for (int count = in.read(block, kept, BLOCK - kept); count >= 0; count = in.read(block, kept, BLOCK - kept)) {
            int filled = kept + count;
            seen = seen || isIn(block, filled, wanted);
            kept = Math.min(filled, wanted.length - 1);
            System.arraycopy(block, filled - kept, block, 0, kept);
        }
        return seen;
    }

    private static boolean isIn(byte[] block, int filled, byte[] wanted) {
        for (int at = 0; at <= filled - wanted.length; at++) {
            int same = 0;
            while (same < wanted.length && block[at + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return true;
            }
        }
        return false;
    }
}
