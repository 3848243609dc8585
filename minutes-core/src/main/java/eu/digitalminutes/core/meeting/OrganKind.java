// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.meeting;

import eu.digitalminutes.core.outcome.Coded;
import eu.digitalminutes.core.outcome.Text;
import java.util.Optional;

/** What kind of organ meets (<i>organo collegiale</i>). */
public enum OrganKind implements Coded {
    /** The council, <i>Consiglio</i> (TUEL 42). */
    COUNCIL("council", "Consiglio", "Council"),
    /** The executive board, <i>Giunta</i> (TUEL 47). */
    EXECUTIVE_BOARD("executive-board", "Giunta", "Executive board"),
    /** A council committee, <i>commissione consiliare</i> (TUEL 38(6)). */
    COMMITTEE("committee", "Commissione", "Committee"),
    /** The council of a district, <i>Consiglio circoscrizionale</i> (TUEL 17). */
    DISTRICT_COUNCIL("district-council", "Consiglio circoscrizionale", "District council"),
    /** The assembly of a union or consortium of municipalities, <i>Assemblea</i> (TUEL 31, 32). */
    ASSEMBLY("assembly", "Assemblea", "Assembly");

    private final String code;
    private final Text label;

    OrganKind(String code, String italian, String english) {
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
    public static Optional<OrganKind> ofCode(String code) {
        return Coded.find(values(), code);
    }
}
