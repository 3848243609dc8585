// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.meeting;

import eu.digitalminutes.core.outcome.Coded;
import eu.digitalminutes.core.outcome.Text;
import java.util.Optional;

/** How a meeting was called (<i>tipo di seduta</i>). */
public enum MeetingKind implements Coded {
    /** An ordinary meeting, <i>seduta ordinaria</i>. */
    ORDINARY("ordinary", "ordinaria", "ordinary"),
    /** An extraordinary meeting, <i>seduta straordinaria</i>. */
    EXTRAORDINARY("extraordinary", "straordinaria", "extraordinary"),
    /** A meeting called with urgency, <i>seduta urgente</i>. */
    URGENT("urgent", "urgente", "urgent");

    private final String code;
    private final Text label;

    MeetingKind(String code, String italian, String english) {
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
    public static Optional<MeetingKind> ofCode(String code) {
        return Coded.find(values(), code);
    }
}
