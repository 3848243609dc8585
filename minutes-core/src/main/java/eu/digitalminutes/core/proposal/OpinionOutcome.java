// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.proposal;

import eu.digitalminutes.core.outcome.Coded;
import eu.digitalminutes.core.outcome.Text;
import java.util.Optional;

/** What an opinion says (<i>esito del parere</i>). */
public enum OpinionOutcome implements Coded {
    /** In favour, <i>favorevole</i>. */
    FAVOURABLE("favourable", "favorevole", "favourable"),
    /** Against, <i>contrario</i>; the organ may depart from it and says why. */
    UNFAVOURABLE("unfavourable", "contrario", "unfavourable"),
    /** Declared not due, <i>non dovuto</i>. */
    NOT_DUE("not-due", "non dovuto", "not due");

    private final String code;
    private final Text label;

    OpinionOutcome(String code, String italian, String english) {
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
    public static Optional<OpinionOutcome> ofCode(String code) {
        return Coded.find(values(), code);
    }
}
