// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.meeting;

import eu.digitalminutes.core.outcome.Coded;
import eu.digitalminutes.core.outcome.Text;
import java.util.Optional;

/** How a point came to the agenda (<i>iscrizione all'ordine del giorno</i>). */
public enum ItemOrigin implements Coded {
    /** With the notice of the meeting, <i>avviso di convocazione</i>. */
    NOTICE("notice", "avviso di convocazione", "notice"),
    /** With a later notice of its own, <i>avviso integrativo</i>. */
    ADDED_NOTICE("added-notice", "avviso integrativo", "supplementary notice"),
    /** In the meeting itself, <i>fuori sacco</i>. */
    OUTSIDE_AGENDA("outside-agenda", "fuori sacco", "outside the agenda");

    private final String code;
    private final Text label;

    ItemOrigin(String code, String italian, String english) {
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
    public static Optional<ItemOrigin> ofCode(String code) {
        return Coded.find(values(), code);
    }
}
