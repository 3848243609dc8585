// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.meeting;

import eu.digitalminutes.core.outcome.Coded;
import eu.digitalminutes.core.outcome.Text;
import java.util.Optional;

/** Who may attend (<i>pubblicità della seduta</i>). */
public enum Publicity implements Coded {
    /** Open to everyone, <i>pubblica</i> (TUEL 38(7)). */
    PUBLIC("public", "pubblica", "public"),
    /** Closed to the public, <i>segreta</i>. */
    SECRET("secret", "segreta", "secret");

    private final String code;
    private final Text label;

    Publicity(String code, String italian, String english) {
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
    public static Optional<Publicity> ofCode(String code) {
        return Coded.find(values(), code);
    }
}
