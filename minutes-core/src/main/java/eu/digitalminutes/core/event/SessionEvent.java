// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.event;

import eu.digitalminutes.core.content.Digest;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened in a meeting, at an instant (<i>evento della seduta</i>). Immutable.
 *
 * <p>The list of events is the only source of truth: presence, quorum, tallies and the recording's index follow from it.
 * Each event can carry the digest of the one before, so that a list cannot be changed unseen; see
 * {@code eu.digitalminutes.core.exchange.EventChain}.
 */
public final class SessionEvent {
    private final OffsetDateTime at;
    private final Occurrence what;
    private final @Nullable OffsetDateTime recordedAt;
    private final @Nullable EventSource source;
    private final @Nullable Digest previous;
    private final UnknownFields unknown;

    private SessionEvent(
            OffsetDateTime at,
            Occurrence what,
            @Nullable OffsetDateTime recordedAt,
            @Nullable EventSource source,
            @Nullable Digest previous,
            UnknownFields unknown) {
        this.at = Objects.requireNonNull(at, "at");
        this.what = Objects.requireNonNull(what, "what");
        this.recordedAt = recordedAt;
        this.source = source;
        this.previous = previous;
        this.unknown = Objects.requireNonNull(unknown, "unknown");
        if (recordedAt != null && recordedAt.isBefore(at)) {
            throw new IllegalArgumentException(
                    "an event of " + at + " cannot have been recorded before, at " + recordedAt);
        }
    }

    /**
     * Something that happened, recorded as it did.
     *
     * @param at when, with its zone
     * @param what what happened
     * @return the event
     */
    public static SessionEvent of(OffsetDateTime at, Occurrence what) {
        return new SessionEvent(at, what, null, null, null, UnknownFields.none());
    }

    /**
     * This event as entered later (<i>annotazione tardiva</i>): it stands in the list where it was recorded, and takes
     * effect when it happened.
     *
     * @param when when it was recorded
     * @return a new event
     * @throws IllegalArgumentException if that is before it happened
     */
    public SessionEvent enteredAt(OffsetDateTime when) {
        return new SessionEvent(at, what, Objects.requireNonNull(when, "when"), source, previous, unknown);
    }

    /**
     * This event with who or what recorded it.
     *
     * @param value the source
     * @return a new event
     */
    public SessionEvent from(EventSource value) {
        return new SessionEvent(at, what, recordedAt, Objects.requireNonNull(value, "value"), previous, unknown);
    }

    /**
     * This event chained to the one before.
     *
     * @param value the digest of the event before
     * @return a new event
     */
    public SessionEvent after(Digest value) {
        return new SessionEvent(at, what, recordedAt, source, Objects.requireNonNull(value, "value"), unknown);
    }

    /**
     * This event with fields that this version does not know; for readers of exchange forms.
     *
     * @param fields the fields, their pointers relative to the event
     * @return a new event
     */
    public SessionEvent withUnknownFields(UnknownFields fields) {
        return new SessionEvent(at, what, recordedAt, source, previous, fields);
    }

    /**
     * When it happened.
     *
     * @return an instant with its zone
     */
    public OffsetDateTime at() {
        return at;
    }

    /**
     * When it was recorded.
     *
     * @return the instant of a late entry; when it happened, for the others
     */
    public OffsetDateTime recordedAt() {
        OffsetDateTime late = recordedAt;
        return late == null ? at : late;
    }

    /**
     * Whether it was entered after it happened.
     *
     * @return true for a late entry
     */
    public boolean isLate() {
        return recordedAt != null;
    }

    /**
     * What happened.
     *
     * @return the occurrence
     */
    public Occurrence what() {
        return what;
    }

    /**
     * Who or what recorded it.
     *
     * @return the source, or empty if it was not said
     */
    public Optional<EventSource> source() {
        return Optional.ofNullable(source);
    }

    /**
     * The digest of the event before.
     *
     * @return the digest, or empty if the event is not chained
     */
    public Optional<Digest> previous() {
        return Optional.ofNullable(previous);
    }

    /**
     * What the exchange form said of this event beyond the known words.
     *
     * @return the unknown fields, their pointers relative to the event
     */
    public UnknownFields unknownFields() {
        return unknown;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SessionEvent event
                && at.equals(event.at)
                && what.equals(event.what)
                && Objects.equals(recordedAt, event.recordedAt)
                && Objects.equals(source, event.source)
                && Objects.equals(previous, event.previous)
                && unknown.equals(event.unknown);
    }

    @Override
    public int hashCode() {
        return Objects.hash(at, what, recordedAt, source, previous, unknown);
    }

    @Override
    public String toString() {
        return at + " " + what;
    }
}
