// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Looks into the first bytes of a stream without a description of its own for what its codec says of itself. */
final class Elementary {
    private static final int LOOKED_AT = 4096;

    private Elementary() {}

    static void look(MediaBytes bytes, long from, long to, DraftTrack track) throws IOException {
        long end = Math.min(Math.min(to, bytes.size()), from + LOOKED_AT);
        if (track.kind() == DraftTrack.Kind.AUDIO) {
            sound(bytes, from, track);
        } else if (track.kind() == DraftTrack.Kind.VIDEO && track.profile().isEmpty()) {
            for (long at = from; at + 10 < end; at++) {
                if (bytes.u8(at) == 0 && bytes.u24(at) == 1) {
                    picture(bytes, at + 3, track);
                }
            }
        }
    }

    private static void sound(MediaBytes bytes, long from, DraftTrack track) throws IOException {
        if (track.sampleRate() > 0) {
            return;
        }
        @Nullable MpegAudio frame = MpegAudio.at(bytes, from);
        if (frame != null) {
            track.codec(frame.codec());
            track.profile(frame.profile());
            track.sound(frame.rate(), frame.channels());
        }
    }

    private static void picture(MediaBytes bytes, long at, DraftTrack track) throws IOException {
        int code = bytes.u8(at);
        if (track.codec().equals("h264") && (code & 0x1f) == 7) {
            track.profile(H264.profile(bytes.u8(at + 1), bytes.u8(at + 2)));
        } else if (track.codec().startsWith("mpeg2") && code == 0xb3) {
            track.picture(bytes.u16(at + 1) >> 4, bytes.u16(at + 2) & 0xfff);
        } else if (track.codec().startsWith("mpeg2") && code == 0xb5 && bytes.u8(at + 1) >> 4 == 1) {
            track.profile(
                    switch (bytes.u8(at + 1) & 7) {
                        case 1 -> "High";
                        case 4 -> "Main";
                        case 5 -> "Simple";
                        default -> "";
                    });
        }
    }
}
