// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.meeting;

import eu.digitalminutes.core.outcome.Coded;
import eu.digitalminutes.core.outcome.Text;
import java.util.Optional;

/** Where those who attend are (<i>modalità di svolgimento</i>). */
public enum SessionMode implements Coded {
    /** Everyone in the hall, <i>in presenza</i>. */
    IN_PERSON("in-person", "in presenza", "in person"),
    /** Some in the hall, some by secure videoconference, <i>modalità mista</i>. */
    MIXED("mixed", "mista", "mixed"),
    /** Everyone by videoconference, <i>da remoto</i>. */
    REMOTE("remote", "in videoconferenza", "remote");

    private final String code;
    private final Text label;

    SessionMode(String code, String italian, String english) {
        this.code = code;
        this.label = new Text(italian, english);
    }

    /**
     * The word that stands for it in {@code minutes.json}.
     *
     * @return lower-case words joined by hyphens
     */
    @Override
    public String code() {
        return code;
    }

    /**
     * The words for people.
     *
     * @return the words in both languages
     */
    public Text label() {
        return label;
    }

    /**
     * The value behind a word of {@code minutes.json}.
     *
     * @param code the word
     * @return the value, or empty if no value has that word
     */
    public static Optional<SessionMode> ofCode(String code) {
        return Coded.find(values(), code);
    }
}
