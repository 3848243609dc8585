// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.meeting;

import eu.digitalminutes.core.outcome.Coded;
import eu.digitalminutes.core.outcome.Text;
import java.util.Optional;

/** What a person is in the organ or beside it (<i>carica</i>). */
public enum SeatRole implements Coded {
    /** The mayor, <i>Sindaco</i>. */
    MAYOR("mayor", "Sindaco", "Mayor"),
    /** The councillor elected to preside, <i>Presidente del Consiglio</i> (TUEL 39). */
    COUNCIL_PRESIDENT("council-president", "Presidente del Consiglio", "President of the council"),
    /** A councillor, <i>Consigliere</i>. */
    COUNCILLOR("councillor", "Consigliere", "Councillor"),
    /** The deputy mayor, <i>Vicesindaco</i>. */
    DEPUTY_MAYOR("deputy-mayor", "Vicesindaco", "Deputy mayor"),
    /** A member of the executive board, <i>Assessore</i>. */
    BOARD_MEMBER("board-member", "Assessore", "Board member"),
    /** The municipal secretary, <i>Segretario comunale</i> (TUEL 97). */
    SECRETARY("secretary", "Segretario", "Secretary"),
    /** The deputy secretary, <i>Vicesegretario</i>. */
    DEPUTY_SECRETARY("deputy-secretary", "Vicesegretario", "Deputy secretary"),
    /** An officer of the body who reports, <i>funzionario</i>. */
    OFFICIAL("official", "Funzionario", "Official"),
    /** Somebody invited, <i>invitato</i>. */
    GUEST("guest", "Invitato", "Guest");

    private final String code;
    private final Text label;

    SeatRole(String code, String italian, String english) {
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
    public static Optional<SeatRole> ofCode(String code) {
        return Coded.find(values(), code);
    }
}
