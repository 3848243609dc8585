// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.course;

import eu.digitalminutes.core.event.SpeechKind;
import java.util.Objects;

/**
 * One person's turn to speak (<i>intervento</i>), computed from the events.
 *
 * @param seat who spoke
 * @param kind what kind of speech
 * @param item the point under treatment; empty outside of any
 * @param span when, until the floor was given back or something else began
 * @param summary the main points, or what the person asked to be recorded; may be empty
 */
public record Speech(String seat, SpeechKind kind, String item, Span span, String summary) {
    /**
     * A speech.
     *
     * @param seat who spoke
     * @param kind what kind of speech
     * @param item the point under treatment; empty outside of any
     * @param span when
     * @param summary the main points; may be empty
     */
    public Speech {
        Objects.requireNonNull(seat, "seat");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(summary, "summary");
    }
}
