// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.ruling;

import eu.digitalminutes.core.outcome.Text;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Who is elected by a ballot (<i>proclamazione degli eletti</i>). Immutable.
 *
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art. 38(2)</a>
 */
public final class ElectionRuling implements CountedRuling {
    private final Figures figures;
    private final List<String> elected;
    private final List<String> runOff;
    private final int vacant;
    private final List<String> warnings;
    private final Supplier<Text> explanation;

    private ElectionRuling(
            Figures figures,
            List<String> elected,
            List<String> runOff,
            int vacant,
            List<String> warnings,
            Supplier<Text> explanation) {
        this.figures = Objects.requireNonNull(figures, "figures");
        this.elected = List.copyOf(elected);
        this.runOff = List.copyOf(runOff);
        this.vacant = vacant;
        this.warnings = List.copyOf(warnings);
        this.explanation = Objects.requireNonNull(explanation, "explanation");
    }

    /**
     * A ruling, as a rule makes it.
     *
     * @param figures the votes that elect and the most that anybody has
     * @param elected the elected, by votes
     * @param runOff those who meet again, possibly nobody
     * @param vacant seats that nobody fills
     * @param warnings codes of what should be known, possibly none
     * @param explanation makes the sentence that explains the result, asked at each call
     * @return the ruling
     */
    public static ElectionRuling of(
            Figures figures,
            List<String> elected,
            List<String> runOff,
            int vacant,
            List<String> warnings,
            Supplier<Text> explanation) {
        return new ElectionRuling(figures, elected, runOff, vacant, warnings, explanation);
    }

    @Override
    public Figures figures() {
        return figures;
    }

    /**
     * The elected, by votes.
     *
     * @return the value
     */
    public List<String> elected() {
        return elected;
    }

    /**
     * Those who meet again, possibly nobody.
     *
     * @return the value
     */
    public List<String> runOff() {
        return runOff;
    }

    /**
     * Seats that nobody fills.
     *
     * @return the value
     */
    public int vacant() {
        return vacant;
    }

    @Override
    public boolean holds() {
        return vacant == 0;
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
