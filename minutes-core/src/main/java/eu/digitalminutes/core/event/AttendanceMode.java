// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.event;

import eu.digitalminutes.core.outcome.Coded;
import eu.digitalminutes.core.outcome.Text;
import java.util.Optional;

/** How one person attends (<i>modalità di partecipazione</i>). */
public enum AttendanceMode implements Coded {
    /** In the hall, <i>in presenza</i>. */
    IN_PERSON("in-person", "in presenza", "in person"),
    /** By secure videoconference, <i>da remoto</i>. */
    REMOTE("remote", "da remoto", "remote");

    private final String code;
    private final Text label;

    AttendanceMode(String code, String italian, String english) {
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
    public static Optional<AttendanceMode> ofCode(String code) {
        return Coded.find(values(), code);
    }
}
