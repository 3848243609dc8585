// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads MPEG program streams.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-H.222.0">ITU-T H.222.0, 2.5</a>
 */
final class PsReader implements Reader {
    private static final int PACK = 0x1ba;
    private static final int END = 0x1b9;
    private static final long ENDS = 1 << 20;

    private final Map<Integer, DraftTrack> tracks = new HashMap<>();
    private final Map<Integer, Pes> times = new HashMap<>();

    @Override
    public void read(MediaBytes bytes, Draft draft) throws IOException {
        draft.form("PS");
        boolean all = bytes.affordsAll();
        packets(bytes, draft, 0, all ? bytes.size() : ENDS);
        if (!all) {
            draft.fault(Fault.NOT_ALL_READ, "");
            for (long at = bytes.size() - ENDS; at + 4 < bytes.size(); at++) {
                if (bytes.u8(at) == 0 && bytes.u32(at) == PACK) {
                    packets(bytes, draft, at, bytes.size());
                    break;
                }
            }
        }
        TsReader.lasts(draft, times);
    }

    private void packets(MediaBytes bytes, Draft draft, long from, long to) throws IOException {
        long at = from;
        while (to - at >= 4) {
            long code = bytes.u32(at);
            if (code == PACK) {
                boolean second = bytes.u8(at + 4) >> 6 == 1;
                at += second ? 14 + (bytes.u8(at + 13) & 7) : 12;
            } else if (code == END) {
                at += 4;
            } else if (code >> 8 == 1 && code > PACK) {
                long end = at + 6 + bytes.u16(at + 4);
                if (end > bytes.size()) {
                    draft.fault(Fault.TRUNCATED, (end - bytes.size()) + " B");
                    return;
                }
                packet(bytes, draft, (int) code & 0xff, at, end);
                at = end;
            } else {
                draft.fault(Fault.MALFORMED, "byte " + at);
                return;
            }
        }
    }

    private void packet(MediaBytes bytes, Draft draft, int stream, long at, long end) throws IOException {
        boolean picture = stream >> 4 == 0xe;
        if (!picture && stream >> 5 != 6) {
            return;
        }
        DraftTrack track = tracks.get(stream);
        if (track == null) {
            track = picture
                    ? draft.track(DraftTrack.Kind.VIDEO, "mpeg2video")
                    : draft.track(DraftTrack.Kind.AUDIO, "mp2");
            tracks.put(stream, track);
        }
        long content = times(stream, track).read(bytes, at, end);
        if (content >= 0) {
            Elementary.look(bytes, content, end, track);
        }
    }

    private Pes times(int stream, DraftTrack track) {
        return times.computeIfAbsent(stream, number -> new Pes(track));
    }
}
