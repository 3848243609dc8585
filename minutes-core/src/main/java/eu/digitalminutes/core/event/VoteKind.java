// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.event;

import eu.digitalminutes.core.outcome.Coded;
import eu.digitalminutes.core.outcome.Text;
import java.util.Optional;

/** What is voted upon (<i>oggetto della votazione</i>). */
public enum VoteKind implements Coded {
    /** The proposal of the item, <i>proposta</i>. */
    MAIN("main", "proposta", "proposal"),
    /** An amendment, <i>emendamento</i>. */
    AMENDMENT("amendment", "emendamento", "amendment"),
    /** That the deliberation be executed at once, <i>immediata eseguibilità</i> (TUEL 134(4)). */
    IMMEDIATE_EXECUTION("immediate-execution", "immediata eseguibilità", "immediate execution"),
    /** The choice of persons, <i>elezione, nomina, designazione</i>. */
    ELECTION("election", "elezione", "election"),
    /** A question of order, <i>questione pregiudiziale o sospensiva</i>. */
    PROCEDURAL("procedural", "questione procedurale", "procedural question");

    private final String code;
    private final Text label;

    VoteKind(String code, String italian, String english) {
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
    public static Optional<VoteKind> ofCode(String code) {
        return Coded.find(values(), code);
    }
}
