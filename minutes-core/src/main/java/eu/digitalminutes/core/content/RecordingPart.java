// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.content;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One file of the recording of a session (<i>parte della registrazione</i>): what it is called, what identifies it, and
 * when it was taken.
 */
public final class RecordingPart {
    private final String name;
    private final String mediaType;
    private final Fingerprint fingerprint;
    private final OffsetDateTime start;
    private final Duration duration;
    private final @Nullable Digest treeRoot;

    private RecordingPart(
            String name,
            String mediaType,
            Fingerprint fingerprint,
            OffsetDateTime start,
            Duration duration,
            @Nullable Digest treeRoot) {
        this.name = FileNames.requirePortable(name);
        this.mediaType = Objects.requireNonNull(mediaType, "mediaType");
        this.fingerprint = Objects.requireNonNull(fingerprint, "fingerprint");
        this.start = Objects.requireNonNull(start, "start");
        this.duration = Objects.requireNonNull(duration, "duration");
        this.treeRoot = treeRoot;
        if (duration.isNegative()) {
            throw new IllegalArgumentException("a recording cannot last " + duration);
        }
    }

    /**
     * A part of a recording.
     *
     * @param name the name that the file has in the signed container, such as {@code recording-1.mp4}
     * @param mediaType its IANA media type, such as {@code video/mp4}
     * @param fingerprint its digest and size
     * @param start the instant of its first frame
     * @param duration how long it plays
     * @return the part
     * @throws IllegalArgumentException if the name is not a plain portable file name, or the duration is negative
     */
    public static RecordingPart of(
            String name, String mediaType, Fingerprint fingerprint, OffsetDateTime start, Duration duration) {
        return new RecordingPart(name, mediaType, fingerprint, start, duration, null);
    }

    /**
     * This part with the root of its chunk tree, so that excerpts of it can be proven.
     *
     * @param root the root of the {@link ChunkTree} of the same file
     * @return a new part
     */
    public RecordingPart withTree(Digest root) {
        return new RecordingPart(name, mediaType, fingerprint, start, duration, Objects.requireNonNull(root, "root"));
    }

    /**
     * The file's name in the signed container.
     *
     * @return a plain file name
     */
    public String name() {
        return name;
    }

    /**
     * The IANA media type.
     *
     * @return such as {@code video/mp4}
     */
    public String mediaType() {
        return mediaType;
    }

    /**
     * Digest and size.
     *
     * @return the fingerprint
     */
    public Fingerprint fingerprint() {
        return fingerprint;
    }

    /**
     * The root of the file's chunk tree (<i>radice dell'albero delle impronte</i>).
     *
     * @return the root, or empty if no tree was made
     */
    public Optional<Digest> treeRoot() {
        return Optional.ofNullable(treeRoot);
    }

    /**
     * The instant of the first frame.
     *
     * @return an instant with its zone
     */
    public OffsetDateTime start() {
        return start;
    }

    /**
     * How long the part plays.
     *
     * @return zero or more
     */
    public Duration duration() {
        return duration;
    }

    /**
     * The instant after the last frame.
     *
     * @return start plus duration
     */
    public OffsetDateTime end() {
        return start.plus(duration);
    }

    /**
     * Whether an instant was recorded in this part; both ends count.
     *
     * @param instant any instant
     * @return true if it lies inside
     */
    public boolean covers(OffsetDateTime instant) {
        return !instant.isBefore(start) && !instant.isAfter(end());
    }

    /**
     * Where an instant is in the part.
     *
     * @param instant an instant that the part {@link #covers covers}
     * @return the time from the first frame
     * @throws IllegalArgumentException if the part does not cover it
     */
    public Duration offsetOf(OffsetDateTime instant) {
        if (!covers(instant)) {
            throw new IllegalArgumentException(instant + " is not inside " + name);
        }
        return Duration.between(start, instant);
    }
}
