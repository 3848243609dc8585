// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.rules;

import eu.digitalminutes.core.ruling.Figures;
import eu.digitalminutes.core.ruling.Membership;
import eu.digitalminutes.core.ruling.QuorumRuling;
import eu.digitalminutes.core.ruling.TermRuling;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a motion of no confidence is brought (<i>mozione di sfiducia</i>).
 *
 * <p>It is voted by roll call; the majority stands among those of the matter.
 *
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art. 52</a>
 */
public final class NoConfidenceRule {
    private final String source;
    private final Fraction fraction;
    private final Rounding rounding;
    private final int notBeforeDays;
    private final int notAfterDays;

    private NoConfidenceRule(Builder builder) {
        this.source = builder.source;
        this.fraction = builder.fraction;
        this.rounding = builder.rounding;
        this.notBeforeDays = builder.notBeforeDays;
        this.notAfterDays = builder.notAfterDays;
        LocalRules.inRange(0, notBeforeDays, "notBeforeDays");
        LocalRules.inRange(1, notAfterDays, "notAfterDays");
    }

    /**
     * The defaults, with the sources that this class cites.
     *
     * @return the rule where statute and regulation say nothing else
     */
    public static NoConfidenceRule defaults() {
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
        builder.fraction = fraction;
        builder.rounding = rounding;
        builder.notBeforeDays = notBeforeDays;
        builder.notAfterDays = notAfterDays;
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
     * The part of the assigned councillors, the mayor not counted, that must sign.
     *
     * @return the value
     */
    public Fraction fraction() {
        return fraction;
    }

    /**
     * What becomes of a fraction of a member.
     *
     * @return the value
     */
    public Rounding rounding() {
        return rounding;
    }

    /**
     * Days after filing before which it is not discussed.
     *
     * @return the value
     */
    public int notBeforeDays() {
        return notBeforeDays;
    }

    /**
     * Days after filing within which it is discussed.
     *
     * @return the value
     */
    public int notAfterDays() {
        return notAfterDays;
    }

    /**
     * Whether enough councillors signed the motion.
     *
     * @param body the council
     * @param signers councillors who signed, the mayor never among them
     * @return the ruling
     */
    public QuorumRuling signatures(Membership body, int signers) {
        int required = fraction.of(body.assigned(), rounding);
        Figures figures = new Figures(
                "R12", source, body.assigned(), RuleTexts.word(QuorumRule.Base.ASSIGNED), required, signers);
        return QuorumRuling.of(
                figures,
                List.of(),
                () -> RuleTexts.say(
                        "signatures",
                        fraction,
                        body.assigned(),
                        RuleTexts.word(rounding),
                        required,
                        signers,
                        RuleTexts.say(figures.reached() ? "enough" : "toofew"),
                        source));
    }

    /**
     * Whether the motion is discussed between its two terms.
     *
     * @param filed the day on which it was filed
     * @param discussed the day of the sitting
     * @return the ruling, with first and last day
     */
    public TermRuling discussion(LocalDate filed, LocalDate discussed) {
        LocalDate earliest = filed.plusDays(notBeforeDays);
        LocalDate latest = filed.plusDays(notAfterDays);
        boolean inTime = !discussed.isBefore(earliest) && !discussed.isAfter(latest);
        return TermRuling.of(
                "R12",
                source,
                notBeforeDays,
                Math.toIntExact(ChronoUnit.DAYS.between(filed, discussed)),
                inTime,
                Optional.of(earliest),
                Optional.of(latest),
                Optional.empty(),
                List.of(),
                () -> RuleTexts.say(
                        "term.discussion", earliest, latest, ConvocationRule.on(discussed, inTime), source));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NoConfidenceRule that
                && source.equals(that.source)
                && fraction.equals(that.fraction)
                && rounding == that.rounding
                && notBeforeDays == that.notBeforeDays
                && notAfterDays == that.notAfterDays;
    }

    @Override
    public int hashCode() {
        return Objects.hash(source, fraction, rounding, notBeforeDays, notAfterDays);
    }

    /** The values of a rule before it is made (<i>parametri</i>). */
    public static final class Builder {
        private String source = "TUEL 52";
        private Fraction fraction = new Fraction(2, 5);
        private Rounding rounding = Rounding.CEILING;
        private int notBeforeDays = 10;
        private int notAfterDays = 30;

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
         * The part of the assigned councillors, the mayor not counted, that must sign.
         *
         * @param value the value
         * @return this builder
         */
        public Builder fraction(Fraction value) {
            fraction = Objects.requireNonNull(value, "fraction");
            return this;
        }

        /**
         * What becomes of a fraction of a member.
         *
         * @param value the value
         * @return this builder
         */
        public Builder rounding(Rounding value) {
            rounding = Objects.requireNonNull(value, "rounding");
            return this;
        }

        /**
         * Days after filing before which it is not discussed.
         *
         * @param value the value
         * @return this builder
         */
        public Builder notBeforeDays(int value) {
            notBeforeDays = value;
            return this;
        }

        /**
         * Days after filing within which it is discussed.
         *
         * @param value the value
         * @return this builder
         */
        public Builder notAfterDays(int value) {
            notAfterDays = value;
            return this;
        }

        /**
         * The rule.
         *
         * @return a rule with these values
         * @throws IllegalArgumentException if a number is below what it can be, or above a million
         */
        public NoConfidenceRule build() {
            return new NoConfidenceRule(this);
        }
    }
}
