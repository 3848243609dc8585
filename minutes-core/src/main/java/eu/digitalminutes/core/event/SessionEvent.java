// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.event;

import java.time.OffsetDateTime;
import java.util.Objects;

/**
 * One thing that happened in a meeting, at an instant (<i>evento della seduta</i>).
 *
 * <p>The list of events is the only source of truth: presence, quorum, tallies and the recording's index follow from it.
 */
public final class SessionEvent {
    private final OffsetDateTime at;
    private final Occurrence what;

    private SessionEvent(OffsetDateTime at, Occurrence what) {
        this.at = Objects.requireNonNull(at, "at");
        this.what = Objects.requireNonNull(what, "what");
    }

    /**
     * Something that happened.
     *
     * @param at when, with its zone
     * @param what what happened
     * @return the event
     */
    public static SessionEvent of(OffsetDateTime at, Occurrence what) {
        return new SessionEvent(at, what);
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
     * What happened.
     *
     * @return the occurrence
     */
    public Occurrence what() {
        return what;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SessionEvent event && at.equals(event.at) && what.equals(event.what);
    }

    @Override
    public int hashCode() {
        return Objects.hash(at, what);
    }

    @Override
    public String toString() {
        return at + " " + what;
    }
}
