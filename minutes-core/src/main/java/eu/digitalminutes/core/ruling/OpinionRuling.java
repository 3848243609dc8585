// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.ruling;

import eu.digitalminutes.core.outcome.Text;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Which opinions a proposal lacks (<i>pareri mancanti</i>). Immutable.
 *
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art. 49 and 151(4)</a>
 */
public final class OpinionRuling implements Ruling {
    private final String rule;
    private final String source;
    private final List<String> due;
    private final List<String> missing;
    private final List<String> warnings;
    private final Supplier<Text> explanation;

    private OpinionRuling(
            String rule,
            String source,
            List<String> due,
            List<String> missing,
            List<String> warnings,
            Supplier<Text> explanation) {
        this.rule = Objects.requireNonNull(rule, "rule");
        this.source = Objects.requireNonNull(source, "source");
        this.due = List.copyOf(due);
        this.missing = List.copyOf(missing);
        this.warnings = List.copyOf(warnings);
        this.explanation = Objects.requireNonNull(explanation, "explanation");
    }

    /**
     * A ruling, as a rule makes it.
     *
     * @param rule the row of the table of rules
     * @param source where the rule stands
     * @param due the opinions that the proposal needs
     * @param missing those of them that it lacks
     * @param warnings codes of what should be known, possibly none
     * @param explanation makes the sentence that explains the result, asked at each call
     * @return the ruling
     */
    public static OpinionRuling of(
            String rule,
            String source,
            List<String> due,
            List<String> missing,
            List<String> warnings,
            Supplier<Text> explanation) {
        return new OpinionRuling(rule, source, due, missing, warnings, explanation);
    }

    /**
     * The opinions that the proposal needs.
     *
     * @return the value
     */
    public List<String> due() {
        return due;
    }

    /**
     * Those of them that it lacks.
     *
     * @return the value
     */
    public List<String> missing() {
        return missing;
    }

    @Override
    public String rule() {
        return rule;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public boolean holds() {
        return missing.isEmpty();
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
