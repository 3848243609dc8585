// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.rules;

import eu.digitalminutes.core.outcome.Text;
import eu.digitalminutes.core.ruling.Figures;
import eu.digitalminutes.core.ruling.Membership;
import eu.digitalminutes.core.ruling.QuorumRuling;
import eu.digitalminutes.core.ruling.TermRuling;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a sitting may be held after it was called (<i>termini di convocazione</i>).
 *
 * <p>The terms of the regulation run from the delivery of the notice to each member.
 *
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art. 38(2) and 39</a>
 */
public final class ConvocationRule {
    private final String source;
    private final int ordinaryDays;
    private final int extraordinaryDays;
    private final int urgentHours;
    private final int addedItemHours;
    private final int documentHours;
    private final Days days;
    private final Holidays holidays;
    private final int requestDenominator;
    private final int requestedWithinDays;
    private final int secondCallDays;
    private final int secondCallHours;
    private final int graceMinutes;

    /** How days are counted (<i>giorni liberi o no</i>). */
    public enum Days {
        /** Clear days: neither the day of the notice nor that of the sitting counts, <i>giorni liberi</i>. */
        CLEAR,
        /** The day of the notice does not count, the day of the sitting does. */
        PLAIN
    }

    /** What a term does that ends on a holiday (<i>proroga del termine festivo</i>, c.p.c. 155(4)). */
    public enum Holidays {
        /** Nothing: holidays are days. */
        COUNTED,
        /** It ends on the next day that is none. */
        MOVED
    }

    /** What is notified, as far as the term depends on it (<i>avviso</i>). */
    public enum Notice {
        /** An ordinary sitting, <i>seduta ordinaria</i>. */
        ORDINARY,
        /** An extraordinary sitting, <i>seduta straordinaria</i>. */
        EXTRAORDINARY,
        /** An urgent sitting, <i>seduta urgente</i>. */
        URGENT,
        /** Items added to an agenda, <i>argomenti aggiunti</i>. */
        ADDED_ITEM,
        /** The deposit of the papers, <i>deposito degli atti</i>. */
        DOCUMENTS
    }

    private ConvocationRule(Builder builder) {
        this.source = builder.source;
        this.ordinaryDays = builder.ordinaryDays;
        this.extraordinaryDays = builder.extraordinaryDays;
        this.urgentHours = builder.urgentHours;
        this.addedItemHours = builder.addedItemHours;
        this.documentHours = builder.documentHours;
        this.days = builder.days;
        this.holidays = builder.holidays;
        this.requestDenominator = builder.requestDenominator;
        this.requestedWithinDays = builder.requestedWithinDays;
        this.secondCallDays = builder.secondCallDays;
        this.secondCallHours = builder.secondCallHours;
        this.graceMinutes = builder.graceMinutes;
        LocalRules.inRange(0, ordinaryDays, "ordinaryDays");
        LocalRules.inRange(0, extraordinaryDays, "extraordinaryDays");
        LocalRules.inRange(0, urgentHours, "urgentHours");
        LocalRules.inRange(0, addedItemHours, "addedItemHours");
        LocalRules.inRange(0, documentHours, "documentHours");
        LocalRules.inRange(1, requestDenominator, "requestDenominator");
        LocalRules.inRange(1, requestedWithinDays, "requestedWithinDays");
        LocalRules.inRange(0, secondCallDays, "secondCallDays");
        LocalRules.inRange(0, secondCallHours, "secondCallHours");
        LocalRules.inRange(0, graceMinutes, "graceMinutes");
    }

