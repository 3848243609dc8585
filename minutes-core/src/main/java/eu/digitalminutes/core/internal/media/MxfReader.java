// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import java.io.IOException;

/** Reads Material Exchange Format files: the header's description of the essence, and whether the footer is there. */
final class MxfReader implements Reader {
    private static final String LABEL = "\u0006\u000e+4";
    private static final String PARTITION = LABEL + "\u0002\u0005\u0001\u0001\r\u0001\u0002\u0001\u0001";
    private static final String SET = LABEL + "\u0002S\u0001\u0001\r\u0001\u0001\u0001\u0001\u0001";
    private static final String ESSENCE = LABEL + "\u0001\u0002\u0001\u0001\r\u0001\u0003\u0001";
    private static final int FOOTER = 4;
    private static final int MOST_TRACKS = 64;
    private static final int TIMELINE = 0x3b;
    private static final int SEQUENCE = 0x0f;

    private double unitsPerSecond;

    private long next;
    private long length;

    @Override
    public void read(MediaBytes bytes, Draft draft) throws IOException {
        draft.form("MXF");
        long body = body(bytes, 0);
        int operationalPattern = bytes.u8(body + 64 + 12);
        int packages = bytes.u8(body + 64 + 13);
        if (operationalPattern >= 1 && operationalPattern <= 3 && packages >= 1 && packages <= 3) {
            draft.variant("OP" + operationalPattern + (char) ('a' + packages - 1));
        }
        long footer = bytes.u64(body + 24);
        long metadataEnd = next + Math.min(bytes.u64(body + 32), bytes.size());
        long at = next;
        boolean essence = false;
        while (at < bytes.size() && !essence) {
            essence = bytes.says(at, ESSENCE);
            long content = body(bytes, at);
            if (bytes.says(at, SET) && at < metadataEnd) {
                set(bytes, draft, bytes.u8(at + 14), content);
            } else if (essence) {
                look(bytes, draft, content);
            }
            at = next;
        }
        footer(bytes, draft, footer);
    }

    private void look(MediaBytes bytes, Draft draft, long content) throws IOException {
        for (DraftTrack track : draft.tracks()) {
            if (track.kind() == DraftTrack.Kind.VIDEO) {
                Elementary.look(bytes, content, content + length, track);
            }
        }
    }

    /** Where the content of the element at a place begins; remembers where the next element does. */
    private long body(MediaBytes bytes, long at) throws IOException {
        int first = bytes.u8(at + 16);
        int more = first > 0x80 ? Math.min(first & 0x7f, 8) : 0;
        length = more == 0 ? first & 0x7f : 0;
        for (int i = 0; i < more; i++) {
            length = (length << 8) | bytes.u8(at + 17 + i);
        }
        length = length < 0 ? Long.MAX_VALUE / 2 : Math.min(length, Long.MAX_VALUE / 2);
        next = at + 17 + more + length;
        return at + 17 + more;
    }

    private void footer(MediaBytes bytes, Draft draft, long footer) throws IOException {
        if (footer == 0) {
            draft.fault(Fault.RECORDER_CRASH, "footer");
            return;
        }
        if (!bytes.holds(footer, 17)) {
            draft.fault(Fault.TRUNCATED, "footer");
            return;
        }
        if (!bytes.says(footer, PARTITION) || bytes.u8(footer + 13) != FOOTER) {
            draft.fault(Fault.MALFORMED, "footer");
            return;
        }
        long at = footer;
        while (at < bytes.size()) {
            if (!bytes.says(at, LABEL)) {
                draft.fault(Fault.APPENDED_DATA, (bytes.size() - at) + " B");
                return;
            }
            body(bytes, at);
            at = next;
        }
        if (at > bytes.size()) {
            draft.fault(Fault.TRUNCATED, (at - bytes.size()) + " B");
        }
    }

    private void set(MediaBytes bytes, Draft draft, int kind, long content) throws IOException {
        if (kind == TIMELINE || kind == SEQUENCE) {
            time(bytes, draft, content);
            return;
        }
        boolean picture = kind == 0x27 || kind == 0x28 || kind == 0x29 || kind == 0x51;
        boolean sound = kind == 0x42 || kind == 0x47 || kind == 0x48;
        if ((!picture && !sound) || draft.tracks().size() >= MOST_TRACKS) {
            return;
        }
        DraftTrack track =
                picture ? draft.track(DraftTrack.Kind.VIDEO, "") : draft.track(DraftTrack.Kind.AUDIO, "pcm_s16le");
        double editRate = 0;
        long duration = -1;
        long end = Math.min(next, bytes.size());
        long at = content;
        while (at + 4 <= end) {
            int tag = bytes.u16(at);
            int size = bytes.u16(at + 2);
            long value = at + 4;
            switch (tag) {
                case 0x3001 -> editRate = bytes.u32(value) / (double) Math.max(1, bytes.u32(value + 4));
                case 0x3002 -> duration = bytes.u64(value);
                case 0x3203 -> track.picture((int) Math.min(bytes.u32(value), 1 << 20), track.height());
                case 0x3202 -> track.picture(track.width(), (int) Math.min(bytes.u32(value), 1 << 20));
                case 0x3201 -> track.codec(picture(bytes, value));
                case 0x3d01 -> track.codec("pcm_s" + bytes.u32(value) + "le");
                case 0x3d03 -> track.sound(bytes.u32(value), track.channels());
                case 0x3d07 -> track.sound(track.sampleRate(), (int) Math.min(bytes.u32(value), 1 << 16));
                default -> {}
            }
            at = value + size;
        }
        if (editRate > 0 && duration >= 0) {
            draft.lastsAtLeast(duration / editRate);
        }
    }

    /** A track says how many units a second has, the sequence after it how many units it lasts. */
    private void time(MediaBytes bytes, Draft draft, long content) throws IOException {
        long end = Math.min(next, bytes.size());
        long at = content;
        while (at + 4 <= end) {
            int tag = bytes.u16(at);
            long value = at + 4;
            if (tag == 0x4b01) {
                unitsPerSecond = bytes.u32(value) / (double) Math.max(1, bytes.u32(value + 4));
            } else if (tag == 0x0202 && unitsPerSecond > 0 && bytes.u64(value) != Long.MAX_VALUE) {
                draft.lastsAtLeast(bytes.u64(value) / unitsPerSecond);
            }
            at = value + bytes.u16(at + 2);
        }
    }

    private static String picture(MediaBytes bytes, long label) throws IOException {
        int family = bytes.u8(label + 12);
        int kind = bytes.u8(label + 13);
        return switch (family) {
            case 1 -> kind >= 0x30 ? "h264" : kind >= 0x20 ? "mpeg4" : "mpeg2video";
            case 2 -> "dvvideo";
            case 3 -> kind == 1 ? "jpeg2000" : kind == 6 ? "prores" : "";
            case 0x71 -> "vc3";
            default -> "";
        };
    }
}
