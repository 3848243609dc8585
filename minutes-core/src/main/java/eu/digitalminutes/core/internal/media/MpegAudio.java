// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The header of one frame of MPEG audio or ADTS.
 *
 * @param codec {@code mp3}, {@code mp2}, {@code mp1} or {@code aac}
 * @param profile the profile of AAC; empty for the others
 * @param rate samples in a second
 * @param channels how many channels
 * @param samples samples of each channel in the frame
 * @param length bytes of the frame with its header
 * @see <a href="https://www.iso.org/standard/22412.html">ISO/IEC 11172-3, 2.4</a>
 */
record MpegAudio(String codec, String profile, int rate, int channels, int samples, int length) {
    private static final int[][] BIT_RATES = {
        {0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},
        {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
        {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},
        {0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},
        {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160}
    };
    private static final int[] RATES = {44_100, 48_000, 32_000};

    /** The frame at a place; null if there is none. */
    static @Nullable MpegAudio at(MediaBytes bytes, long at) throws IOException {
        if (!bytes.holds(at, 7) || bytes.u8(at) != 0xff || (bytes.u8(at + 1) & 0xe0) != 0xe0) {
            return null;
        }
        int second = bytes.u8(at + 1);
        int layer = 4 - ((second >> 1) & 3);
        return layer == 4 ? adts(bytes, at) : frame(second, layer, bytes.u8(at + 2), bytes.u8(at + 3));
    }

    private static @Nullable MpegAudio frame(int second, int layer, int third, int fourth) {
        int version = (second >> 3) & 3;
        int bitRateIndex = third >> 4;
        int rateIndex = (third >> 2) & 3;
        if (version == 1 || bitRateIndex == 0 || bitRateIndex == 15 || rateIndex == 3) {
            return null;
        }
        boolean one = version == 3;
        int rate = RATES[rateIndex] >> (one ? 0 : version == 2 ? 1 : 2);
        int bitRate = 1000 * BIT_RATES[one ? layer - 1 : layer == 1 ? 3 : 4][bitRateIndex];
        int padding = (third >> 1) & 1;
        int samples = layer == 1 ? 384 : layer == 3 && !one ? 576 : 1152;
        int length = layer == 1 ? (12 * bitRate / rate + padding) * 4 : samples / 8 * bitRate / rate + padding;
        return new MpegAudio("mp" + layer, "", rate, (fourth >> 6) == 3 ? 1 : 2, samples, length);
    }

    private static @Nullable MpegAudio adts(MediaBytes bytes, long at) throws IOException {
        int third = bytes.u8(at + 2);
        int fourth = bytes.u8(at + 3);
        int length = ((fourth & 3) << 11) | (bytes.u8(at + 4) << 3) | (bytes.u8(at + 5) >> 5);
        int rate = Aac.rate((third >> 2) & 15);
        if ((bytes.u8(at + 1) & 0xf0) != 0xf0 || rate == 0 || length < 7) {
            return null;
        }
        int blocks = (bytes.u8(at + 6) & 3) + 1;
        int channels = Aac.channels(((third & 1) << 2) | (fourth >> 6));
        return new MpegAudio("aac", Aac.profile((third >> 6) + 1), rate, channels, 1024 * blocks, length);
    }

    /** Whether another frame can be of the same stream. */
    boolean goesOnAs(@Nullable MpegAudio next) {
        return next != null && next.rate == rate && next.codec.equals(codec);
    }
}