    /**
     * The defaults, with the sources that this class cites.
     *
     * @return the rule where statute and regulation say nothing else
     */
    public static ConvocationRule defaults() {
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
        builder.ordinaryDays = ordinaryDays;
        builder.extraordinaryDays = extraordinaryDays;
        builder.urgentHours = urgentHours;
        builder.addedItemHours = addedItemHours;
        builder.documentHours = documentHours;
        builder.days = days;
        builder.holidays = holidays;
        builder.requestDenominator = requestDenominator;
        builder.requestedWithinDays = requestedWithinDays;
        builder.secondCallDays = secondCallDays;
        builder.secondCallHours = secondCallHours;
        builder.graceMinutes = graceMinutes;
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
     * Days of notice of an ordinary sitting.
     *
     * @return the value
     */
    public int ordinaryDays() {
        return ordinaryDays;
    }

    /**
     * Days of notice of an extraordinary sitting.
     *
     * @return the value
     */
    public int extraordinaryDays() {
        return extraordinaryDays;
    }

    /**
     * Hours of notice of an urgent sitting.
     *
     * @return the value
     */
    public int urgentHours() {
        return urgentHours;
    }

    /**
     * Hours of notice of items added to the agenda.
     *
     * @return the value
     */
    public int addedItemHours() {
        return addedItemHours;
    }

    /**
     * Hours for which the papers lie ready before the sitting; 0 if the regulation is silent.
     *
     * @return the value
     */
    public int documentHours() {
        return documentHours;
    }

    /**
     * How days of notice are counted.
     *
     * @return the value
     */
    public Days days() {
        return days;
    }

    /**
     * What becomes of an earliest day that is a holiday.
     *
     * @return the value
     */
    public Holidays holidays() {
        return holidays;
    }

    /**
     * Which part of the councillors may ask for a sitting: one in so many.
     *
     * @return the value
     */
    public int requestDenominator() {
        return requestDenominator;
    }

    /**
     * Days within which a sitting must be held that councillors or the mayor asked for.
     *
     * @return the value
     */
    public int requestedWithinDays() {
        return requestedWithinDays;
    }

    /**
     * Days that must lie between first and second call, at least.
     *
     * @return the value
     */
    public int secondCallDays() {
        return secondCallDays;
    }

    /**
     * Hours that must lie between first and second call, at least; 0 for none.
     *
     * @return the value
     */
    public int secondCallHours() {
        return secondCallHours;
    }

    /**
     * Minutes after the hour of the notice when a sitting without quorum is deserted.
     *
     * @return the value
     */
    public int graceMinutes() {
        return graceMinutes;
    }

    /**
     * From when what is notified may take place.
     *
     * @param notice what is notified
     * @param delivered when the notice reached the member
     * @param zone the municipality's zone, in which days are counted
     * @return the ruling, with the first day, and the first instant where hours are counted
     */
    public TermRuling earliest(Notice notice, ZonedDateTime delivered, ZoneId zone) {
        return term(notice, delivered, Optional.empty(), zone);
    }

    /**
     * Whether a notice was in time.
     *
     * @param notice what is notified
     * @param delivered when the notice reached the member
     * @param sitting when the sitting begins
     * @param zone the municipality's zone, in which days are counted
     * @return the ruling
     */
    public TermRuling term(Notice notice, ZonedDateTime delivered, ZonedDateTime sitting, ZoneId zone) {
        return term(notice, delivered, Optional.of(sitting), zone);
    }

    /**
     * Whether those who ask for a sitting are enough; the mayor alone is.
     *
     * @param body the council
     * @param councillors councillors who ask
     * @return the ruling
     */
    public QuorumRuling request(Membership body, int councillors) {
        int required = new Fraction(1, requestDenominator).of(body.assigned(), Rounding.CEILING);
        Figures figures = new Figures(
                "R17", source, body.assigned(), RuleTexts.word(QuorumRule.Base.ASSIGNED), required, councillors);
        return QuorumRuling.of(
                figures,
                List.of(),
                () -> RuleTexts.say(
                        "request",
                        requestDenominator,
                        body.assigned(),
                        required,
                        councillors,
                        RuleTexts.say(figures.reached() ? "enough" : "toofew"),
                        source));
    }

    /**
     * Whether a sitting that was asked for is held in time, be it on second call.
     *
     * @param asked the day of the request
     * @param sitting the day of the sitting itself
     * @return the ruling, with the last day
     */
    public TermRuling requested(LocalDate asked, LocalDate sitting) {
        LocalDate last = asked.plusDays(requestedWithinDays);
        boolean inTime = !sitting.isAfter(last) && !sitting.isBefore(asked);
        return TermRuling.of(
                "R17",
                source,
                requestedWithinDays,
                Math.toIntExact(ChronoUnit.DAYS.between(asked, sitting)),
                inTime,
                Optional.of(asked),
                Optional.of(last),
                Optional.empty(),
                List.of(),
                () -> RuleTexts.say("term.requested", requestedWithinDays, last, on(sitting, inTime), source));
    }

    /**
     * Whether second call lies far enough from first call.
     *
     * @param first when the sitting of first call was to begin
     * @param second when the sitting of second call begins
     * @param zone the municipality's zone, in which days are counted
     * @return the ruling, with the first day and the first instant
     */
    public TermRuling secondCall(ZonedDateTime first, ZonedDateTime second, ZoneId zone) {
        LocalDate day = first.withZoneSameInstant(zone).toLocalDate().plusDays(secondCallDays);
        ZonedDateTime byHours = first.plusHours(secondCallHours).withZoneSameInstant(zone);
        ZonedDateTime byDays = day.atStartOfDay(zone);
        ZonedDateTime from = byHours.isAfter(byDays) ? byHours : byDays;
        LocalDate held = second.withZoneSameInstant(zone).toLocalDate();
        boolean inTime = !second.isBefore(from) && !second.isBefore(first);
        return TermRuling.of(
                "R18",
                source,
                secondCallDays,
                Math.toIntExact(Math.max(
                        0,
                        ChronoUnit.DAYS.between(first.withZoneSameInstant(zone).toLocalDate(), held))),
                inTime,
                Optional.of(from.toLocalDate()),
                Optional.empty(),
                Optional.of(from),
                List.of(),
                () -> RuleTexts.say("term.second", from.toOffsetDateTime(), on(held, inTime), source));
    }

    /**
     * Whether a sitting without quorum may be declared deserted (<i>diserzione</i>).
     *
     * @param hour the hour of the notice
     * @param now when it is to be declared
     * @return the ruling, with the first instant
     */
    public TermRuling deserted(ZonedDateTime hour, ZonedDateTime now) {
        ZonedDateTime from = hour.plusMinutes(graceMinutes);
        boolean holds = !now.isBefore(from);
        return TermRuling.of(
                "R18",
                source,
                graceMinutes,
                Math.toIntExact(Math.max(0, Duration.between(hour, now).toMinutes())),
                holds,
                Optional.of(from.toLocalDate()),
                Optional.empty(),
                Optional.of(from),
                List.of(),
                () -> RuleTexts.say(
                        "term.deserted", graceMinutes, from.toOffsetDateTime(), on(now.toLocalDate(), holds), source));
    }

    static Text on(LocalDate day, boolean holds) {
        return RuleTexts.say("term.on", day, RuleTexts.say(holds ? "term.intime" : "term.late"));
    }

    private TermRuling term(Notice notice, ZonedDateTime delivered, Optional<ZonedDateTime> sitting, ZoneId zone) {
        return switch (notice) {
            case ORDINARY -> inDays(ordinaryDays, delivered, sitting, zone);
            case EXTRAORDINARY -> inDays(extraordinaryDays, delivered, sitting, zone);
            case URGENT -> inHours(urgentHours, delivered, sitting, zone);
            case ADDED_ITEM -> inHours(addedItemHours, delivered, sitting, zone);
            case DOCUMENTS -> inHours(documentHours, delivered, sitting, zone);
        };
    }

    private TermRuling inDays(int needed, ZonedDateTime delivered, Optional<ZonedDateTime> sitting, ZoneId zone) {
        LocalDate from = delivered.withZoneSameInstant(zone).toLocalDate();
        int uncounted = days == Days.CLEAR ? 1 : 0;
        LocalDate plain = from.plusDays((long) needed + uncounted);
        LocalDate earliest = holidays == Holidays.MOVED ? ItalianHolidays.moved(plain) : plain;
        Optional<LocalDate> held =
                sitting.map(instant -> instant.withZoneSameInstant(zone).toLocalDate());
        int between = held.map(day -> Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(from, day) - uncounted)))
                .orElse(needed);
        boolean inTime = held.map(day -> !day.isBefore(earliest)).orElse(true)
                && sitting.map(instant -> !instant.isBefore(delivered)).orElse(true);
        return TermRuling.of(
                "R16",
                source,
                needed,
                between,
                inTime,
                Optional.of(earliest),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                () -> RuleTexts.say(
                        "term.days",
                        needed,
                        RuleTexts.say(days == Days.CLEAR ? "term.clear" : "term.plain"),
                        earliest,
                        held(held, between, inTime),
                        source));
    }

    private TermRuling inHours(int needed, ZonedDateTime delivered, Optional<ZonedDateTime> sitting, ZoneId zone) {
        ZonedDateTime earliest = delivered.plus(Duration.ofHours(needed)).withZoneSameInstant(zone);
        int between = sitting.map(instant -> Math.toIntExact(
                        Math.max(0, Duration.between(delivered, instant).toHours())))
                .orElse(needed);
        boolean inTime = sitting.map(instant -> !instant.isBefore(earliest)).orElse(true);
        return TermRuling.of(
                "R16",
                source,
                needed,
                between,
                inTime,
                Optional.of(earliest.toLocalDate()),
                Optional.empty(),
                Optional.of(earliest),
                List.of(),
                () -> RuleTexts.say(
                        "term.hours",
                        needed,
                        "",
                        earliest.toOffsetDateTime(),
                        held(
                                sitting.map(instant ->
                                        instant.withZoneSameInstant(zone).toOffsetDateTime()),
                                between,
                                inTime),
                        source));
    }

    private static Text held(Optional<?> when, int between, boolean inTime) {
        return when.isEmpty()
                ? RuleTexts.say("term.none")
                : RuleTexts.say("term.held", when.get(), between, RuleTexts.say(inTime ? "term.intime" : "term.late"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConvocationRule that
                && source.equals(that.source)
                && ordinaryDays == that.ordinaryDays
                && extraordinaryDays == that.extraordinaryDays
                && urgentHours == that.urgentHours
                && addedItemHours == that.addedItemHours
                && documentHours == that.documentHours
                && days == that.days
                && holidays == that.holidays
                && requestDenominator == that.requestDenominator
                && requestedWithinDays == that.requestedWithinDays
                && secondCallDays == that.secondCallDays
                && secondCallHours == that.secondCallHours
                && graceMinutes == that.graceMinutes;
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                source,
                ordinaryDays,
                extraordinaryDays,
                urgentHours,
                addedItemHours,
                documentHours,
                days,
                holidays,
                requestDenominator,
                requestedWithinDays,
                secondCallDays,
                secondCallHours,
                graceMinutes);
    }

    /** The values of a rule before it is made (<i>parametri</i>). */
    public static final class Builder {
        private String source = "regolamento del consiglio; DAIT 12972, 12944; TUEL 39(2)";
        private int ordinaryDays = 5;
        private int extraordinaryDays = 3;
        private int urgentHours = 24;
        private int addedItemHours = 24;
        private int documentHours = 0;
        private Days days = Days.CLEAR;
        private Holidays holidays = Holidays.COUNTED;
        private int requestDenominator = 5;
        private int requestedWithinDays = 20;
        private int secondCallDays = 1;
        private int secondCallHours = 0;
        private int graceMinutes = 60;

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
         * Days of notice of an ordinary sitting.
         *
         * @param value the value
         * @return this builder
         */
        public Builder ordinaryDays(int value) {
            ordinaryDays = value;
            return this;
        }

        /**
         * Days of notice of an extraordinary sitting.
         *
         * @param value the value
         * @return this builder
         */
        public Builder extraordinaryDays(int value) {
            extraordinaryDays = value;
            return this;
        }

        /**
         * Hours of notice of an urgent sitting.
         *
         * @param value the value
         * @return this builder
         */
        public Builder urgentHours(int value) {
            urgentHours = value;
            return this;
        }

        /**
         * Hours of notice of items added to the agenda.
         *
         * @param value the value
         * @return this builder
         */
        public Builder addedItemHours(int value) {
            addedItemHours = value;
            return this;
        }

        /**
         * Hours for which the papers lie ready before the sitting; 0 if the regulation is silent.
         *
         * @param value the value
         * @return this builder
         */
        public Builder documentHours(int value) {
            documentHours = value;
            return this;
        }

        /**
         * How days of notice are counted.
         *
         * @param value the value
         * @return this builder
         */
        public Builder days(Days value) {
            days = Objects.requireNonNull(value, "days");
            return this;
        }

        /**
         * What becomes of an earliest day that is a holiday.
         *
         * @param value the value
         * @return this builder
         */
        public Builder holidays(Holidays value) {
            holidays = Objects.requireNonNull(value, "holidays");
            return this;
        }

        /**
         * Which part of the councillors may ask for a sitting: one in so many.
         *
         * @param value the value
         * @return this builder
         */
        public Builder requestDenominator(int value) {
            requestDenominator = value;
            return this;
        }

        /**
         * Days within which a sitting must be held that councillors or the mayor asked for.
         *
         * @param value the value
         * @return this builder
         */
        public Builder requestedWithinDays(int value) {
            requestedWithinDays = value;
            return this;
        }

        /**
         * Days that must lie between first and second call, at least.
         *
         * @param value the value
         * @return this builder
         */
        public Builder secondCallDays(int value) {
            secondCallDays = value;
            return this;
        }

        /**
         * Hours that must lie between first and second call, at least; 0 for none.
         *
         * @param value the value
         * @return this builder
         */
        public Builder secondCallHours(int value) {
            secondCallHours = value;
            return this;
        }

        /**
         * Minutes after the hour of the notice when a sitting without quorum is deserted.
         *
         * @param value the value
         * @return this builder
         */
        public Builder graceMinutes(int value) {
            graceMinutes = value;
            return this;
        }

        /**
         * The rule.
         *
         * @return a rule with these values
         * @throws IllegalArgumentException if a number is below what it can be, or above a million
         */
        public ConvocationRule build() {
            return new ConvocationRule(this);
        }
    }
}
