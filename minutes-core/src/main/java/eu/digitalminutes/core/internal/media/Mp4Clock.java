// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import java.io.IOException;

/**
 * The clock of a track, which goes on by samples: the table of durations holds runs of samples that last as long as each
 * other.
 *
 * @see <a href="https://www.iso.org/standard/83102.html">ISO/IEC 14496-12, 8.6.1.2</a>
 */
final class Mp4Clock {
    private static final long LATEST = Long.MAX_VALUE / 4;

    private final MediaBytes bytes;
    private final long end;
    private long next;
    private long runLeft;
    private long each;
    private long time;

    Mp4Clock(MediaBytes bytes, Mp4Box table) {
        this.bytes = bytes;
        this.next = table.body() + 8;
        this.end = table.end();
    }

    /** The time, in units of the track. */
    long time() {
        return time;
    }

    /** Lets some samples pass; those that the table does not list last no time. */
    void advance(long samples) throws IOException {
        long left = samples;
        while (left > 0) {
            if (runLeft == 0) {
                if (next + 8 > end) {
                    return;
                }
                runLeft = bytes.u32(next);
                each = bytes.u32(next + 4);
                next += 8;
            }
            long now = Math.min(left, runLeft);
            time = Math.min(time + now * Math.min(each, 1L << 28), LATEST);
            runLeft -= now;
            left -= now;
        }
    }
}
