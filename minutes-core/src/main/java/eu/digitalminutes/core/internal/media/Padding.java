// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import java.io.IOException;
import java.util.Locale;

/** Looks whether padding, which players skip, holds a program for somebody else. */
final class Padding {
    private static final int LOOKED_AT = 4096;

    private Padding() {}

    static void check(MediaBytes bytes, Draft draft, long at, long length) throws IOException {
        String text = bytes.text(at, (int) Math.min(length, LOOKED_AT)).toLowerCase(Locale.ROOT);
        if (text.contains("<script") || text.contains("<html") || text.contains("<?php") || text.startsWith("#!/")) {
            draft.fault(Fault.SCRIPT_IN_PADDING, String.valueOf(at));
        }
    }
}
