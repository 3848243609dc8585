// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation;

import eu.digitalminutes.core.outcome.Coded;
import eu.digitalminutes.core.outcome.Text;
import java.util.Optional;

/** How a deliberation bears on an earlier act (<i>atto collegato</i>). */
public enum LinkKind implements Coded {
    /** Approves the minutes of an earlier meeting. */
    APPROVES_MINUTES("approves-minutes", "approva il verbale", "approves minutes"),
    /** Corrects signed minutes. */
    RECTIFIES_MINUTES("rectifies-minutes", "rettifica il verbale", "rectifies minutes"),
    /** Adds to signed minutes. */
    INTEGRATES_MINUTES("integrates-minutes", "integra il verbale", "integrates minutes"),
    /** Puts a note to signed minutes. */
    ANNOTATES_MINUTES("annotates-minutes", "annota il verbale", "annotates minutes"),
    /** Annuls signed minutes. */
    ANNULS_MINUTES("annuls-minutes", "annulla il verbale", "annuls minutes"),
    /** Corrects a deliberation, which stands. */
    RECTIFIES("rectifies", "rettifica la deliberazione", "rectifies a deliberation"),
    /** Ends the effects of a deliberation. */
    REVOKES("revokes", "revoca la deliberazione", "revokes a deliberation"),
    /** Undoes a deliberation in self-protection, <i>autotutela</i>. */
    ANNULS("annuls", "annulla la deliberazione", "annuls a deliberation");

    private final String code;
    private final Text label;

    LinkKind(String code, String italian, String english) {
        this.code = code;
        this.label = new Text(italian, english);
    }

    /**
     * The word that stands for it in {@code deliberation.json}.
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
     * The value behind a word of {@code deliberation.json}.
     *
     * @param code the word
     * @return the value, or empty if no value has that word
     */
    public static Optional<LinkKind> ofCode(String code) {
        return Coded.find(values(), code);
    }
}
