// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import java.io.IOException;
import java.util.Map;

/**
 * The sample description of a track: which codec, of which profile.
 *
 * @see <a href="https://www.iso.org/standard/83102.html">ISO/IEC 14496-12, 8.5.2</a>
 */
final class Mp4Entry {
    private static final Map<String, String> CODECS = Map.ofEntries(
            Map.entry("avc1", "h264"),
            Map.entry("avc3", "h264"),
            Map.entry("hvc1", "hevc"),
            Map.entry("hev1", "hevc"),
            Map.entry("av01", "av1"),
            Map.entry("vp08", "vp8"),
            Map.entry("vp09", "vp9"),
            Map.entry("mp4v", "mpeg4"),
            Map.entry("s263", "h263"),
            Map.entry("jpeg", "mjpeg"),
            Map.entry("mjpa", "mjpeg"),
            Map.entry("apch", "prores"),
            Map.entry("apcn", "prores"),
            Map.entry("apcs", "prores"),
            Map.entry("apco", "prores"),
            Map.entry("ap4h", "prores"),
            Map.entry("AVdn", "dnxhd"),
            Map.entry("mp4a", "aac"),
            Map.entry("Opus", "opus"),
            Map.entry("fLaC", "flac"),
            Map.entry("alac", "alac"),
            Map.entry(".mp3", "mp3"),
            Map.entry("ac-3", "ac3"),
            Map.entry("ec-3", "eac3"),
            Map.entry("samr", "amr_nb"),
            Map.entry("sawb", "amr_wb"),
            Map.entry("sowt", "pcm_s16le"),
            Map.entry("twos", "pcm_s16be"),
            Map.entry("in24", "pcm_s24be"),
            Map.entry("lpcm", "pcm_s16le"),
            Map.entry("ipcm", "pcm_s16le"),
            Map.entry("ulaw", "pcm_mulaw"),
            Map.entry("alaw", "pcm_alaw"),
            Map.entry("tx3g", "mov_text"),
            Map.entry("wvtt", "webvtt"),
            Map.entry("stpp", "ttml"));

    private static final int DEEPEST = 3;

    private final MediaBytes bytes;
    private final Draft draft;
    private final DraftTrack track;
    private int depth;

    private Mp4Entry(MediaBytes bytes, Draft draft, DraftTrack track) {
        this.bytes = bytes;
        this.draft = draft;
        this.track = track;
    }

    static DraftTrack read(MediaBytes bytes, Draft draft, Mp4Box description, String handler) throws IOException {
        DraftTrack track = draft.track(kind(handler), "");
        long at = description.body() + 8;
        if (description.end() - at < 16) {
            draft.fault(Fault.MALFORMED, "stsd");
            return track;
        }
        Mp4Box entry = Mp4Box.at(bytes, at).within(description.end());
        new Mp4Entry(bytes, draft, track).entry(entry);
        return track;
    }

    private static DraftTrack.Kind kind(String handler) {
        return switch (handler) {
            case "vide" -> DraftTrack.Kind.VIDEO;
            case "soun" -> DraftTrack.Kind.AUDIO;
            case "sbtl", "subt", "clcp" -> DraftTrack.Kind.SUBTITLE;
            default -> DraftTrack.Kind.DATA;
        };
    }

    private void entry(Mp4Box entry) throws IOException {
        named(entry.type());
        if (entry.type().equals("encv") || entry.type().equals("enca")) {
            draft.fault(Fault.ENCRYPTED, entry.type());
        }
        if (track.kind() == DraftTrack.Kind.VIDEO && entry.length() >= 78) {
            track.picture(bytes.u16(entry.body() + 24), bytes.u16(entry.body() + 26));
            Mp4Boxes.each(bytes, draft, entry.body() + 78, entry.end(), this::extension);
        } else if (track.kind() == DraftTrack.Kind.AUDIO && entry.length() >= 28) {
            sound(entry);
        }
    }

    private void named(String type) {
        track.codec(CODECS.getOrDefault(type, type.equals("encv") || type.equals("enca") ? "" : type.strip()));
    }

    private void sound(Mp4Box entry) throws IOException {
        int version = bytes.u16(entry.body() + 8);
        track.sound(bytes.u32(entry.body() + 24) >> 16, bytes.u16(entry.body() + 16));
        if (track.codec().startsWith("pcm_s16") && bytes.u16(entry.body() + 18) == 24) {
            track.codec(track.codec().replace("16", "24"));
        }
        // QuickTime puts more fields between the header and the extensions; ISO files say version 1 without them.
        boolean quickTime = draft.form().equals("MOV");
        long children = entry.body() + 28 + (quickTime && version == 1 ? 16 : quickTime && version == 2 ? 36 : 0);
        if (children < entry.end()) {
            Mp4Boxes.each(bytes, draft, children, entry.end(), this::extension);
        }
    }

    private void extension(Mp4Box box) throws IOException {
        switch (box.type()) {
            case "avcC" -> {
                track.profile(H264.profile(bytes.u8(box.body() + 1), bytes.u8(box.body() + 2)));
                track.lengthBytes((bytes.u8(box.body() + 4) & 3) + 1);
            }
            case "hvcC" -> {
                track.profile(hevcProfile(bytes.u8(box.body() + 1) & 31));
                track.lengthBytes((bytes.u8(box.body() + 21) & 3) + 1);
            }
            case "vpcC" -> track.profile("Profile " + bytes.u8(box.body() + 4));
            case "esds" -> new Mp4Descriptor(bytes, track).read(box.body() + 4, box.end());
            case "dOps" -> track.sound(48_000, bytes.u8(box.body() + 1));
            case "alac" -> {
                if (box.length() >= 28) {
                    track.sound(bytes.u32(box.body() + 24), bytes.u8(box.body() + 13));
                }
            }
            case "wave", "sinf" -> inside(box);
            case "frma" -> {
                if (track.codec().isEmpty()) {
                    named(bytes.name(box.body()));
                }
            }
            default -> {}
        }
    }

    private void inside(Mp4Box box) throws IOException {
        if (depth < DEEPEST) {
            depth++;
            Mp4Boxes.each(bytes, draft, box.body(), box.end(), this::extension);
            depth--;
        }
    }

    private static String hevcProfile(int number) {
        return switch (number) {
            case 1 -> "Main";
            case 2 -> "Main 10";
            case 3 -> "Main Still Picture";
            default -> "";
        };
    }
}
