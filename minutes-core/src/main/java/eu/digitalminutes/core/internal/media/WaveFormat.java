// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import java.io.IOException;
import java.util.Locale;

/**
 * The format chunk of WAV, Wave64 and AVI: how its sound is coded.
 *
 * @param tag the number of the codec
 * @param channels how many channels
 * @param rate samples in a second
 * @param bytesPerSecond the mean data rate
 * @param block bytes of one step of all channels
 * @param bits bits of one sample
 * @see <a href="https://tech.ebu.ch/docs/tech/tech3285.pdf">EBU Tech 3285</a>
 */
record WaveFormat(int tag, int channels, long rate, long bytesPerSecond, int block, int bits) {
    private static final int EXTENSIBLE = 0xfffe;

    static WaveFormat read(MediaBytes bytes, long at, long length) throws IOException {
        int tag = bytes.le16(at);
        if (tag == EXTENSIBLE && length >= 26) {
            tag = bytes.le16(at + 24);
        }
        int bits = length >= 16 ? bytes.le16(at + 14) : 0;
        return new WaveFormat(
                tag, bytes.le16(at + 2), bytes.le32(at + 4), bytes.le32(at + 8), bytes.le16(at + 12), bits);
    }

    boolean pcm() {
        return tag == 1 || tag == 3 || tag == 6 || tag == 7;
    }

    String codec() {
        return switch (tag) {
            case 1 -> bits <= 8 ? "pcm_u8" : "pcm_s" + bits + "le";
            case 2 -> "adpcm_ms";
            case 3 -> "pcm_f" + bits + "le";
            case 6 -> "pcm_alaw";
            case 7 -> "pcm_mulaw";
            case 0x11 -> "adpcm_ima_wav";
            case 0x50 -> "mp2";
            case 0x55 -> "mp3";
            case 0xff, 0x1600, 0x1610 -> "aac";
            case 0x2000 -> "ac3";
            case 0xf1ac -> "flac";
            default -> String.format(Locale.ROOT, "wave_%04x", tag);
        };
    }

    void tell(Draft draft) {
        draft.track(DraftTrack.Kind.AUDIO, codec()).sound(rate, channels);
    }
}
