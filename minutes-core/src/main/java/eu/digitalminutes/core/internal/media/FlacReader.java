// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import java.io.IOException;

/**
 * Reads FLAC files: the header says how many samples there are, the last frame how many came.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9639">RFC 9639</a>
 */
final class FlacReader implements Reader {
    private static final int SMALLEST_TAIL = 1 << 16;
    private static final int LARGEST_TAIL = 1 << 20;

    @Override
    public void read(MediaBytes bytes, Draft draft) throws IOException {
        draft.form("FLAC");
        long at = Id3.end(bytes) + 4;
        long stream = at + 4;
        long rate = bytes.u24(stream + 10) >> 4;
        int channels = ((bytes.u8(stream + 12) >> 1) & 7) + 1;
        long total = ((long) (bytes.u8(stream + 13) & 15) << 32) | bytes.u32(stream + 14);
        draft.track(DraftTrack.Kind.AUDIO, "flac").sound(rate, channels);
        boolean last = false;
        while (!last) {
            last = (bytes.u8(at) & 0x80) != 0;
            at += 4 + bytes.u24(at + 1);
        }
        FlacTail tail = new FlacTail(bytes, bytes.u16(stream), bytes.u24(stream + 7));
        long end = tail.end(at, Math.min(LARGEST_TAIL, Math.max(SMALLEST_TAIL, 4L * bytes.u24(stream + 7))));
        draft.lasts(total > 0 ? total : end, rate);
        if (total == 0) {
            draft.fault(Fault.SIZE_UNSTATED, "STREAMINFO");
        } else if (end < total) {
            draft.fault(Fault.FRAMES_MISSING, end < 0 ? "" : end + " / " + total);
        }
    }
}
