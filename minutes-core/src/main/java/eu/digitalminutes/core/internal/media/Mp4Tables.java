// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The sample tables of one track: how many samples there are, how long, how large, and where. */
final class Mp4Tables {
    /** Bytes of a compressed frame that says no more than "silence". */
    private static final int SILENT_FRAME = 16;

    /** What an encoder may write about itself into silence, in frames. */
    private static final int FEW_FRAMES = 8;

    private static final int FEWEST = 16;

    private @Nullable Mp4Box times;
    private @Nullable Mp4Box sizes;
    private @Nullable Mp4Box chunks;
    private @Nullable Mp4Box offsets;
    private long duration;
    private long samples;
    private long chunkCount;
    private boolean quiet;

    void place(MediaBytes bytes, Mp4Box box) throws IOException {
        switch (box.type()) {
            case "stts" -> times = box;
            case "stsz", "stz2" -> sizes = box;
            case "stsc" -> chunks = box;
            case "stco", "co64" -> offsets = box;
            default -> {}
        }
        if (box.type().equals("stts") && box.length() >= 8) {
            sumTimes(bytes, box);
        }
    }

    private void sumTimes(MediaBytes bytes, Mp4Box box) throws IOException {
        long entries = bytes.u32(box.body() + 4);
        for (long at = box.body() + 8; entries > 0 && at + 8 <= box.end(); at += 8, entries--) {
            duration += bytes.u32(at) * Math.min(bytes.u32(at + 4), 1L << 28);
            duration = Math.min(duration, Long.MAX_VALUE / 4);
        }
    }

    /** The length of all samples together, in units of the track. */
    long duration() {
        return duration;
    }

    long samples() {
        return samples;
    }

    /** Whether all samples but a few are next to nothing. */
    boolean quiet() {
        return quiet;
    }

    /** Whether every declared sample has a size, a chunk and bytes in the file. */
    void check(MediaBytes bytes, Draft draft) throws IOException {
        try {
            checkTables(bytes, draft);
        } catch (MediaBytes.BeyondEndException e) {
            draft.fault(Fault.MALFORMED, "sample tables");
        } catch (MediaBytes.OverAllowanceException e) {
            draft.fault(Fault.NOT_ALL_READ, "sample tables");
        }
    }

    private void checkTables(MediaBytes bytes, Draft draft) throws IOException {
        if (sizes == null || sizes.length() < 12) {
            return;
        }
        boolean compact = sizes.type().equals("stz2");
        long one = compact ? 0 : bytes.u32(sizes.body() + 4);
        samples = bytes.u32(sizes.body() + 8);
        if (samples == 0) {
            return;
        }
        int bits = compact ? bytes.u8(sizes.body() + 7) : 32;
        if (one == 0 && samples * bits > (sizes.length() - 12) * 8) {
            draft.fault(Fault.MALFORMED, sizes.type() + " declares " + samples + " samples");
            return;
        }
        if (one == 0 && !compact) {
            listen(bytes, sizes);
        }
        if (chunks == null || offsets == null || times == null) {
            draft.fault(Fault.MALFORMED, "no stsc, stco or stts");
            return;
        }
        long last = lastChunk(bytes, draft, offsets);
        if (last > 0 && !compact) {
            checkEnd(bytes, draft, new Run(offsets, chunks, sizes), last, one);
        }
    }

    private record Run(Mp4Box offsets, Mp4Box chunks, Mp4Box sizes) {}

    private void listen(MediaBytes bytes, Mp4Box box) throws IOException {
        int loud = 0;
        for (long i = 0; i < samples && loud <= FEW_FRAMES; i++) {
            loud += bytes.u32(box.body() + 12 + 4 * i) > SILENT_FRAME ? 1 : 0;
        }
        quiet = samples >= FEWEST && loud <= FEW_FRAMES && loud * 4L < samples;
    }

    /** The number, from 1, of the chunk that lies last in the file; 0 if there is none. */
    private long lastChunk(MediaBytes bytes, Draft draft, Mp4Box box) throws IOException {
        boolean wide = box.type().equals("co64");
        int step = wide ? 8 : 4;
        chunkCount = bytes.u32(box.body() + 4);
        if (chunkCount > (box.length() - 8) / step) {
            draft.fault(Fault.MALFORMED, box.type() + " declares " + chunkCount + " chunks");
            return 0;
        }
        long furthest = -1;
        long number = 0;
        for (long i = 0; i < chunkCount; i++) {
            long at = box.body() + 8 + i * step;
            long offset = wide ? bytes.u64(at) : bytes.u32(at);
            if (offset > furthest) {
                furthest = offset;
                number = i + 1;
            }
        }
        return number;
    }

