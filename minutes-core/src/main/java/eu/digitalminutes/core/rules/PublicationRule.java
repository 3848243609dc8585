// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.rules;

import eu.digitalminutes.core.ruling.TermRuling;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long a deliberation is published and when it takes effect (<i>pubblicazione ed esecutività</i>).
 *
 * <p>Most let the ten days run from the beginning of publication; an isolated opinion of 13 September 2006, after
 * Cass. I 4397/1999, from its end.
 *
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art. 124, 125 and 134(3)</a>
 */
public final class PublicationRule {
    private final String source;
    private final int days;
    private final int executableAfterDays;
    private final Reading reading;
    private final FirstDay firstDay;
    private final ConvocationRule.Holidays holidays;
    private final GroupLeaders groupLeaders;

    /** From when the ten days run (<i>decorrenza dell'esecutività</i>). */
    public enum Reading {
        /** From the beginning of publication. */
        FROM_BEGINNING,
        /** From the end of publication. */
        FROM_END
    }

    /** Whether the first day counts (<i>computo del dies a quo</i>). */
    public enum FirstDay {
        /** It is the first of the ten, as it is the first of the fifteen. */
        COUNTED,
        /** The days begin on the next one, as in c.p.c. 155(1). */
        NOT_COUNTED
    }

    /** Whether the group leaders get the list (<i>comunicazione ai capigruppo</i>, TUEL 125). */
    public enum GroupLeaders {
        /** When publication begins: the executive board. */
        AT_PUBLICATION,
        /** Never: the council. */
        NOT_DUE
    }

    private PublicationRule(Builder builder) {
        this.source = builder.source;
        this.days = builder.days;
        this.executableAfterDays = builder.executableAfterDays;
        this.reading = builder.reading;
        this.firstDay = builder.firstDay;
        this.holidays = builder.holidays;
        this.groupLeaders = builder.groupLeaders;
        LocalRules.inRange(1, days, "days");
        LocalRules.inRange(0, executableAfterDays, "executableAfterDays");
    }

    /**
     * The defaults, with the sources that this class cites.
     *
     * @return the rule where statute and regulation say nothing else
     */
    public static PublicationRule defaults() {
        return new Builder().build();
    }

