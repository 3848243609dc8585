// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

/**
 * What AAC says of itself in a few bits.
 *
 * @see <a href="https://www.iso.org/standard/76383.html">ISO/IEC 14496-3, 1.6</a>
 */
final class Aac {
    private static final int[] RATES = {
        96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350
    };

    private Aac() {}

    /** The sampling rate of an index; 0 if there is none. */
    static int rate(int index) {
        return index < RATES.length ? RATES[index] : 0;
    }

    /** How many channels a configuration has; 0 if it is said elsewhere. */
    static int channels(int configuration) {
        return configuration == 7 ? 8 : configuration < 7 ? configuration : 0;
    }

    static String profile(int objectType) {
        return switch (objectType) {
            case 1 -> "Main";
            case 2 -> "LC";
            case 3 -> "SSR";
            case 4 -> "LTP";
            case 5 -> "HE-AAC";
            case 29 -> "HE-AACv2";
            case 42 -> "xHE-AAC";
            default -> "";
        };
    }

    /** Puts the first two bytes of an AudioSpecificConfig into a track. */
    static void configure(DraftTrack track, int first, int second) {
        int objectType = first >> 3;
        int rate = rate((first & 7) << 1 | second >> 7);
        int channels = channels(second >> 3 & 15);
        track.profile(profile(objectType));
        track.sound(rate > 0 ? rate : track.sampleRate(), channels > 0 ? channels : track.channels());
    }
}
