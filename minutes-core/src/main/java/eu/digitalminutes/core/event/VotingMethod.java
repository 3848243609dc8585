// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.event;

import eu.digitalminutes.core.outcome.Coded;
import eu.digitalminutes.core.outcome.Text;
import java.util.Optional;

/** How votes are cast (<i>modo di votazione</i>). */
public enum VotingMethod implements Coded {
    /** By show of hands, <i>alzata di mano</i>. */
    SHOW_OF_HANDS("show-of-hands", "per alzata di mano", "show of hands"),
    /** By roll call, <i>appello nominale</i>. */
    ROLL_CALL("roll-call", "per appello nominale", "roll call"),
    /** With an electronic system, <i>votazione elettronica</i>. */
    ELECTRONIC("electronic", "con sistema elettronico", "electronic"),
    /** By secret ballot, <i>scrutinio segreto</i>. */
    SECRET_BALLOT("secret-ballot", "a scrutinio segreto", "secret ballot");

    private final String code;
    private final Text label;

    VotingMethod(String code, String italian, String english) {
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
    public static Optional<VotingMethod> ofCode(String code) {
        return Coded.find(values(), code);
    }
}
