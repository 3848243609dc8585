// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.event;

import eu.digitalminutes.core.outcome.Coded;
import eu.digitalminutes.core.outcome.Text;
import java.util.Optional;

/** What one voter chose (<i>espressione di voto</i>). */
public enum Choice implements Coded {
    /** In favour, <i>favorevole</i>. */
    YES("yes", "favorevole", "in favour"),
    /** Against, <i>contrario</i>. */
    NO("no", "contrario", "against"),
    /** Abstained, <i>astenuto</i>. */
    ABSTAINED("abstained", "astenuto", "abstained"),
    /** Present, not voting, <i>presente non votante</i>. */
    NOT_VOTING("not-voting", "non votante", "not voting");

    private final String code;
    private final Text label;

    Choice(String code, String italian, String english) {
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
    public static Optional<Choice> ofCode(String code) {
        return Coded.find(values(), code);
    }
}
