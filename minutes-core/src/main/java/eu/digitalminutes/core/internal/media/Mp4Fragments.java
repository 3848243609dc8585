// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fragments of an MP4 file: each says where its time begins, so that a missing one leaves a gap.
 *
 * @see <a href="https://www.iso.org/standard/83102.html">ISO/IEC 14496-12, 8.8</a>
 */
final class Mp4Fragments {
    private static final long LONGEST = Long.MAX_VALUE / 4;

    /** A gap shorter than this, in seconds, is rounding. */
    private static final double ROUNDING = 0.25;

    private static final int MOST_TRACKS = 1000;
    private static final Defaults NONE = new Defaults(0, 0);

    private final List<Mp4Track> tracks;
    private final Map<Long, Defaults> defaults = new HashMap<>();
    private long declared;
    private long count;
    private long sequence = -1;
    private boolean jump;
    private long dataEnd;

    Mp4Fragments(List<Mp4Track> tracks) {
        this.tracks = tracks;
    }

    /** What holds for the samples of a track unless a fragment says otherwise. */
    private record Defaults(long duration, long size) {}

    boolean present() {
        return count > 0;
    }

    /** What {@code mvex} says beforehand: the defaults of each track, the length of the whole. */
    void defaults(MediaBytes bytes, Mp4Box box) throws IOException {
        if (box.type().equals("trex") && box.length() >= 24) {
            Defaults one = new Defaults(bytes.u32(box.body() + 12), bytes.u32(box.body() + 16));
            if (defaults.size() < MOST_TRACKS) {
                defaults.put(bytes.u32(box.body() + 4), one);
            }
        } else if (box.type().equals("mehd") && box.length() >= 8) {
            boolean wide = bytes.u8(box.body()) == 1;
            declared = wide ? bytes.u64(box.body() + 4) : bytes.u32(box.body() + 4);
        }
    }

    /** How long the movie with all fragments should be, in units of the movie; 0 if it is not said. */
    long declared() {
        return declared;
    }

    void read(MediaBytes bytes, Draft draft, Mp4Box moof) throws IOException {
        count++;
        jump = false;
        Mp4Boxes.each(bytes, draft, moof.body(), moof.end(), box -> {
            if (box.type().equals("mfhd")) {
                long number = bytes.u32(box.body() + 4);
                jump = sequence >= 0 && number != sequence + 1;
                sequence = number;
            } else if (box.type().equals("traf")) {
                new Fragment(moof.at()).read(bytes, draft, box);
            }
        });
    }

    void conclude(MediaBytes bytes, Draft draft) {
        if (dataEnd > bytes.size()) {
            draft.fault(Fault.TRUNCATED, "moof " + (dataEnd - bytes.size()));
        }
    }

    private @Nullable Mp4Track track(long id) {
        for (Mp4Track track : tracks) {
            if (track.id() == id) {
                return track;
            }
        }
        return null;
    }

    /** What one fragment says of one track. */
    private final class Fragment {
        private @Nullable Mp4Track track;
        private long base;
        private long duration;
        private long size;
        private long time;
        private long start;
        private long end;
        private final long at;

        Fragment(long at) {
            this.at = at;
            this.base = at;
        }

        void read(MediaBytes bytes, Draft draft, Mp4Box traf) throws IOException {
            Mp4Boxes.each(bytes, draft, traf.body(), traf.end(), box -> {
                switch (box.type()) {
                    case "tfhd" -> header(bytes, box);
                    case "tfdt" -> {
                        boolean wide = bytes.u8(box.body()) == 1;
                        begin(draft, wide ? bytes.u64(box.body() + 4) : bytes.u32(box.body() + 4));
                    }
                    case "trun" -> run(bytes, draft, box);
                    default -> {}
                }
            });
            if (track != null) {
                track.fragmentsEnd = time;
                if (track.continuous() && track.scale() > 0) {
                    draft.placed(at, end - at, track.presented(start), track.presented(time));
                }
            }
        }

        private void header(MediaBytes bytes, Mp4Box box) throws IOException {
            int flags = bytes.u24(box.body() + 1);
            track = track(bytes.u32(box.body() + 4));
            if (track == null) {
                return;
            }
            Defaults byDefault = defaults.getOrDefault(track.id(), NONE);
            long at = box.body() + 8;
            if ((flags & 1) != 0) {
                base = bytes.u64(at);
                at += 8;
            }
            at += (flags & 2) != 0 ? 4 : 0;
            duration = (flags & 8) != 0 ? bytes.u32(at) : byDefault.duration();
            at += (flags & 8) != 0 ? 4 : 0;
            size = (flags & 16) != 0 ? bytes.u32(at) : byDefault.size();
            time = track.fragmentsEnd >= 0 ? track.fragmentsEnd : track.tables().duration();
            start = time;
        }

        private void begin(Draft draft, long said) {
            if (track == null) {
                return;
            }
            boolean first = track.fragmentsEnd < 0 && track.tables().duration() == 0;
            double gap = track.scale() > 0 ? (said - time) / (double) track.scale() : 0;
            if (!first && (gap > ROUNDING || (jump && gap > 0))) {
                draft.fault(Fault.FRAGMENT_MISSING, sequence + " " + Math.round(gap * 1000));
            }
            time = Math.min(said, LONGEST);
            start = time;
        }

        private void run(MediaBytes bytes, Draft draft, Mp4Box box) throws IOException {
            int version = bytes.u8(box.body());
            int flags = bytes.u24(box.body() + 1);
            long samples = bytes.u32(box.body() + 4);
            long at = box.body() + 8;
            long data = base;
            if ((flags & 1) != 0) {
                data += (int) bytes.u32(at);
                at += 4;
            }
            at += (flags & 4) != 0 ? 4 : 0;
            int step = 4 * Integer.bitCount(flags & 0xf00);
            if (samples * step > box.end() - at) {
                draft.fault(Fault.MALFORMED, "trun declares " + samples + " samples");
                return;
            }
            if (step == 0) {
                time = Math.min(time + Math.min(samples * duration, LONGEST), LONGEST);
                data += Math.min(samples * size, LONGEST);
                present(time);
            }
            for (long i = 0; step > 0 && i < samples; i++, at += step) {
                data += sample(bytes, flags, version, at);
            }
            end = Math.max(end, data);
            dataEnd = Math.max(dataEnd, data);
        }

        /** Moves the clock on by one sample and returns its size. */
        private long sample(MediaBytes bytes, int flags, int version, long from) throws IOException {
            long at = from;
            long lasts = duration;
            long fills = size;
            if ((flags & 0x100) != 0) {
                lasts = bytes.u32(at);
                at += 4;
            }
            if ((flags & 0x200) != 0) {
                fills = bytes.u32(at);
                at += 4;
            }
            at += (flags & 0x400) != 0 ? 4 : 0;
            long shift = 0;
            if ((flags & 0x800) != 0) {
                shift = version == 0 ? bytes.u32(at) : (int) bytes.u32(at);
            }
            time = Math.min(time + lasts, LONGEST);
            present(time + shift);
            return fills;
        }

        private void present(long end) {
            if (track != null) {
                track.presentedEnd = Math.max(track.presentedEnd, end);
            }
        }
    }
}
