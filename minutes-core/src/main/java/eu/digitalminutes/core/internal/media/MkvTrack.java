// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/**
 * One track of a Matroska file.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9559">RFC 9559, 5.1.4</a>
 */
final class MkvTrack {
    private static final Map<String, String> CODECS = Map.ofEntries(
            Map.entry("V_MPEG4/ISO/AVC", "h264"),
            Map.entry("V_MPEGH/ISO/HEVC", "hevc"),
            Map.entry("V_MPEG4/ISO/ASP", "mpeg4"),
            Map.entry("V_MPEG4/ISO/SP", "mpeg4"),
            Map.entry("V_MPEG2", "mpeg2video"),
            Map.entry("V_MPEG1", "mpeg1video"),
            Map.entry("V_MJPEG", "mjpeg"),
            Map.entry("V_PRORES", "prores"),
            Map.entry("A_MPEG/L3", "mp3"),
            Map.entry("A_MPEG/L2", "mp2"),
            Map.entry("A_PCM/INT/LIT", "pcm_s16le"),
            Map.entry("A_PCM/INT/BIG", "pcm_s16be"),
            Map.entry("S_TEXT/UTF8", "subrip"),
            Map.entry("S_TEXT/WEBVTT", "webvtt"),
            Map.entry("S_TEXT/ASS", "ass"));

    private static final int DEEPEST = 3;

    private final MediaBytes bytes;
    private final MkvClusters clusters;
    private final Draft draft;
    private String codec = "";
    private DraftTrack track = new DraftTrack(DraftTrack.Kind.DATA, "");
    private long privateAt = -1;
    private long number;
    private int width;
    private int depth;
    private int sampleRate = 8_000;

    MkvTrack(MediaBytes bytes, Draft draft, MkvClusters clusters) {
        this.bytes = bytes;
        this.draft = draft;
        this.clusters = clusters;
    }

    void visit(Ebml element) throws IOException {
        switch ((int) element.id()) {
            case 0xd7 -> number = element.number(bytes);
            case 0x83 -> track = draft.track(kind(element.number(bytes)), codec);
            case 0x86 -> {
                codec = codec(element.text(bytes));
                track.codec(codec);
            }
            case 0x63a2 -> privateAt = element.size() >= 4 ? element.body() : -1;
            case 0x23e383 -> clusters.step(number, element.number(bytes) / 1e9);
            case 0xe0, 0xe1, 0x6d80, 0x6240 -> inside(element);
            case 0xb0 -> width = (int) Math.min(element.number(bytes), Integer.MAX_VALUE);
            case 0xba -> track.picture(width, (int) Math.min(element.number(bytes), Integer.MAX_VALUE));
            case 0xb5 -> {
                sampleRate = (int) element.real(bytes);
                track.sound(Math.max(sampleRate, 0), Math.max(track.channels(), 1));
            }
            case 0x9f -> track.sound(Math.max(sampleRate, 0), (int) Math.min(element.number(bytes), 1 << 16));
            case 0x5035 -> draft.fault(Fault.ENCRYPTED, codec);
            default -> {}
        }
        profile();
    }

    private void inside(Ebml element) throws IOException {
        if (depth < DEEPEST) {
            depth++;
            MkvReader.inside(bytes, element, this);
            depth--;
        }
    }

    private void profile() throws IOException {
        if (privateAt < 0 || !track.profile().isEmpty()) {
            return;
        }
        if (track.codec().equals("h264")) {
            track.profile(H264.profile(bytes.u8(privateAt + 1), bytes.u8(privateAt + 2)));
        } else if (track.codec().equals("aac")) {
            track.profile(Aac.profile(bytes.u8(privateAt) >> 3));
        }
    }

    private static DraftTrack.Kind kind(long type) {
        return type == 1
                ? DraftTrack.Kind.VIDEO
                : type == 2 ? DraftTrack.Kind.AUDIO : type == 17 ? DraftTrack.Kind.SUBTITLE : DraftTrack.Kind.DATA;
    }

    private static String codec(String id) {
        String known = CODECS.get(id);
        if (known != null) {
            return known;
        }
        String name = id.startsWith("A_AAC") ? "aac" : id.replaceFirst("^[VAS]_", "");
        return name.toLowerCase(Locale.ROOT);
    }
}
