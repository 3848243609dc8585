// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import java.io.IOException;

/**
 * The packets that MPEG streams are made of, and the time that they state.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-H.222.0">ITU-T H.222.0, 2.4.3.6</a>
 */
final class Pes {
    static final int CLOCK = 90_000;
    private static final long WRAP = 1L << 33;

    private final boolean frames;
    private long first = -1;
    private long last = -1;
    private long step = Long.MAX_VALUE;

    Pes(DraftTrack track) {
        // A packet holds one picture, but several frames of sound.
        this.frames = track.kind() == DraftTrack.Kind.VIDEO;
    }

    /** Takes the time of the packet at a place and returns where its content begins; -1 if it is no packet. */
    long read(MediaBytes bytes, long at, long end) throws IOException {
        if (end - at < 9 || bytes.u24(at) != 1) {
            return -1;
        }
        if (bytes.u8(at + 6) >> 6 != 2) {
            return older(bytes, at + 6, end);
        }
        if ((bytes.u8(at + 7) & 0x80) != 0 && end - at >= 14) {
            take(time(bytes, at + 9));
        }
        return Math.min(at + 9 + bytes.u8(at + 8), end);
    }

    /** A packet of MPEG-1: stuffing, perhaps the size of a buffer, perhaps a time. */
    private long older(MediaBytes bytes, long from, long end) throws IOException {
        long at = from;
        while (at + 10 < end && bytes.u8(at) == 0xff) {
            at++;
        }
        at += bytes.u8(at) >> 6 == 1 ? 2 : 0;
        int form = at + 10 <= end ? bytes.u8(at) >> 4 : 0;
        if (form == 2 || form == 3) {
            take(time(bytes, at));
        }
        return Math.min(at + (form == 2 ? 5 : form == 3 ? 10 : 1), end);
    }

    private static long time(MediaBytes bytes, long at) throws IOException {
        return ((long) (bytes.u8(at) & 0x0e) << 29)
                | ((long) (bytes.u16(at + 1) & 0xfffe) << 14)
                | (bytes.u16(at + 3) >> 1);
    }

    private void take(long stated) {
        long time = first >= 0 && stated < first - WRAP / 2 ? stated + WRAP : stated;
        if (first < 0 || time < first) {
            first = time;
        }
        if (last >= 0 && time > last) {
            step = Math.min(step, time - last);
        }
        last = Math.max(last, time);
    }

    /** When the first packet begins, in seconds; negative if none states its time. */
    double begins() {
        return first < 0 ? -1 : first / (double) CLOCK;
    }

    /** When the last packet ends, as far as the distance between packets tells. */
    double ends() {
        return (last + (frames && step != Long.MAX_VALUE ? step : 0)) / (double) CLOCK;
    }
}
