// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.presence;

import eu.digitalminutes.core.outcome.Coded;
import eu.digitalminutes.core.outcome.Text;
import java.util.Optional;

/** How a stretch of attendance ended (<i>causa di fine presenza</i>). */
public enum IntervalEnd implements Coded {
    /** The person went out. */
    LEFT("left", "uscita", "left"),
    /** The connection was lost. */
    CONNECTION_LOST("connection-lost", "perdita del collegamento", "connection lost"),
    /** The person went on from elsewhere, without a gap. */
    CHANGED_MODE("changed-mode", "cambio di modalità", "changed mode"),
    /** The meeting ended, or nothing more is known. */
    MEETING_ENDED("meeting-ended", "fine della seduta", "meeting ended");

    private final String code;
    private final Text label;

    IntervalEnd(String code, String italian, String english) {
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
    public static Optional<IntervalEnd> ofCode(String code) {
        return Coded.find(values(), code);
    }
}
