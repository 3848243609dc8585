// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import java.io.IOException;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** One track of an MP4 file, as its {@code trak} box describes it and its fragments go on. */
final class Mp4Track {
    private final Mp4Tables tables = new Mp4Tables();
    private long id;
    private long scale;
    private long edited = -1;
    private long skipped;
    private long mediaDuration;
    private String handler = "";
    private @Nullable DraftTrack described;

    // What the fragments say.
    long fragmentsEnd = -1;
    long presentedEnd = -1;

    long id() {
        return id;
    }

    long scale() {
        return scale;
    }

    Mp4Tables tables() {
        return tables;
    }

    @Nullable
    DraftTrack described() {
        return described;
    }

    /** Whether the track has a course in time. */
    boolean continuous() {
        return described != null && described.kind() != DraftTrack.Kind.DATA;
    }

    void read(MediaBytes bytes, Draft draft, Mp4Box trak) throws IOException {
        Mp4Boxes.each(bytes, draft, trak.body(), trak.end(), box -> {
            switch (box.type()) {
                case "tkhd" -> id = bytes.u32(box.body() + (bytes.u8(box.body()) == 1 ? 20 : 12));
                case "edts" -> Mp4Boxes.each(bytes, draft, box.body(), box.end(), child -> edits(bytes, child));
                case "mdia" -> Mp4Boxes.each(bytes, draft, box.body(), box.end(), child -> media(bytes, draft, child));
                default -> {}
            }
        });
    }

    private void edits(MediaBytes bytes, Mp4Box box) throws IOException {
        if (!box.type().equals("elst")) {
            return;
        }
        boolean wide = bytes.u8(box.body()) == 1;
        int step = wide ? 20 : 12;
        long entries = bytes.u32(box.body() + 4);
        edited = 0;
        if (entries > 0 && box.length() >= 8 + step) {
            skipped = wide ? bytes.u64(box.body() + 16) : Math.max(0, (int) bytes.u32(box.body() + 12));
        }
        for (long at = box.body() + 8; entries > 0 && at + step <= box.end(); at += step, entries--) {
            long part = wide ? bytes.u64(at) : bytes.u32(at);
            edited = Math.min(edited + Math.min(part, Long.MAX_VALUE / 4), Long.MAX_VALUE / 4);
        }
    }

    private void media(MediaBytes bytes, Draft draft, Mp4Box box) throws IOException {
        switch (box.type()) {
            case "mdhd" -> {
                boolean wide = bytes.u8(box.body()) == 1;
                scale = bytes.u32(box.body() + (wide ? 20 : 12));
                mediaDuration = wide ? bytes.u64(box.body() + 24) : bytes.u32(box.body() + 16);
            }
            case "hdlr" -> handler = bytes.name(box.body() + 8);
            case "minf" ->
                Mp4Boxes.each(bytes, draft, box.body(), box.end(), child -> information(bytes, draft, child));
            default -> {}
        }
    }

    private void information(MediaBytes bytes, Draft draft, Mp4Box box) throws IOException {
        switch (box.type()) {
            case "dinf" -> Mp4Boxes.each(bytes, draft, box.body(), box.end(), child -> references(bytes, draft, child));
            case "stbl" ->
                Mp4Boxes.each(bytes, draft, box.body(), box.end(), child -> {
                    if (child.type().equals("stsd")) {
                        described = Mp4Entry.read(bytes, draft, child, handler);
                    } else {
                        tables.place(bytes, child);
                    }
                });
            default -> {}
        }
    }

    /** A data reference that is not flagged as "in this file" leads outside. */
    private static void references(MediaBytes bytes, Draft draft, Mp4Box box) throws IOException {
        if (!box.type().equals("dref")) {
            return;
        }
        Mp4Boxes.each(bytes, draft, box.body() + 8, box.end(), entry -> {
            if (entry.length() >= 4 && (bytes.u8(entry.body() + 3) & 1) == 0) {
                draft.fault(Fault.EXTERNAL_ESSENCE, entry.type().strip());
            }
        });
    }

    void conclude(MediaBytes bytes, Draft draft) throws IOException {
        tables.check(bytes, draft);
    }

    /** Says which bytes hold which time, of the samples that the tables list. */
    void places(MediaBytes bytes, Draft draft) throws IOException {
        if (!continuous() || scale <= 0) {
            return;
        }
        try {
            tables.eachChunk(bytes, (at, count, from, to) -> draft.placed(at, count, presented(from), presented(to)));
        } catch (MediaBytes.BeyondEndException e) {
            draft.fault(Fault.MALFORMED, "sample tables");
        }
    }

    /** When something is presented, in seconds. */
    double presented(long time) {
        return Math.max(0, time - skipped) / (double) scale;
    }

    /** How long the track is presented, in seconds. */
    OptionalDouble lasts(boolean fragmented, long movieScale) {
        if (!continuous() || scale <= 0) {
            return OptionalDouble.empty();
        }
        if (fragmented && presentedEnd >= 0) {
            return OptionalDouble.of(Math.max(0, presentedEnd - skipped) / (double) scale);
        }
        if (!fragmented && edited > 0 && movieScale > 0) {
            return OptionalDouble.of(edited / (double) movieScale);
        }
        long stored = tables.duration() > 0 ? tables.duration() : mediaDuration;
        return stored > 0 ? OptionalDouble.of(stored / (double) scale) : OptionalDouble.empty();
    }
}
