// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import java.io.IOException;

/** Reads one form of file. */
interface Reader {
    /** Tells the draft what the file holds; what was told before a failure stays. */
    void read(MediaBytes bytes, Draft draft) throws IOException;
}