    private void checkEnd(MediaBytes bytes, Draft draft, Run run, long furthest, long one) throws IOException {
        long before = 0;
        long inFurthest = 0;
        long samplesBefore = 0;
        long entries = Math.min(bytes.u32(run.chunks.body() + 4), (run.chunks.length() - 8) / 12);
        for (long i = 0; i < entries; i++) {
            long at = run.chunks.body() + 8 + 12 * i;
            long first = bytes.u32(at);
            long each = bytes.u32(at + 4);
            long next = i + 1 < entries ? bytes.u32(at + 12) : chunkCount + 1;
            if (first <= before || next <= first || (i == 0 && first != 1)) {
                draft.fault(Fault.MALFORMED, "stsc");
                return;
            }
            if (furthest >= first && furthest < next) {
                inFurthest = each;
                samplesBefore += (furthest - first) * each;
                checkSamples(bytes, draft, run, furthest, samplesBefore, inFurthest, one);
                samplesBefore -= (furthest - first) * each;
            }
            samplesBefore += (next - first) * each;
            before = first;
        }
        if (samplesBefore != samples) {
            draft.fault(Fault.FRAMES_MISSING, "stsc " + samplesBefore + ", stsz " + samples);
        }
    }

    private void checkSamples(MediaBytes bytes, Draft draft, Run run, long chunk, long first, long count, long one)
            throws IOException {
        boolean wide = run.offsets.type().equals("co64");
        long at = run.offsets.body() + 8 + (chunk - 1) * (wide ? 8 : 4);
        long end = wide ? bytes.u64(at) : bytes.u32(at);
        if (first < 0 || first + count > samples) {
            return;
        }
        for (long i = 0; one == 0 && i < count && end <= bytes.size(); i++) {
            end += bytes.u32(run.sizes.body() + 12 + 4 * (first + i));
        }
        if (one > 0) {
            end += Math.min(one * count, Long.MAX_VALUE / 2 - end);
        }
        if (end > bytes.size()) {
            draft.fault(Fault.TRUNCATED, "samples " + (end - bytes.size()));
        }
    }

    /** What is done with a chunk, whose time is in units of the track. */
    interface Chunk {
        void visit(long at, long count, long from, long to);
    }

    /** Visits every chunk. To be called on tables that were checked. */
    void eachChunk(MediaBytes bytes, Chunk visitor) throws IOException {
        if (sizes == null
                || chunks == null
                || offsets == null
                || times == null
                || sizes.type().equals("stz2")) {
            return;
        }
        // each table is read from its beginning to its end, so each through a window of its own
        MediaBytes sizesRead = bytes.again();
        MediaBytes offsetsRead = bytes.again();
        Mp4Clock clock = new Mp4Clock(bytes.again(), times);
        boolean wide = offsets.type().equals("co64");
        long one = bytes.u32(sizes.body() + 4);
        long entries = Math.min(bytes.u32(chunks.body() + 4), (chunks.length() - 8) / 12);
        long sample = 0;
        for (long i = 0; i < entries; i++) {
            long entry = chunks.body() + 8 + 12 * i;
            long each = bytes.u32(entry + 4);
            long next = i + 1 < entries ? Math.min(bytes.u32(entry + 12), chunkCount + 1) : chunkCount + 1;
            for (long chunk = Math.max(1, bytes.u32(entry)); chunk < next && sample < samples; chunk++) {
                long at = offsets.body() + 8 + (chunk - 1) * (wide ? 8 : 4);
                long count = Math.min(each, samples - sample);
                long size = one * count;
                for (long s = 0; one == 0 && s < count; s++) {
                    size += sizesRead.u32(sizes.body() + 12 + 4 * (sample + s));
                }
                long from = clock.time();
                clock.advance(count);
                visitor.visit(wide ? offsetsRead.u64(at) : offsetsRead.u32(at), size, from, clock.time());
                sample += count;
            }
        }
    }

    /** What is asked of a sample: whether its content is well formed. */
    interface Judge {
        boolean wellFormed(MediaBytes bytes, long at, long size) throws IOException;
    }

    /** Asks about every sample; returns how many were not well formed. To be called on tables that were checked. */
    long eachSample(MediaBytes bytes, Judge judge) throws IOException {
        if (sizes == null || chunks == null || offsets == null || sizes.type().equals("stz2")) {
            return 0;
        }
        boolean wide = offsets.type().equals("co64");
        long one = bytes.u32(sizes.body() + 4);
        long entries = Math.min(bytes.u32(chunks.body() + 4), (chunks.length() - 8) / 12);
        long sample = 0;
        long wrong = 0;
        for (long i = 0; i < entries; i++) {
            long entry = chunks.body() + 8 + 12 * i;
            long each = bytes.u32(entry + 4);
            long next = i + 1 < entries ? Math.min(bytes.u32(entry + 12), chunkCount + 1) : chunkCount + 1;
            for (long chunk = Math.max(1, bytes.u32(entry)); chunk < next; chunk++) {
                long at = offsets.body() + 8 + (chunk - 1) * (wide ? 8 : 4);
                long place = wide ? bytes.u64(at) : bytes.u32(at);
                for (long s = 0; s < each && sample < samples; s++, sample++) {
                    long size = one > 0 ? one : bytes.u32(sizes.body() + 12 + 4 * sample);
                    wrong += bytes.holds(place, size) && judge.wellFormed(bytes, place, size) ? 0 : 1;
                    place = Math.min(place, bytes.size()) + size;
                }
            }
        }
        return wrong;
    }
}
