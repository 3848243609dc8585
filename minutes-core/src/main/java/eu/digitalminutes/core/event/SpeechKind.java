// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.event;

import eu.digitalminutes.core.outcome.Coded;
import eu.digitalminutes.core.outcome.Text;
import java.util.Optional;

/** What somebody takes the floor for (<i>tipo di intervento</i>). */
public enum SpeechKind implements Coded {
    /** A speech in the debate, <i>intervento</i>. */
    INTERVENTION("intervention", "intervento", "speech"),
    /** The rapporteur explains the proposal, <i>relazione</i>. */
    REPORT("report", "relazione", "report"),
    /** Who spoke before answers, <i>replica</i>. */
    REPLY("reply", "replica", "reply"),
    /** A question to the board, <i>interrogazione</i>. */
    QUESTION("question", "interrogazione", "question"),
    /** The answer to a question, <i>risposta</i>. */
    ANSWER("answer", "risposta", "answer"),
    /** Why somebody votes as he does, <i>dichiarazione di voto</i>. */
    VOTE_DECLARATION("vote-declaration", "dichiarazione di voto", "declaration of vote"),
    /** A call to keep the rules, <i>mozione d'ordine</i>. */
    POINT_OF_ORDER("point-of-order", "mozione d'ordine", "point of order"),
    /** An answer to what touched the speaker, <i>fatto personale</i>. */
    PERSONAL_MATTER("personal-matter", "fatto personale", "personal matter"),
    /** News from the chair or the board, <i>comunicazione</i>. */
    COMMUNICATION("communication", "comunicazione", "communication");

    private final String code;
    private final Text label;

    SpeechKind(String code, String italian, String english) {
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
    public static Optional<SpeechKind> ofCode(String code) {
        return Coded.find(values(), code);
    }
}
