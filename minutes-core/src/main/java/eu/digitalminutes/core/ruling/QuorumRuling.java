// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.ruling;

import eu.digitalminutes.core.outcome.Text;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Whether enough members are there, for the legal number or to ask or sign for something (<i>numero legale</i>). Immutable.
 *
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art. 38(2), 39(2) and 52</a>
 */
public final class QuorumRuling implements CountedRuling {
    private final Figures figures;
    private final List<String> warnings;
    private final Supplier<Text> explanation;

    private QuorumRuling(Figures figures, List<String> warnings, Supplier<Text> explanation) {
        this.figures = Objects.requireNonNull(figures, "figures");
        this.warnings = List.copyOf(warnings);
        this.explanation = Objects.requireNonNull(explanation, "explanation");
    }

    /**
     * A ruling, as a rule makes it.
     *
     * @param figures the figures that decide
     * @param warnings codes of what should be known, possibly none
     * @param explanation makes the sentence that explains the result, asked at each call
     * @return the ruling
     */
    public static QuorumRuling of(Figures figures, List<String> warnings, Supplier<Text> explanation) {
        return new QuorumRuling(figures, warnings, explanation);
    }

    @Override
    public Figures figures() {
        return figures;
    }

    @Override
    public boolean holds() {
        return figures.reached();
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
