// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.voting;

import eu.digitalminutes.core.outcome.Coded;
import eu.digitalminutes.core.outcome.Text;
import java.util.Optional;

/** What a member was at a vote (<i>posizione del componente nella votazione</i>). */
public enum VoterState implements Coded {
    /** In favour. */
    YES("yes", "favorevole", "in favour"),
    /** Against. */
    NO("no", "contrario", "against"),
    /** Abstained. */
    ABSTAINED("abstained", "astenuto", "abstained"),
    /** There, and did not vote. */
    NOT_VOTING("not-voting", "presente non votante", "present, not voting"),
    /** Voted, and the minutes do not say how: a secret ballot, or a show of hands. */
    VOTED("voted", "votante", "voted"),
    /** Bound to abstain, and stayed (TUEL 78(2)). */
    BOUND_INSIDE("bound-inside", "obbligato ad astenersi, in aula", "bound to abstain, in the hall"),
    /** Bound to abstain, and out of the hall. */
    BOUND_OUTSIDE("bound-outside", "obbligato ad astenersi, fuori dall'aula", "bound to abstain, outside"),
    /** Absent. */
    ABSENT("absent", "assente", "absent"),
    /** Absent with a justification. */
    EXCUSED("excused", "assente giustificato", "absent, excused"),
    /** Absent on a task of the body. */
    ON_MISSION("on-mission", "in missione", "on mission");

    private final String code;
    private final Text label;

    VoterState(String code, String italian, String english) {
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
    public static Optional<VoterState> ofCode(String code) {
        return Coded.find(values(), code);
    }
}
