// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

/** What a reader has found out of one track so far. */
public final class DraftTrack {
    /** What a track holds. */
    public enum Kind {
        /** Moving pictures. */
        VIDEO,
        /** Sound. */
        AUDIO,
        /** Text shown with the picture. */
        SUBTITLE,
        /** Anything else: time code, chapters, signatures. */
        DATA
    }

    private final Kind kind;
    private String codec;
    private String profile = "";
    private int width;
    private int height;
    private int sampleRate;
    private int channels;
    private int lengthBytes;

    DraftTrack(Kind kind, String codec) {
        this.kind = kind;
        this.codec = codec;
    }

    /** What the track holds. */
    public Kind kind() {
        return kind;
    }

    /** The codec, in lower case; empty if unknown. */
    public String codec() {
        return codec;
    }

    /** The profile of the codec; empty if unknown. */
    public String profile() {
        return profile;
    }

    /** Pixels in a row; 0 if unknown. */
    public int width() {
        return width;
    }

    /** Rows; 0 if unknown. */
    public int height() {
        return height;
    }

    /** Samples of sound in a second; 0 if unknown. */
    public int sampleRate() {
        return sampleRate;
    }

    /** Channels of sound; 0 if unknown. */
    public int channels() {
        return channels;
    }

    void codec(String name) {
        codec = name;
    }

    void profile(String name) {
        profile = name;
    }

    void picture(int newWidth, int newHeight) {
        width = newWidth;
        height = newHeight;
    }

    void sound(long newSampleRate, int newChannels) {
        sampleRate = (int) Math.min(newSampleRate, Integer.MAX_VALUE);
        channels = newChannels;
    }

    /** In how many bytes the length of a part of a picture is written; 0 if it is not. */
    int lengthBytes() {
        return lengthBytes;
    }

    void lengthBytes(int count) {
        lengthBytes = count;
    }
}
