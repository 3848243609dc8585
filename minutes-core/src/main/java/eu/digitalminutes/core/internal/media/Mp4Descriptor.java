// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import java.io.IOException;

/**
 * The elementary stream descriptor, which says what MPEG-4 codes {@code mp4a} and {@code mp4v} really are.
 *
 * @see <a href="https://www.iso.org/standard/55688.html">ISO/IEC 14496-1, 7.2.6</a>
 */
final class Mp4Descriptor {
    private static final int STREAM = 3;
    private static final int CONFIGURATION = 4;
    private static final int SPECIFIC = 5;

    private final MediaBytes bytes;
    private final DraftTrack track;

    Mp4Descriptor(MediaBytes bytes, DraftTrack track) {
        this.bytes = bytes;
        this.track = track;
    }

    void read(long from, long end) throws IOException {
        long at = from;
        while (at + 2 <= end) {
            int tag = bytes.u8(at++);
            long length = 0;
            int next = 0x80;
            for (int i = 0; i < 4 && (next & 0x80) != 0; i++) {
                next = bytes.u8(at++);
                length = length << 7 | (next & 0x7f);
            }
            switch (tag) {
                case STREAM -> at += 3 + optional(bytes.u8(at + 2), at);
                case CONFIGURATION -> {
                    codec(bytes.u8(at));
                    at += 13;
                }
                case SPECIFIC -> {
                    specific(at, length);
                    at += length;
                }
                default -> at += length;
            }
        }
    }

    private int optional(int flags, long at) throws IOException {
        int size = (flags & 0x80) != 0 ? 2 : 0;
        size += (flags & 0x40) != 0 ? 1 + bytes.u8(at + 3 + size) : 0;
        return size + ((flags & 0x20) != 0 ? 2 : 0);
    }

    private void codec(int type) {
        switch (type) {
            case 0x20 -> track.codec("mpeg4");
            case 0x40, 0x66, 0x67, 0x68 -> track.codec("aac");
            case 0x60, 0x61, 0x62, 0x63, 0x64, 0x65 -> track.codec("mpeg2video");
            case 0x69, 0x6b -> track.codec("mp3");
            case 0x6a -> track.codec("mpeg1video");
            case 0x6c -> track.codec("mjpeg");
            case 0xa5 -> track.codec("ac3");
            case 0xdd -> track.codec("vorbis");
            default -> {}
        }
    }

    private void specific(long at, long length) throws IOException {
        if (track.codec().equals("aac") && length >= 2) {
            Aac.configure(track, bytes.u8(at), bytes.u8(at + 1));
        } else if (track.codec().equals("mpeg4") && length >= 5 && bytes.u32(at) == 0x1b0) {
            int level = bytes.u8(at + 4);
            track.profile(level <= 3 || level == 8 ? "Simple Profile" : level >= 0xf0 ? "Advanced Simple Profile" : "");
        }
    }
}
