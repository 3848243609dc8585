// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.ruling;

import eu.digitalminutes.core.outcome.Text;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether something was done in time, and from or until when it may be (<i>termine</i>). Immutable.
 *
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art. 38(2), 39(2), 52, 124 and 134(3)</a>
 */
public final class TermRuling implements Ruling {
    private final String rule;
    private final String source;
    private final int required;
    private final int counted;
    private final boolean holds;
    private final Optional<LocalDate> firstDay;
    private final Optional<LocalDate> lastDay;
    private final Optional<ZonedDateTime> firstInstant;
    private final List<String> warnings;
    private final Supplier<Text> explanation;

    private TermRuling(
            String rule,
            String source,
            int required,
            int counted,
            boolean holds,
            Optional<LocalDate> firstDay,
            Optional<LocalDate> lastDay,
            Optional<ZonedDateTime> firstInstant,
            List<String> warnings,
            Supplier<Text> explanation) {
        this.rule = Objects.requireNonNull(rule, "rule");
        this.source = Objects.requireNonNull(source, "source");
        this.required = required;
        this.counted = counted;
        this.holds = holds;
        this.firstDay = Objects.requireNonNull(firstDay, "firstDay");
        this.lastDay = Objects.requireNonNull(lastDay, "lastDay");
        this.firstInstant = Objects.requireNonNull(firstInstant, "firstInstant");
        this.warnings = List.copyOf(warnings);
        this.explanation = Objects.requireNonNull(explanation, "explanation");
    }

    /**
     * A ruling, as a rule makes it.
     *
     * @param rule the row of the table of rules
     * @param source where the rule stands
     * @param required the days or hours that the rule asks for
     * @param counted the days or hours that there are; as many as required where nothing was held against the term
     * @param holds whether it is in time
     * @param firstDay the first day that is in time
     * @param lastDay the last day that is in time
     * @param firstInstant the first instant that is in time, where hours are counted
     * @param warnings codes of what should be known, possibly none
     * @param explanation makes the sentence that explains the result, asked at each call
     * @return the ruling
     */
    public static TermRuling of(
            String rule,
            String source,
            int required,
            int counted,
            boolean holds,
            Optional<LocalDate> firstDay,
            Optional<LocalDate> lastDay,
            Optional<ZonedDateTime> firstInstant,
            List<String> warnings,
            Supplier<Text> explanation) {
        return new TermRuling(
                rule, source, required, counted, holds, firstDay, lastDay, firstInstant, warnings, explanation);
    }

    /**
     * The days or hours that the rule asks for.
     *
     * @return the value
     */
    public int required() {
        return required;
    }

    /**
     * The days or hours that there are; as many as required where nothing was held against the term.
     *
     * @return the value
     */
    public int counted() {
        return counted;
    }

    /**
     * The first day that is in time.
     *
     * @return the value
     */
    public Optional<LocalDate> firstDay() {
        return firstDay;
    }

    /**
     * The last day that is in time.
     *
     * @return the value
     */
    public Optional<LocalDate> lastDay() {
        return lastDay;
    }

    /**
     * The first instant that is in time, where hours are counted.
     *
     * @return the value
     */
    public Optional<ZonedDateTime> firstInstant() {
        return firstInstant;
    }

    /**
     * The same as {@link #holds()}, in the words of a term.
     *
     * @return true if it is in time
     */
    public boolean inTime() {
        return holds;
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
        return holds;
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
