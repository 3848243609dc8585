// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation.step;

import eu.digitalminutes.core.outcome.Coded;
import eu.digitalminutes.core.outcome.Text;
import java.util.Optional;

/** What kind of step a deliberation takes (<i>passaggio dell'iter</i>). */
public enum StepKind implements Coded {
    /** Entered in the register of proposals. */
    PROPOSED("proposed", "presentazione", "proposed"),
    /** An opinion on regularity. */
    OPINION_GIVEN("opinion-given", "parere", "opinion given"),
    /** The visa of coverage. */
    COVERAGE_ATTESTED("coverage-attested", "visto di copertura", "coverage attested"),
    /** On the agenda of a meeting. */
    PUT_ON_AGENDA("put-on-agenda", "iscrizione all'ordine del giorno", "put on the agenda"),
    /** The point was opened. */
    DISCUSSION_OPENED("discussion-opened", "discussione", "discussion opened"),
    /** Changed by an approved amendment. */
    AMENDED("amended", "emendamento", "amended"),
    /** Voted upon. */
    VOTED("voted", "votazione", "voted"),
    /** Voted upon apart, for immediate execution. */
    IMMEDIATE_EXECUTION_VOTED(
            "immediate-execution-voted", "voto di immediata eseguibilità", "immediate execution voted"),
    /** Put off to another meeting. */
    POSTPONED("postponed", "rinvio", "postponed"),
    /** Taken back by who proposed it. */
    WITHDRAWN("withdrawn", "ritiro", "withdrawn"),
    /** Fallen without a decision. */
    LAPSED("lapsed", "decadenza", "lapsed"),
    /** Its number in the register of deliberations. */
    NUMBERED("numbered", "numerazione", "numbered"),
    /** Signed by President and Secretary. */
    MINUTES_SIGNED("minutes-signed", "sottoscrizione", "signed"),
    /** Entered at the albo. */
    PUBLISHED("published", "pubblicazione", "published"),
    /** The list went to the group leaders. */
    GROUP_LEADERS_NOTIFIED("group-leaders-notified", "comunicazione ai capigruppo", "group leaders notified"),
    /** Took effect. */
    BECAME_EXECUTABLE("became-executable", "esecutività", "became executable"),
    /** Taken into custody by the archive. */
    PRESERVED("preserved", "conservazione", "preserved"),
    /** Money was set aside on a chapter. */
    MONEY_RESERVED("money-reserved", "prenotazione", "money reserved"),
    /** A commitment was registered. */
    COMMITMENT_REGISTERED("commitment-registered", "impegno", "commitment registered"),
    /** Money was given back to a chapter. */
    MONEY_RELEASED("money-released", "svincolo", "money released"),
    /** Corrected by a later act. */
    RECTIFIED("rectified", "rettifica", "rectified"),
    /** Its effects ended by a later act. */
    REVOKED("revoked", "revoca", "revoked"),
    /** Undone by a later act or a judgment. */
    ANNULLED("annulled", "annullamento", "annulled");

    private final String code;
    private final Text label;

    StepKind(String code, String italian, String english) {
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
    public static Optional<StepKind> ofCode(String code) {
        return Coded.find(values(), code);
    }
}
