// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation;

import eu.digitalminutes.core.outcome.Coded;
import eu.digitalminutes.core.outcome.Text;
import java.util.Optional;

/** Where a deliberation stands (<i>stato dell'iter</i>): the furthest point that it reached. */
public enum DeliberationState implements Coded {
    /** Being written. */
    DRAFT("draft", "bozza", "draft"),
    /** In the register of proposals; opinions that are due are missing. */
    PROPOSED("proposed", "proposta", "proposed"),
    /** Every opinion that is due before the vote is there. */
    EXAMINED("examined", "istruita", "examined"),
    /** On the agenda of a meeting. */
    ON_AGENDA("on-agenda", "iscritta all'ordine del giorno", "on the agenda"),
    /** The point was opened. */
    DISCUSSED("discussed", "discussa", "discussed"),
    /** Put off, or to be voted again as the law lets a statute be. */
    POSTPONED("postponed", "rinviata", "postponed"),
    /** Approved: the act is perfect. */
    APPROVED("approved", "approvata", "approved"),
    /** With its number. */
    NUMBERED("numbered", "numerata", "numbered"),
    /** Signed by President and Secretary. */
    MINUTES_SIGNED("minutes-signed", "sottoscritta", "signed"),
    /** At the albo. */
    PUBLISHED("published", "in pubblicazione", "published"),
    /** In effect, even where numbering or publication still follow. */
    EXECUTABLE("executable", "esecutiva", "executable"),
    /** In effect, every commitment registered. */
    COMMITTED("committed", "impegnata", "committed"),
    /** In custody of the archive. */
    PRESERVED("preserved", "conservata", "preserved"),
    /** Voted down. */
    REJECTED("rejected", "respinta", "rejected"),
    /** Taken back. */
    WITHDRAWN("withdrawn", "ritirata", "withdrawn"),
    /** Fallen without a decision. */
    LAPSED("lapsed", "decaduta", "lapsed"),
    /** Approved once; its effects ended. */
    REVOKED("revoked", "revocata", "revoked"),
    /** Approved once; undone from the beginning. */
    ANNULLED("annulled", "annullata", "annulled");

    private final String code;
    private final Text label;

    DeliberationState(String code, String italian, String english) {
        this.code = code;
        this.label = new Text(italian, english);
    }

    /**
     * The word that stands for it in {@code deliberation.json}.
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
     * The value behind a word of {@code deliberation.json}.
     *
     * @param code the word
     * @return the value, or empty if no value has that word
     */
    public static Optional<DeliberationState> ofCode(String code) {
        return Coded.find(values(), code);
    }
}
