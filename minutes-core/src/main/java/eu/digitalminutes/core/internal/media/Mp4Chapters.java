// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The chapters of an MP4 file: a track of titles as QuickTime has it, else the list that Nero began to write. */
final class Mp4Chapters {
    private static final int MOST = 1000;
    private static final int LONGEST = 1000;
    private static final double TICKS = 1e7;

    private final MediaBytes bytes;
    private final List<Chapter> chapters = new ArrayList<>();

    private Mp4Chapters(MediaBytes bytes) {
        this.bytes = bytes;
    }

    static List<Chapter> of(MediaBytes bytes, List<Mp4Track> tracks, @Nullable Mp4Box movie) throws IOException {
        Mp4Chapters found = new Mp4Chapters(bytes);
        Set<Long> named = new HashSet<>();
        tracks.forEach(track -> named.addAll(track.chapterTracks()));
        for (Mp4Track track : tracks) {
            if (named.contains(track.id()) && track.scale() > 0 && found.chapters.isEmpty()) {
                found.track(track);
            }
        }
        if (found.chapters.isEmpty() && movie != null) {
            found.list(movie);
        }
        return found.chapters;
    }

    private void track(Mp4Track track) throws IOException {
        Mp4Clock clock = track.tables().clock(bytes);
        if (clock == null) {
            return;
        }
        track.tables().eachSample(bytes, (in, at, size) -> {
            if (chapters.size() < MOST && size >= 2) {
                int length = (int) Math.min(Math.min(in.u16(at), size - 2), LONGEST);
                chapters.add(new Chapter(track.presented(clock.time()), text(in.bytes(at + 2, length))));
            }
            clock.advance(1);
            return true;
        });
    }

    private void list(Mp4Box movie) throws IOException {
        Mp4Boxes.each(bytes, new Draft(), movie.body(), movie.end(), box -> {
            if (box.type().equals("udta")) {
                Mp4Boxes.each(bytes, new Draft(), box.body(), box.end(), inner -> {
                    if (inner.type().equals("chpl") && inner.length() >= 9) {
                        entries(inner);
                    }
                });
            }
        });
    }

    private void entries(Mp4Box box) throws IOException {
        long at = box.body() + (bytes.u8(box.body()) == 1 ? 8 : 4);
        int count = bytes.u8(at++);
        for (int i = 0; i < count && at + 9 <= box.end(); i++) {
            int length = bytes.u8(at + 8);
            if (at + 9 + length > box.end()) {
                return;
            }
            chapters.add(new Chapter(bytes.u64(at) / TICKS, text(bytes.bytes(at + 9, length))));
            at += 9 + length;
        }
    }

    private static String text(byte[] title) {
        boolean marked = title.length >= 2
                && ((title[0] == (byte) 0xfe && title[1] == (byte) 0xff)
                        || (title[0] == (byte) 0xff && title[1] == (byte) 0xfe));
        Charset charset = marked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        return new String(title, charset).replaceAll("\\p{Cntrl}", " ").strip();
    }
}