    /**
     * The same rule, to be changed.
     *
     * @return a builder that holds the values of this rule
     */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.source = source;
        builder.days = days;
        builder.executableAfterDays = executableAfterDays;
        builder.reading = reading;
        builder.firstDay = firstDay;
        builder.holidays = holidays;
        builder.groupLeaders = groupLeaders;
        return builder;
    }

    /**
     * Where the rule stands.
     *
     * @return articles of law, statute or regulation, in words
     */
    public String source() {
        return source;
    }

    /**
     * Consecutive days of publication, the first one counted.
     *
     * @return the value
     */
    public int days() {
        return days;
    }

    /**
     * After how many days a deliberation takes effect.
     *
     * @return the value
     */
    public int executableAfterDays() {
        return executableAfterDays;
    }

    /**
     * From when those days run.
     *
     * @return the value
     */
    public Reading reading() {
        return reading;
    }

    /**
     * Whether the day on which publication begins is one of the ten.
     *
     * @return the value
     */
    public FirstDay firstDay() {
        return firstDay;
    }

    /**
     * What becomes of an effect that would begin on a holiday.
     *
     * @return the value
     */
    public ConvocationRule.Holidays holidays() {
        return holidays;
    }

    /**
     * Whether the list of deliberations goes to the group leaders when publication begins.
     *
     * @return the value
     */
    public GroupLeaders groupLeaders() {
        return groupLeaders;
    }

    /**
     * How long a deliberation stays published.
     *
     * @param from the day on which publication begins
     * @return the ruling, with the last day of publication
     */
    public TermRuling publication(LocalDate from) {
        LocalDate last = from.plusDays(days - 1L);
        return TermRuling.of(
                "P1",
                source,
                days,
                days,
                true,
                Optional.of(from),
                Optional.of(last),
                Optional.empty(),
                List.of(),
                () -> RuleTexts.say("term.publication", days, from, last, RuleTexts.say("term.none"), source));
    }

    /**
     * Whether a deliberation was published long enough.
     *
     * @param from the first day of publication
     * @param until the last day of publication
     * @return the ruling
     */
    public TermRuling publication(LocalDate from, LocalDate until) {
        LocalDate last = from.plusDays(days - 1L);
        boolean holds = !until.isBefore(last);
        return TermRuling.of(
                "P1",
                source,
                days,
                Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(from, until) + 1)),
                holds,
                Optional.of(from),
                Optional.of(last),
                Optional.empty(),
                List.of(),
                () -> RuleTexts.say("term.publication", days, from, last, ConvocationRule.on(until, holds), source));
    }

    /**
     * From when a deliberation is executable that was not declared so at once.
     *
     * @param from the day on which publication begins
     * @return the ruling, whose first day is the first on which it is executable
     */
    public TermRuling executability(LocalDate from) {
        LocalDate first = executableFrom(from);
        return effect(first, executableAfterDays, true, Optional.empty());
    }

    /**
     * Whether a deliberation is executable on a day.
     *
     * @param from the day on which publication begins
     * @param on the day that is asked about
     * @return the ruling
     */
    public TermRuling executability(LocalDate from, LocalDate on) {
        LocalDate first = executableFrom(from);
        int passed = Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(from, on)));
        return effect(first, passed, !on.isBefore(first), Optional.of(on));
    }

    private LocalDate executableFrom(LocalDate from) {
        LocalDate begin = reading == Reading.FROM_END ? from.plusDays(days) : from;
        int uncounted = reading == Reading.FROM_BEGINNING && firstDay == FirstDay.NOT_COUNTED ? 1 : 0;
        LocalDate first = begin.plusDays((long) executableAfterDays + uncounted);
        return holidays == ConvocationRule.Holidays.MOVED ? ItalianHolidays.moved(first) : first;
    }

    private TermRuling effect(LocalDate first, int counted, boolean holds, Optional<LocalDate> on) {
        return TermRuling.of(
                "R9",
                source,
                executableAfterDays,
                counted,
                holds,
                Optional.of(first),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                () -> RuleTexts.say(
                        "term.effect",
                        executableAfterDays,
                        RuleTexts.word(reading),
                        reading == Reading.FROM_END ? RuleTexts.say("effect.last") : RuleTexts.word(firstDay),
                        first,
                        on.map(day -> ConvocationRule.on(day, holds)).orElseGet(() -> RuleTexts.say("term.none")),
                        source));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PublicationRule that
                && source.equals(that.source)
                && days == that.days
                && executableAfterDays == that.executableAfterDays
                && reading == that.reading
                && firstDay == that.firstDay
                && holidays == that.holidays
                && groupLeaders == that.groupLeaders;
    }

    @Override
    public int hashCode() {
        return Objects.hash(source, days, executableAfterDays, reading, firstDay, holidays, groupLeaders);
    }

    /** The values of a rule before it is made (<i>parametri</i>). */
    public static final class Builder {
        private String source = "TUEL 124(1), 125, 134(3)";
        private int days = 15;
        private int executableAfterDays = 10;
        private Reading reading = Reading.FROM_BEGINNING;
        private FirstDay firstDay = FirstDay.COUNTED;
        private ConvocationRule.Holidays holidays = ConvocationRule.Holidays.COUNTED;
        private GroupLeaders groupLeaders = GroupLeaders.NOT_DUE;

        private Builder() {}

        /**
         * Where the rule stands.
         *
         * @param value articles of law, statute or regulation, in words
         * @return this builder
         */
        public Builder source(String value) {
            source = Objects.requireNonNull(value, "source");
            return this;
        }

        /**
         * Consecutive days of publication, the first one counted.
         *
         * @param value the value
         * @return this builder
         */
        public Builder days(int value) {
            days = value;
            return this;
        }

        /**
         * After how many days a deliberation takes effect.
         *
         * @param value the value
         * @return this builder
         */
        public Builder executableAfterDays(int value) {
            executableAfterDays = value;
            return this;
        }

        /**
         * From when those days run.
         *
         * @param value the value
         * @return this builder
         */
        public Builder reading(Reading value) {
            reading = Objects.requireNonNull(value, "reading");
            return this;
        }

        /**
         * Whether the day on which publication begins is one of the ten.
         *
         * @param value the value
         * @return this builder
         */
        public Builder firstDay(FirstDay value) {
            firstDay = Objects.requireNonNull(value, "firstDay");
            return this;
        }

        /**
         * What becomes of an effect that would begin on a holiday.
         *
         * @param value the value
         * @return this builder
         */
        public Builder holidays(ConvocationRule.Holidays value) {
            holidays = Objects.requireNonNull(value, "holidays");
            return this;
        }

        /**
         * Whether the list of deliberations goes to the group leaders when publication begins.
         *
         * @param value the value
         * @return this builder
         */
        public Builder groupLeaders(GroupLeaders value) {
            groupLeaders = Objects.requireNonNull(value, "groupLeaders");
            return this;
        }

        /**
         * The rule.
         *
         * @return a rule with these values
         * @throws IllegalArgumentException if a number is below what it can be, or above a million
         */
        public PublicationRule build() {
            return new PublicationRule(this);
        }
    }
}
