// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.proposal;

import eu.digitalminutes.core.outcome.Coded;
import eu.digitalminutes.core.outcome.Text;
import java.util.Optional;

/** Which opinion on a proposal (<i>parere</i>, TUEL 49). */
public enum OpinionKind implements Coded {
    /** On technical regularity, by the head of the service, <i>regolarità tecnica</i>. */
    TECHNICAL("technical", "regolarità tecnica", "technical regularity"),
    /** On accounting regularity, by the head of finance, <i>regolarità contabile</i>. */
    ACCOUNTING("accounting", "regolarità contabile", "accounting regularity"),
    /** Of the auditors, <i>organo di revisione</i> (TUEL 239). */
    AUDITORS("auditors", "organo di revisione", "auditors"),
    /** Of a council committee, <i>commissione consiliare</i>. */
    COMMITTEE("committee", "commissione consiliare", "council committee"),
    /** Any other that a rule asks for. */
    OTHER("other", "altro parere", "other opinion");

    private final String code;
    private final Text label;

    OpinionKind(String code, String italian, String english) {
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
    public static Optional<OpinionKind> ofCode(String code) {
        return Coded.find(values(), code);
    }
}
