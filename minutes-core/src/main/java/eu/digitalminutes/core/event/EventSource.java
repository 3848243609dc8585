// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.event;

import eu.digitalminutes.core.outcome.Coded;
import java.util.Objects;
import java.util.Optional;

/**
 * Who or what recorded an event (<i>fonte dell'evento</i>).
 *
 * @param kind a person, a device of the hall, or a file that was read afterwards
 * @param name which one; for a file its name as an annex of the minutes
 */
public record EventSource(Kind kind, String name) {
    /** What kind of source it is. */
    public enum Kind implements Coded {
        /** A person at the desk, <i>operatore</i>. */
        OPERATOR("operator"),
        /** A device of the hall, such as the voting system, <i>apparato</i>. */
        DEVICE("device"),
        /** A file read afterwards, such as the log of the videoconference, <i>importazione</i>. */
        IMPORT("import");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /**
         * The word that stands for it in {@code minutes.json}.
         *
         * @return a lower-case word
         */
        @Override
        public String code() {
            return code;
        }

        /**
         * The value behind a word of {@code minutes.json}.
         *
         * @param code the word
         * @return the value, or empty if no value has that word
         */
        public static Optional<Kind> ofCode(String code) {
            return Coded.find(values(), code);
        }
    }

    /**
     * A source.
     *
     * @param kind what it is
     * @param name which one
     * @throws IllegalArgumentException if the name is blank
     */
    public EventSource {
        Objects.requireNonNull(kind, "kind");
        if (name.isBlank()) {
            throw new IllegalArgumentException("the source of an event has a name");
        }
    }

    /**
     * A person at the desk.
     *
     * @param name who, in the words of the house
     * @return the source
     */
    public static EventSource operator(String name) {
        return new EventSource(Kind.OPERATOR, name);
    }

    /**
     * A device of the hall.
     *
     * @param name which one
     * @return the source
     */
    public static EventSource device(String name) {
        return new EventSource(Kind.DEVICE, name);
    }

    /**
     * A file that was read afterwards.
     *
     * @param file its name as an annex of the minutes
     * @return the source
     */
    public static EventSource imported(String file) {
        return new EventSource(Kind.IMPORT, file);
    }
}
