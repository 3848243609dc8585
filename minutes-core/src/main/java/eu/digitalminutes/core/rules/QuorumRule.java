// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.rules;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.Text;
import eu.digitalminutes.core.ruling.Attendance;
import eu.digitalminutes.core.ruling.Figures;
import eu.digitalminutes.core.ruling.Membership;
import eu.digitalminutes.core.ruling.QuorumRuling;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How many members must be present (<i>numero legale, quorum strutturale</i>).
 *
 * <p>A number or a fraction of a base. For a council the law adds a floor that no statute goes below: a third of the
 * assigned councillors, the mayor not counted.
 *
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art. 38(2)</a>
 */
public final class QuorumRule {
    private static final String LEGAL_SOURCE = "TUEL 38(2)";

    private final String source;
    private final Fraction fraction;
    private final int plus;
    private final int number;
    private final int minimum;
    private final Base base;
    private final Mayor mayor;
    private final Rounding rounding;
    private final Verification verification;
    private final When when;

    /** Of what a fraction is taken (<i>base di computo</i>). */
    public enum Base {
        /** The members assigned by law. */
        ASSIGNED,
        /** The members in office. */
        IN_OFFICE,
        /** All components, the mayor always among them. */
        COMPONENTS
    }

    /** Whether the mayor counts (<i>computo del Sindaco</i>). */
    public enum Mayor {
        /** Neither in the base nor among the present. */
        NOT_COUNTED,
        /** A member like the others. */
        COUNTED
    }

    /** When the quorum is verified (<i>verifica del numero legale</i>). */
    public enum Verification {
        /** Whenever it matters. */
        ALWAYS,
        /** It is presumed until a member asks. */
        ON_REQUEST
    }

    /** When the quorum must be there (<i>momento della verifica</i>). */
    public enum When {
        /** At the opening and at every vote. */
        THROUGHOUT,
        /** At the votes only. */
        AT_VOTES
    }

    private QuorumRule(Builder builder) {
        this.source = builder.source;
        this.fraction = builder.fraction;
        this.plus = builder.plus;
        this.number = builder.number;
        this.minimum = builder.minimum;
        this.base = builder.base;
        this.mayor = builder.mayor;
        this.rounding = builder.rounding;
        this.verification = builder.verification;
        this.when = builder.when;
        LocalRules.inRange(0, plus, "plus");
        LocalRules.inRange(0, number, "number");
        LocalRules.inRange(0, minimum, "minimum");
    }

