// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import java.io.IOException;
import java.util.List;

/** Looks into every picture of H.264 and H.265: the lengths of its parts must add up to its own. */
final class Mp4Samples {
    /** What every recorder writes; other widths are not looked into. */
    private static final int LENGTH_BYTES = 4;

    private Mp4Samples() {}

    static void check(MediaBytes bytes, Draft draft, List<Mp4Track> tracks) throws IOException {
        boolean sound = draft.faults().keySet().stream().allMatch(fault -> fault.whole() == Fault.Whole.YES);
        if (!sound || draft.has(Fault.ENCRYPTED) || draft.has(Fault.EXTERNAL_ESSENCE)) {
            return;
        }
        for (Mp4Track track : tracks) {
            DraftTrack described = track.described();
            if (described != null && described.lengthBytes() == LENGTH_BYTES) {
                long wrong = track.tables().eachSample(bytes, Mp4Samples::wellFormed);
                if (wrong > 0) {
                    draft.fault(Fault.SAMPLES_DAMAGED, described.codec() + " " + wrong);
                }
            }
        }
    }

    /** Each part is preceded by its length in four bytes. */
    private static boolean wellFormed(MediaBytes bytes, long at, long size) throws IOException {
        long end = at + size;
        long next = at;
        while (next + 4 < end) {
            long length = bytes.u32(next);
            if (length == 0 || length > end - next - 4 || (bytes.u8(next + 4) & 0x80) != 0) {
                return false;
            }
            next += 4 + length;
        }
        return next == end;
    }
}
