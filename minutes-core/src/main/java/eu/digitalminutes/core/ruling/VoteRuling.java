// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.ruling;

import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.outcome.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The outcome that a count has (<i>esito della votazione</i>). Immutable.
 *
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art. 38(2) and 134(4)</a>
 */
public final class VoteRuling implements CountedRuling {
    private final Figures figures;
    private final Outcome outcome;
    private final boolean tie;
    private final Optional<LocalDate> repeatBy;
    private final List<String> warnings;
    private final Supplier<Text> explanation;

    private VoteRuling(
            Figures figures,
            Outcome outcome,
            boolean tie,
            Optional<LocalDate> repeatBy,
            List<String> warnings,
            Supplier<Text> explanation) {
        this.figures = Objects.requireNonNull(figures, "figures");
        this.outcome = Objects.requireNonNull(outcome, "outcome");
        this.tie = tie;
        this.repeatBy = Objects.requireNonNull(repeatBy, "repeatBy");
        this.warnings = List.copyOf(warnings);
        this.explanation = Objects.requireNonNull(explanation, "explanation");
    }

    /**
     * A ruling, as a rule makes it.
     *
     * @param figures the figures that decide
     * @param outcome the outcome that the chair must proclaim
     * @param tie whether as many were in favour as against
     * @param repeatBy the last day on which the vote may be repeated, where the law lets it be repeated
     * @param warnings codes of what should be known, possibly none
     * @param explanation makes the sentence that explains the result, asked at each call
     * @return the ruling
     */
    public static VoteRuling of(
            Figures figures,
            Outcome outcome,
            boolean tie,
            Optional<LocalDate> repeatBy,
            List<String> warnings,
            Supplier<Text> explanation) {
        return new VoteRuling(figures, outcome, tie, repeatBy, warnings, explanation);
    }

    @Override
    public Figures figures() {
        return figures;
    }

    /**
     * The outcome that the chair must proclaim.
     *
     * @return the value
     */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * Whether as many were in favour as against.
     *
     * @return the value
     */
    public boolean tie() {
        return tie;
    }

    /**
     * The last day on which the vote may be repeated, where the law lets it be repeated.
     *
     * @return the value
     */
    public Optional<LocalDate> repeatBy() {
        return repeatBy;
    }

    @Override
    public boolean holds() {
        return outcome == Outcome.APPROVED;
    }

    @Override
    public List<String> warnings() {
        return warnings;
    }

    @Override
    public Text explanation() {
        return explanation.get();
    }
}
