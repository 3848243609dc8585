// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.course;

import eu.digitalminutes.core.outcome.Coded;
import eu.digitalminutes.core.outcome.Text;
import java.util.Optional;

/** What became of a point of the agenda (<i>stato del punto</i>). */
public enum ItemState implements Coded {
    /** On the agenda, and the meeting is not over. */
    LISTED("listed", "iscritto", "listed"),
    /** Treated without a proclaimed vote. */
    DISCUSSED("discussed", "discusso", "discussed"),
    /** Voted: the outcome of its main vote was proclaimed. */
    VOTED("voted", "votato", "voted"),
    /** Put off to another meeting. */
    POSTPONED("postponed", "rinviato", "postponed"),
    /** Taken off by who proposed it. */
    WITHDRAWN("withdrawn", "ritirato", "withdrawn"),
    /** The meeting ended before its turn. */
    NOT_TREATED("not-treated", "non trattato", "not treated");

    private final String code;
    private final Text label;

    ItemState(String code, String italian, String english) {
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
    public static Optional<ItemState> ofCode(String code) {
        return Coded.find(values(), code);
    }
}