    /**
     * The defaults, with the sources that this class cites.
     *
     * @return the rule where statute and regulation say nothing else
     */
    public static QuorumRule defaults() {
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
        builder.plus = plus;
        builder.number = number;
        builder.minimum = minimum;
        builder.base = base;
        builder.mayor = mayor;
        builder.rounding = rounding;
        builder.verification = verification;
        builder.when = when;
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
     * The part of the base that must be present; unused where a fixed number is given.
     *
     * @return the value
     */
    public Fraction fraction() {
        return fraction;
    }

    /**
     * Members added to the fraction, such as 1 for half plus one.
     *
     * @return the value
     */
    public int plus() {
        return plus;
    }

    /**
     * A fixed number of members instead of a fraction; 0 for none.
     *
     * @return the value
     */
    public int number() {
        return number;
    }

    /**
     * What the number never goes below, such as three in an executive board; 0 for nothing.
     *
     * @return the value
     */
    public int minimum() {
        return minimum;
    }

    /**
     * Of what the fraction is taken.
     *
     * @return the value
     */
    public Base base() {
        return base;
    }

    /**
     * Whether the mayor is counted, in the base and among the present.
     *
     * @return the value
     */
    public Mayor mayor() {
        return mayor;
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
     * Whether the quorum is verified always or presumed until somebody asks.
     *
     * @return the value
     */
    public Verification verification() {
        return verification;
    }

    /**
     * When the quorum must be there.
     *
     * @return the value
     */
    public When when() {
        return when;
    }

    /**
     * How many members must be present, the law's floor included.
     *
     * @param body the organ
     * @return the legal number
     */
    public int required(Membership body) {
        return Math.max(local(body), floor(body));
    }

    /**
     * Whether enough members are present.
     *
     * @param body the organ
     * @param present who is there
     * @return the ruling; where the floor of the law decides, it cites the law; the warning {@code LEGAL_FLOOR_APPLIED}
     *     says that the local rule is below it
     * @throws MinutesException with code {@code PRESENT_EXCEEDS_COMPONENTS} if more are there than the organ has
     */
    public QuorumRuling ruling(Membership body, Attendance present) {
        if (present.members() > body.components() || present.withoutMayor() > body.assigned()) {
            throw new MinutesException(
                    "PRESENT_EXCEEDS_COMPONENTS",
                    present.members() + " members are present, the organ has " + body.components());
        }
        int floor = floor(body);
        int local = local(body);
        int counted = counted(present);
        List<String> warnings = floor > local ? List.of("LEGAL_FLOOR_APPLIED") : List.of();
        if (floor > local || (counted >= local && present.withoutMayor() < floor)) {
            Figures figures = new Figures(
                    "R1", LEGAL_SOURCE, body.assigned(), RuleTexts.word(Base.ASSIGNED), floor, present.withoutMayor());
            return QuorumRuling.of(figures, warnings, () -> explain("quorum.floor", figures));
        }
        Figures figures = new Figures("R1", source, base(body), RuleTexts.word(base), local, counted);
        String key = number > 0 ? "quorum.number" : "quorum.fraction";
        return QuorumRuling.of(figures, warnings, () -> explain(key, figures));
    }

    /**
     * How many of those present count.
     *
     * @param present who is there
     * @return their number, without the mayor where the rule says so
     */
    public int counted(Attendance present) {
        return mayorCounted() ? present.members() : present.withoutMayor();
    }

    private boolean mayorCounted() {
        return mayor == Mayor.COUNTED || base == Base.COMPONENTS;
    }

    private int base(Membership body) {
        int members = base == Base.IN_OFFICE ? body.inOffice() : body.assigned();
        return members + (mayorCounted() && body.hasMayor() ? 1 : 0);
    }

    private int local(Membership body) {
        int part = number > 0 ? number : fraction.of(base(body), rounding) + plus;
        return Math.max(1, Math.max(minimum, part));
    }

    /** The Ministry rounds arithmetically where the local rule is silent (DAIT 14172); nobody may round it down. */
    private int floor(Membership body) {
        Rounding up = rounding == Rounding.HALF_UP ? Rounding.HALF_UP : Rounding.CEILING;
        return body.kind() == Membership.Kind.COUNCIL ? Fraction.THIRD.of(body.assigned(), up) : 0;
    }

    private Text explain(String key, Figures figures) {
        Text part = plus > 0
                ? RuleTexts.say("quorum.plus", fraction, plus)
                : new Text(fraction.toString(), fraction.toString());
        return RuleTexts.say(
                key,
                minimum > 0 ? RuleTexts.say("quorum.least", part, minimum) : part,
                figures.base(),
                figures.baseName(),
                RuleTexts.word(mayorCounted() ? Mayor.COUNTED : Mayor.NOT_COUNTED),
                RuleTexts.word(key.equals("quorum.floor") && rounding == Rounding.FLOOR ? Rounding.CEILING : rounding),
                figures.required(),
                figures.counted(),
                RuleTexts.say(figures.reached() ? "quorum.there" : "quorum.missing"),
                figures.source());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof QuorumRule that
                && source.equals(that.source)
                && fraction.equals(that.fraction)
                && plus == that.plus
                && number == that.number
                && minimum == that.minimum
                && base == that.base
                && mayor == that.mayor
                && rounding == that.rounding
                && verification == that.verification
                && when == that.when;
    }

    @Override
    public int hashCode() {
        return Objects.hash(source, fraction, plus, number, minimum, base, mayor, rounding, verification, when);
    }

    /** The values of a rule before it is made (<i>parametri</i>). */
    public static final class Builder {
        private String source = "TUEL 38(2)";
        private Fraction fraction = Fraction.HALF;
        private int plus = 0;
        private int number = 0;
        private int minimum = 0;
        private Base base = Base.ASSIGNED;
        private Mayor mayor = Mayor.NOT_COUNTED;
        private Rounding rounding = Rounding.CEILING;
        private Verification verification = Verification.ALWAYS;
        private When when = When.THROUGHOUT;

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
         * The part of the base that must be present; unused where a fixed number is given.
         *
         * @param value the value
         * @return this builder
         */
        public Builder fraction(Fraction value) {
            fraction = Objects.requireNonNull(value, "fraction");
            return this;
        }

        /**
         * Members added to the fraction, such as 1 for half plus one.
         *
         * @param value the value
         * @return this builder
         */
        public Builder plus(int value) {
            plus = value;
            return this;
        }

        /**
         * A fixed number of members instead of a fraction; 0 for none.
         *
         * @param value the value
         * @return this builder
         */
        public Builder number(int value) {
            number = value;
            return this;
        }

        /**
         * What the number never goes below, such as three in an executive board; 0 for nothing.
         *
         * @param value the value
         * @return this builder
         */
        public Builder minimum(int value) {
            minimum = value;
            return this;
        }

        /**
         * Of what the fraction is taken.
         *
         * @param value the value
         * @return this builder
         */
        public Builder base(Base value) {
            base = Objects.requireNonNull(value, "base");
            return this;
        }

        /**
         * Whether the mayor is counted, in the base and among the present.
         *
         * @param value the value
         * @return this builder
         */
        public Builder mayor(Mayor value) {
            mayor = Objects.requireNonNull(value, "mayor");
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
         * Whether the quorum is verified always or presumed until somebody asks.
         *
         * @param value the value
         * @return this builder
         */
        public Builder verification(Verification value) {
            verification = Objects.requireNonNull(value, "verification");
            return this;
        }

        /**
         * When the quorum must be there.
         *
         * @param value the value
         * @return this builder
         */
        public Builder when(When value) {
            when = Objects.requireNonNull(value, "when");
            return this;
        }

        /**
         * The rule.
         *
         * @return a rule with these values
         * @throws IllegalArgumentException if a number is below what it can be, or above a million
         */
        public QuorumRule build() {
            return new QuorumRule(this);
        }
    }
}
