// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.media;

import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.FindingCatalogue;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.outcome.Text;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Annex 2 of the AgID guidelines, edition of November 2020, says of a container and its codecs. */
final class Preservation {
    private static final Set<MediaContainer> CONTAINERS =
            Set.of(MediaContainer.MP4, MediaContainer.WAV, MediaContainer.FLAC, MediaContainer.MXF);
    /** Not among the formats of the annex: the codec alone decides. */
    private static final Set<MediaContainer> UNLISTED = Set.of(MediaContainer.W64, MediaContainer.ADTS);

    private static final Set<String> CODECS = Set.of("mpeg2video", "vp9", "mjpeg", "vc3", "flac");
    private static final Set<String> NOT_CODECS =
            Set.of("hevc", "mpeg4", "h263", "av1", "prores", "dnxhd", "mp3", "vorbis");

    private static final String BASIS = "AgID, Allegato 2, 2.9-2.12";

    private Preservation() {}

    /** The answer with the sentence that gives its reason. */
    record Judgement(Admissibility admissibility, Text reason) {
        Finding finding(String file) {
            return Finding.of("NOT_FOR_PRESERVATION", Severity.WARN, file, reason, BASIS);
        }
    }

    static Judgement of(FindingCatalogue texts, MediaContainer container, List<MediaTrack> tracks) {
        List<MediaTrack> essence = tracks.stream()
                .filter(track -> track.kind() == TrackKind.VIDEO || track.kind() == TrackKind.AUDIO)
                .toList();
        if (container == MediaContainer.NONE || essence.isEmpty()) {
            return new Judgement(Admissibility.NO, texts.text("preservation.nothing"));
        }
        if (!CONTAINERS.contains(container) && !UNLISTED.contains(container)) {
            return new Judgement(Admissibility.NO, texts.text("preservation.container", container.name()));
        }
        @Nullable MediaTrack unlisted = null;
        for (MediaTrack track : essence) {
            Admissibility one = codec(track);
            if (one == Admissibility.NO) {
                return new Judgement(Admissibility.NO, texts.text("preservation.codec", words(track)));
            }
            unlisted = one == Admissibility.CONDITIONAL && unlisted == null ? track : unlisted;
        }
        if (unlisted != null) {
            return new Judgement(Admissibility.CONDITIONAL, texts.text("preservation.unlisted", words(unlisted)));
        }
        return new Judgement(Admissibility.YES, texts.text("preservation.admitted", container.name()));
    }

    private static Admissibility codec(MediaTrack track) {
        String codec = track.codec();
        if (codec.equals("h264")) {
            boolean high = track.profile().startsWith("High") || track.profile().startsWith("CAVLC");
            return high ? Admissibility.YES : Admissibility.NO;
        }
        if (CODECS.contains(codec) || codec.startsWith("pcm_")) {
            return Admissibility.YES;
        }
        return NOT_CODECS.contains(codec) ? Admissibility.NO : Admissibility.CONDITIONAL;
    }

    private static String words(MediaTrack track) {
        String codec = track.codec().isEmpty() ? "?" : track.codec().toUpperCase(Locale.ROOT);
        return track.profile().isEmpty() ? codec : codec + " " + track.profile();
    }
}
