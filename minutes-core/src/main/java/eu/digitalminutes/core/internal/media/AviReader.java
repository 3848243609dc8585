// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import java.io.IOException;
import java.util.Locale;

/** Reads AVI files, also of several RIFF parts. */
final class AviReader implements Reader {
    private static final int DEEPEST = 4;

    private boolean movie;
    private int streamKind;

    @Override
    public void read(MediaBytes bytes, Draft draft) throws IOException {
        draft.form("AVI");
        long at = 0;
        while (bytes.size() - at >= 12 && bytes.says(at, "RIFF")) {
            long size = bytes.le32(at + 4);
            if (size == 0) {
                draft.fault(Fault.RECORDER_CRASH, "RIFF 0 B");
                size = bytes.size() - at - 8;
            }
            long end = at + 8 + size;
            if (end > bytes.size()) {
                draft.fault(Fault.TRUNCATED, (end - bytes.size()) + " B");
            }
            list(bytes, draft, at + 12, Math.min(end, bytes.size()), 0);
            at = end + (size & 1);
        }
        if (at < bytes.size()) {
            draft.fault(Fault.APPENDED_DATA, (bytes.size() - at) + " B");
        }
        if (!movie) {
            draft.fault(Fault.RECORDER_CRASH, "movi");
        }
    }

    private void list(MediaBytes bytes, Draft draft, long from, long end, int depth) throws IOException {
        long at = from;
        while (end - at >= 8) {
            String name = bytes.name(at);
            long size = bytes.le32(at + 4);
            long body = at + 8;
            if (size > end - body) {
                draft.fault(Fault.TRUNCATED, name.strip());
            }
            if (name.equals("LIST") && size >= 4) {
                boolean frames = bytes.name(body).equals("movi");
                movie |= frames;
                if (!frames && depth < DEEPEST) {
                    list(bytes, draft, body + 4, Math.min(end, body + size), depth + 1);
                }
            } else if (name.equals("strh") && size >= 36) {
                stream(bytes, draft, body);
            } else if (name.equals("strf") && !draft.tracks().isEmpty()) {
                format(bytes, draft.tracks().get(draft.tracks().size() - 1), body, size);
            }
            at = body + size + (size & 1);
        }
    }

    private void stream(MediaBytes bytes, Draft draft, long at) throws IOException {
        String type = bytes.name(at);
        streamKind = type.equals("vids") ? 1 : type.equals("auds") ? 2 : 0;
        DraftTrack.Kind kind = streamKind == 1
                ? DraftTrack.Kind.VIDEO
                : streamKind == 2
                        ? DraftTrack.Kind.AUDIO
                        : type.equals("txts") ? DraftTrack.Kind.SUBTITLE : DraftTrack.Kind.DATA;
        draft.track(kind, "");
        long scale = bytes.le32(at + 20);
        long rate = bytes.le32(at + 24);
        if (scale > 0 && rate > 0 && streamKind > 0) {
            draft.lastsAtLeast((bytes.le32(at + 28) + bytes.le32(at + 32)) * (double) scale / rate);
        }
    }

    private void format(MediaBytes bytes, DraftTrack track, long at, long size) throws IOException {
        if (streamKind == 1 && size >= 20) {
            track.codec(codec(bytes.name(at + 16)));
            int height = (int) bytes.le32(at + 8);
            track.picture((int) Math.min(bytes.le32(at + 4), Integer.MAX_VALUE), Math.abs(Math.max(height, -65_536)));
        } else if (streamKind == 2 && size >= 14) {
            WaveFormat format = WaveFormat.read(bytes, at, size);
            track.codec(format.codec());
            track.sound(format.rate(), format.channels());
        }
    }

    private static String codec(String code) {
        return switch (code.toUpperCase(Locale.ROOT)) {
            case "DIVX", "DX50", "XVID", "FMP4", "MP4V" -> "mpeg4";
            case "H264", "AVC1", "X264" -> "h264";
            case "MJPG" -> "mjpeg";
            case "MPG2" -> "mpeg2video";
            default -> code.toLowerCase(Locale.ROOT).strip();
        };
    }
}
