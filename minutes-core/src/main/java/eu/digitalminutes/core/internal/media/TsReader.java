// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads MPEG-2 transport streams: packets of one length, each with a small counter.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-H.222.0">ITU-T H.222.0</a>
 */
final class TsReader implements Reader {
    private static final int SYNC = 0x47;
    private static final int LENGTH = 188;
    private static final int NULL_PACKETS = 0x1fff;
    private static final long ENDS = 1 << 20;
    private static final int MOST_STREAMS = 64;

    private final int stride;
    private final int offset;
    private final Map<Integer, DraftTrack> tracks = new HashMap<>();
    private final Map<Integer, Pes> times = new HashMap<>();
    private final int[] counters = new int[NULL_PACKETS + 1];
    private int program = -1;
    private long lost;

    private TsReader(int stride, int offset) {
        this.stride = stride;
        this.offset = offset;
    }

    /** The reader for a file in which packets follow each other; null if they do not. */
    static @Nullable TsReader of(MediaBytes bytes) throws IOException {
        int[][] forms = {{LENGTH, 0}, {192, 4}, {204, 0}};
        for (int[] form : forms) {
            boolean all = bytes.holds(0, 3L * form[0] + form[1]);
            for (int i = 0; i < 3 && all; i++) {
                all = bytes.u8(form[1] + (long) i * form[0]) == SYNC;
            }
            if (all) {
                return new TsReader(form[0], form[1]);
            }
        }
        return null;
    }

    @Override
    public void read(MediaBytes bytes, Draft draft) throws IOException {
        draft.form("TS");
        draft.variant(String.valueOf(stride));
        boolean all = bytes.affordsAll();
        packets(bytes, draft, 0, all ? bytes.size() : Math.min(ENDS, bytes.size()));
        if (!all) {
            draft.fault(Fault.NOT_ALL_READ, "");
            java.util.Arrays.fill(counters, 0);
            packets(bytes, draft, (bytes.size() - ENDS) / stride * stride, bytes.size());
        }
        if (bytes.size() % stride != 0) {
            draft.fault(Fault.TRUNCATED, (stride - bytes.size() % stride) + " B");
        }
        if (lost > 0) {
            draft.fault(Fault.PACKETS_LOST, String.valueOf(lost));
        }
        lasts(draft, times);
    }

    static void lasts(Draft draft, Map<Integer, Pes> times) {
        double begin = Double.MAX_VALUE;
        double end = -1;
        for (Pes time : times.values()) {
            if (time.begins() >= 0) {
                begin = Math.min(begin, time.begins());
                end = Math.max(end, time.ends());
            }
        }
        draft.lasts(end >= begin ? end - begin : -1);
    }

    private void packets(MediaBytes bytes, Draft draft, long from, long to) throws IOException {
        for (long at = from + offset; at + LENGTH <= to; at += stride) {
            if (bytes.u8(at) != SYNC) {
                draft.fault(Fault.MALFORMED, "byte " + at);
                return;
            }
            packet(bytes, draft, at);
        }
    }

    private void packet(MediaBytes bytes, Draft draft, long at) throws IOException {
        int pid = bytes.u16(at + 1) & NULL_PACKETS;
        boolean starts = (bytes.u8(at + 1) & 0x40) != 0;
        int control = bytes.u8(at + 3);
        long body = at + 4;
        boolean jump = false;
        if ((control & 0x20) != 0) {
            int length = bytes.u8(body);
            jump = length > 0 && (bytes.u8(body + 1) & 0x80) != 0;
            body += 1 + length;
        }
        long end = at + LENGTH;
        if ((control & 0x10) == 0 || pid == NULL_PACKETS || body >= end) {
            return;
        }
        int counter = (control & 15) + 1;
        int before = counters[pid];
        if (before != 0 && !jump && counter != before && counter != before % 16 + 1) {
            lost++;
        }
        counters[pid] = counter;
        if (starts && pid == 0 && program < 0) {
            programs(bytes, body, end);
        } else if (starts && pid == program && tracks.isEmpty()) {
            streams(bytes, draft, body, end);
        } else if (starts) {
            content(bytes, pid, body, end);
        }
    }

    private void content(MediaBytes bytes, int pid, long body, long end) throws IOException {
        DraftTrack track = tracks.get(pid);
        if (track == null) {
            return;
        }
        Pes time = times.computeIfAbsent(pid, number -> new Pes(track));
        long content = time.read(bytes, body, end);
        if (content >= 0) {
            Elementary.look(bytes, content, end, track);
        }
    }

    private void programs(MediaBytes bytes, long body, long end) throws IOException {
        long at = body + 1 + bytes.u8(body) + 8;
        for (; at + 4 <= end && program < 0; at += 4) {
            if (bytes.u16(at) != 0) {
                program = bytes.u16(at + 2) & NULL_PACKETS;
            }
        }
    }

    private void streams(MediaBytes bytes, Draft draft, long body, long limit) throws IOException {
        long section = body + 1 + bytes.u8(body);
        long end = Math.min(limit, section + 3 + (bytes.u16(section + 1) & 0xfff) - 4);
        long at = section + 12 + (bytes.u16(section + 10) & 0xfff);
        while (at + 5 <= end && tracks.size() < MOST_STREAMS) {
            DraftTrack track = describe(draft, bytes.u8(at));
            tracks.put(bytes.u16(at + 1) & NULL_PACKETS, track);
            at += 5 + (bytes.u16(at + 3) & 0xfff);
        }
    }

    private static DraftTrack describe(Draft draft, int type) {
        return switch (type) {
            case 0x01 -> draft.track(DraftTrack.Kind.VIDEO, "mpeg1video");
            case 0x02 -> draft.track(DraftTrack.Kind.VIDEO, "mpeg2video");
            case 0x10 -> draft.track(DraftTrack.Kind.VIDEO, "mpeg4");
            case 0x1b -> draft.track(DraftTrack.Kind.VIDEO, "h264");
            case 0x24 -> draft.track(DraftTrack.Kind.VIDEO, "hevc");
            case 0x03, 0x04 -> draft.track(DraftTrack.Kind.AUDIO, "mp2");
            case 0x0f, 0x11 -> draft.track(DraftTrack.Kind.AUDIO, "aac");
            case 0x81 -> draft.track(DraftTrack.Kind.AUDIO, "ac3");
            default -> draft.track(DraftTrack.Kind.DATA, "");
        };
    }
}
