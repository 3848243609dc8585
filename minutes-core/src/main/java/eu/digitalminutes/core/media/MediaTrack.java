// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.media;

import eu.digitalminutes.core.internal.media.DraftTrack;
import java.util.OptionalInt;

/** One track of a recording (<i>traccia</i>): what it holds and how it is coded. */
public final class MediaTrack {
    private final TrackKind kind;
    private final String codec;
    private final String profile;
    private final int width;
    private final int height;
    private final int sampleRate;
    private final int channels;

    MediaTrack(DraftTrack draft) {
        this.kind = TrackKind.valueOf(draft.kind().name());
        this.codec = draft.codec();
        this.profile = draft.profile();
        this.width = draft.width();
        this.height = draft.height();
        this.sampleRate = draft.sampleRate();
        this.channels = draft.channels();
    }

    /**
     * What the track holds.
     *
     * @return the kind
     */
    public TrackKind kind() {
        return kind;
    }

    /**
     * The codec, in the words that FFmpeg uses: {@code h264}, {@code aac}, {@code pcm_s16le}.
     *
     * @return lower case; empty if it is not said
     */
    public String codec() {
        return codec;
    }

    /**
     * The profile of the codec.
     *
     * @return such as {@code High} or {@code LC}; empty if there is none or it is not said
     */
    public String profile() {
        return profile;
    }

    /**
     * How wide the picture is.
     *
     * @return pixels; empty for other tracks
     */
    public OptionalInt width() {
        return known(width);
    }

    /**
     * How high the picture is.
     *
     * @return pixels; empty for other tracks
     */
    public OptionalInt height() {
        return known(height);
    }

    /**
     * How often the sound was measured.
     *
     * @return samples in a second; empty for other tracks
     */
    public OptionalInt sampleRate() {
        return known(sampleRate);
    }

    /**
     * How many channels the sound has.
     *
     * @return one or more; empty for other tracks
     */
    public OptionalInt channels() {
        return known(channels);
    }

    private static OptionalInt known(int value) {
        return value > 0 ? OptionalInt.of(value) : OptionalInt.empty();
    }

    @Override
    public String toString() {
        return kind + " " + codec + (profile.isEmpty() ? "" : " " + profile);
    }
}
