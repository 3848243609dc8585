// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads MP4, M4A and QuickTime files: plain, in fragments, or left behind by a recorder that ended too early. */
final class Mp4Reader implements Reader {
    private static final Set<String> OUTER = Set.of(
            "ftyp", "styp", "moov", "mdat", "moof", "mfra", "free", "skip", "wide", "uuid", "meta", "sidx", "ssix",
            "prft", "pdin", "emsg", "udta", "pnot", "PICT", "meco", "sibo", "cert", "sigC", "auib", "cstb", "jumb");
    /** Seconds by which a declared length may be rounded. */
    private static final double SHORTFALL = 1;

    private static final Set<String> ESSENCE = Set.of("mdat", "moof");
    private static final Set<String> PADDING = Set.of("free", "skip");

    private final boolean deep;
    private final List<Mp4Track> tracks = new ArrayList<>();
    private final Mp4Fragments fragments = new Mp4Fragments(tracks);
    private @Nullable Mp4Box movie;
    private @Nullable Mp4Box beyond;
    private boolean media;
    private long movieScale;
    private long movieDuration;
    private long declaredEnd;
    private long garbage = -1;

    Mp4Reader(boolean deep) {
        this.deep = deep;
    }

    @Override
    public void read(MediaBytes bytes, Draft draft) throws IOException {
        draft.form("MOV");
        try {
            outer(bytes, draft);
        } finally {
            conclude(bytes, draft);
        }
        if (deep) {
            Mp4Samples.check(bytes, draft, tracks);
        }
    }

    private void outer(MediaBytes bytes, Draft draft) throws IOException {
        long at = 0;
        while (at < bytes.size()) {
            if (bytes.size() - at < 8) {
                garbage = at;
                return;
            }
            Mp4Box box = Mp4Box.at(bytes, at);
            boolean fits = !box.impossible() && box.end() <= bytes.size();
            if (box.impossible() || (!fits && !OUTER.contains(box.type())) || !box.named()) {
                garbage = at;
                return;
            }
            if (!fits) {
                beyond = box;
            }
            box(bytes, draft, box.within(bytes.size()));
            at = box.within(bytes.size()).end();
        }
    }

    private void box(MediaBytes bytes, Draft draft, Mp4Box box) throws IOException {
        if (!ESSENCE.contains(box.type()) && !PADDING.contains(box.type())) {
            draft.structure(box.at(), box.end());
        }
        switch (box.type()) {
            case "ftyp" -> brand(bytes, draft, box);
            case "moov" -> {
                movie = box;
                Mp4Boxes.each(bytes, draft, box.body(), box.end(), child -> movie(bytes, draft, child));
            }
            case "mdat" -> media = media || box.length() > 0;
            case "moof" -> fragments.read(bytes, draft, box);
            case "sidx" -> index(bytes, box);
            default -> {
                if (PADDING.contains(box.type())) {
                    Padding.check(bytes, draft, box.body(), box.length());
                }
            }
        }
    }

    private static void brand(MediaBytes bytes, Draft draft, Mp4Box box) throws IOException {
        if (box.length() >= 4) {
            draft.variant(bytes.name(box.body()));
            draft.form(draft.variant().equals("qt  ") ? "MOV" : "MP4");
        }
    }

    private void movie(MediaBytes bytes, Draft draft, Mp4Box box) throws IOException {
        switch (box.type()) {
            case "mvhd" -> {
                boolean wide = bytes.u8(box.body()) == 1;
                movieScale = bytes.u32(box.body() + (wide ? 20 : 12));
                movieDuration = wide ? bytes.u64(box.body() + 24) : bytes.u32(box.body() + 16);
            }
            case "trak" -> {
                Mp4Track track = new Mp4Track();
                tracks.add(track);
                track.read(bytes, draft, box);
            }
            case "mvex" ->
                Mp4Boxes.each(bytes, draft, box.body(), box.end(), child -> fragments.defaults(bytes, child));
            case "rmra" -> draft.fault(Fault.EXTERNAL_ESSENCE, "rmra");
            default -> {}
        }
    }

    /** The segment index says how far the segments reach. */
    private void index(MediaBytes bytes, Mp4Box box) throws IOException {
        boolean wide = bytes.u8(box.body()) != 0;
        long first = wide ? bytes.u64(box.body() + 20) : bytes.u32(box.body() + 16);
        long at = box.body() + (wide ? 28 : 20);
        int count = bytes.u16(at + 2);
        long end = box.end() + Math.min(first, Long.MAX_VALUE / 2);
        for (long entry = at + 4; count > 0 && entry + 12 <= box.end(); entry += 12, count--) {
            end += bytes.u32(entry) & 0x7fffffffL;
        }
        declaredEnd = Math.max(declaredEnd, end);
    }

    private void conclude(MediaBytes bytes, Draft draft) throws IOException {
        for (Mp4Track track : tracks) {
            track.conclude(bytes, draft);
            if (draft.seeks()) {
                track.places(bytes, draft);
            }
        }
        fragments.conclude(bytes, draft);
        duration(draft);
        double declared = movieScale > 0 ? fragments.declared() / (double) movieScale : 0;
        if (declared > draft.seconds() + SHORTFALL) {
            draft.fault(Fault.FRAGMENT_MISSING, "mehd " + declared + " s");
        }
        if (beyond != null) {
            draft.fault(Fault.TRUNCATED, beyond.type() + " " + (beyond.end() - bytes.size()));
        }
        if (declaredEnd > bytes.size()) {
            draft.fault(Fault.TRUNCATED, "sidx " + (declaredEnd - bytes.size()));
        }
        if (garbage >= 0) {
            boolean whole = movie != null && media;
            draft.fault(whole ? Fault.APPENDED_DATA : Fault.TRUNCATED, String.valueOf(bytes.size() - garbage));
        }
        if (movie == null) {
            draft.fault(Fault.RECORDER_CRASH, "moov");
        } else if (tracks.isEmpty()) {
            draft.fault(Fault.NO_TRACKS, "moov");
        }
        Mp4Silence.check(draft, tracks);
    }

    private void duration(Draft draft) {
        draft.lasts(-1);
        boolean fragmented = fragments.present();
        for (Mp4Track track : tracks) {
            track.lasts(fragmented, movieScale).ifPresent(draft::lastsAtLeast);
        }
        if (draft.seconds() <= 0 && movieDuration > 0 && movieDuration < 0xffffffffL && movieScale > 0) {
            draft.lasts(movieDuration, movieScale);
        }
    }
}
