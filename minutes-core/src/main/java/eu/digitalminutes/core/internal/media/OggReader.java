// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads Ogg files: every page has a number and a checksum, the last page of a stream says so.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3533">RFC 3533</a>
 */
final class OggReader implements Reader {
    private static final int[] CRC = table();
    private static final int HEADER = 27;
    private static final int MOST_STREAMS = 64;
    private static final long ENDS = 1 << 17;

    /** One stream in the file. */
    private static final class Stream {
        private long rate;
        private long skip;
        private int granuleShift;
        private long page = -1;
        private long granule = -1;
        private boolean ended;
        private boolean known;

        double seconds() {
            if (!known || granule < 0 || rate <= 0) {
                return -1;
            }
            long frames = granuleShift == 0
                    ? granule - skip
                    : (granule >> granuleShift) + (granule & ((1L << granuleShift) - 1));
            return Math.max(0, frames) / (double) rate;
        }
    }

    private final Map<Long, Stream> streams = new HashMap<>();

    @Override
    public void read(MediaBytes bytes, Draft draft) throws IOException {
        draft.form("OGG");
        boolean all = bytes.affordsAll();
        long stop = all ? bytes.size() : Math.min(bytes.size(), ENDS);
        pages(bytes, draft, 0, stop, true);
        if (!all) {
            draft.fault(Fault.NOT_ALL_READ, "");
            pages(bytes, draft, lastPages(bytes), bytes.size(), false);
        }
        for (Stream stream : streams.values()) {
            draft.lastsAtLeast(stream.seconds());
            if (!stream.ended) {
                draft.fault(Fault.END_MISSING, "page " + stream.page);
            }
        }
    }

    private static long lastPages(MediaBytes bytes) throws IOException {
        for (long at = Math.max(0, bytes.size() - ENDS); at < bytes.size(); at++) {
            if (bytes.u8(at) == 'O' && bytes.says(at, "OggS")) {
                return at;
            }
        }
        return bytes.size();
    }

    private void pages(MediaBytes bytes, Draft draft, long from, long stop, boolean inRow) throws IOException {
        long at = from;
        while (at < stop) {
            if (!bytes.says(at, "OggS")) {
                boolean over = streams.values().stream().allMatch(stream -> stream.ended);
                draft.fault(over ? Fault.APPENDED_DATA : Fault.MALFORMED, "byte " + at);
                return;
            }
            int segments = bytes.holds(at, HEADER) ? bytes.u8(at + 26) : 0;
            long body = at + HEADER + segments;
            long next = body;
            for (int i = 0; i < segments; i++) {
                next += bytes.u8(at + HEADER + i);
            }
            if (next > bytes.size() || !bytes.holds(at, HEADER)) {
                draft.fault(Fault.TRUNCATED, (next - bytes.size()) + " B");
                return;
            }
            page(bytes, draft, at, body, inRow);
            if (checksum(bytes, at, next) != (int) bytes.le32(at + 22)) {
                draft.fault(Fault.CHECKSUM_WRONG, "byte " + at);
            }
            at = next;
        }
    }

    private void page(MediaBytes bytes, Draft draft, long at, long body, boolean inRow) throws IOException {
        long serial = bytes.le32(at + 14);
        Stream stream = streams.get(serial);
        if (stream == null) {
            if (streams.size() >= MOST_STREAMS) {
                draft.fault(Fault.MALFORMED, "byte " + at);
                return;
            }
            stream = new Stream();
            streams.put(serial, stream);
            begin(bytes, draft, stream, body);
        }
        long number = bytes.le32(at + 18);
        if (inRow && number != stream.page + 1) {
            draft.fault(Fault.PACKETS_LOST, (stream.page + 1) + " > " + number);
        }
        stream.page = number;
        long granule = bytes.le64(at + 6);
        if (granule != Long.MAX_VALUE) {
            stream.granule = granule;
        }
        stream.ended |= (bytes.u8(at + 5) & 4) != 0;
    }

    private static void begin(MediaBytes bytes, Draft draft, Stream stream, long at) throws IOException {
        stream.known = true;
        if (bytes.says(at, "\u0001vorbis")) {
            stream.rate = bytes.le32(at + 12);
            draft.track(DraftTrack.Kind.AUDIO, "vorbis").sound(stream.rate, bytes.u8(at + 11));
        } else if (bytes.says(at, "OpusHead")) {
            stream.rate = 48_000;
            stream.skip = bytes.le16(at + 10);
            draft.track(DraftTrack.Kind.AUDIO, "opus").sound(stream.rate, bytes.u8(at + 9));
        } else if (bytes.says(at, "\u007fFLAC")) {
            stream.rate = bytes.u24(at + 27) >> 4;
            draft.track(DraftTrack.Kind.AUDIO, "flac").sound(stream.rate, ((bytes.u8(at + 29) >> 1) & 7) + 1);
        } else if (bytes.says(at, "Speex   ")) {
            stream.rate = bytes.le32(at + 36);
            draft.track(DraftTrack.Kind.AUDIO, "speex").sound(stream.rate, (int) bytes.le32(at + 48));
        } else if (bytes.says(at, "\u0080theora")) {
            long denominator = Math.max(1, bytes.u32(at + 26));
            stream.rate = bytes.u32(at + 22) / denominator;
            stream.granuleShift = (bytes.u16(at + 40) >> 5) & 31;
            draft.track(DraftTrack.Kind.VIDEO, "theora").picture(bytes.u24(at + 14), bytes.u24(at + 17));
        } else {
            stream.known = false;
            draft.track(DraftTrack.Kind.DATA, "");
        }
    }

    private static int checksum(MediaBytes bytes, long from, long to) throws IOException {
        int crc = 0;
        for (long at = from; at < to; at++) {
            int value = at >= from + 22 && at < from + 26 ? 0 : bytes.u8(at);
            crc = (crc << 8) ^ CRC[(crc >>> 24) ^ value];
        }
        return crc;
    }

    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int crc = i << 24;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc << 1) ^ (crc < 0 ? 0x04c11db7 : 0);
            }
            table[i] = crc;
        }
        return table;
    }
}
