// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.meeting;

import eu.digitalminutes.core.outcome.Coded;
import eu.digitalminutes.core.outcome.Text;
import java.util.Optional;

/** What kind of point it is (<i>tipo di punto</i>). */
public enum ItemKind implements Coded {
    /** A proposal to be deliberated, <i>proposta di deliberazione</i>. */
    PROPOSAL("proposal", "proposta di deliberazione", "proposal"),
    /** The minutes of an earlier meeting, <i>approvazione dei verbali</i>. */
    MINUTES_APPROVAL("minutes-approval", "approvazione dei verbali", "approval of minutes"),
    /** News, without a vote, <i>comunicazioni</i>. */
    COMMUNICATION("communication", "comunicazioni", "communications"),
    /** A question to the board, <i>interrogazione</i>. */
    QUESTION("question", "interrogazione", "question"),
    /** A question about intentions, <i>interpellanza</i>. */
    INTERPELLATION("interpellation", "interpellanza", "interpellation"),
    /** A motion, <i>mozione</i>. */
    MOTION("motion", "mozione", "motion"),
    /** A political stand, <i>ordine del giorno</i>. */
    RESOLUTION("resolution", "ordine del giorno", "resolution"),
    /** The choice of persons, <i>nomina, designazione, surroga</i>. */
    APPOINTMENT("appointment", "nomina", "appointment"),
    /** Anything else. */
    OTHER("other", "altro", "other");

    private final String code;
    private final Text label;

    ItemKind(String code, String italian, String english) {
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
    public static Optional<ItemKind> ofCode(String code) {
        return Coded.find(values(), code);
    }
}
