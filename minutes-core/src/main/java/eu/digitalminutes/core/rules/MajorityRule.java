// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.rules;

import eu.digitalminutes.core.event.Choice;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.outcome.Text;
import eu.digitalminutes.core.ruling.Figures;
import eu.digitalminutes.core.ruling.Membership;
import eu.digitalminutes.core.ruling.VoteCount;
import eu.digitalminutes.core.ruling.VoteRuling;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many votes in favour approve (<i>quorum funzionale, maggioranza</i>).
 *
 * <p>Who is present and does not vote is never among the voters. An equal number for and against never approves,
 * unless the rule lets the chair decide.
 *
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art. 38(2) and 134(4)</a>
 */
public final class MajorityRule {
    private final String source;
    private final Measure measure;
    private final Base base;
    private final Fraction fraction;
    private final Rounding rounding;
    private final int minimumYes;
    private final Abstentions abstentions;
    private final Blanks blanks;
    private final Tie tie;

    /** How votes in favour are measured (<i>misura della maggioranza</i>). */
    public enum Measure {
        /** More than the fraction of the base: with one half, the absolute majority of it. */
        MORE_THAN,
        /** At least the fraction of the base, rounded. */
        AT_LEAST,
        /** More in favour than against. */
        OVER_CONTRARY
    }

    /** Of what a majority is taken (<i>base di computo</i>). */
    public enum Base {
        /** Those who voted. */
        VOTERS,
        /** The members present, save those who must abstain. */
        PRESENT,
        /** The members assigned by law, the mayor not counted. */
        ASSIGNED,
        /** The members in office, the mayor counted. */
        IN_OFFICE,
        /** The components of the organ: assigned and mayor. */
        COMPONENTS
    }

    /** What an abstention is (<i>computo degli astenuti</i>). */
    public enum Abstentions {
        /** Who abstains is present and has not voted. */
        NOT_VOTERS,
        /** Who abstains is among the voters. */
        VOTERS
    }

    /** What blank and void ballots are (<i>schede bianche e nulle</i>). */
    public enum Blanks {
        /** Their casters have voted. */
        VOTERS,
        /** They are not computed. */
        NOT_VOTERS
    }

    /** What a tie means (<i>parità di voti</i>). */
    public enum Tie {
        /** Not approved. */
        REJECTED,
        /** The vote of who presides prevails, among voters. */
        CHAIR_PREVAILS
    }

    private MajorityRule(Builder builder) {
        this.source = builder.source;
        this.measure = builder.measure;
        this.base = builder.base;
        this.fraction = builder.fraction;
        this.rounding = builder.rounding;
        this.minimumYes = builder.minimumYes;
        this.abstentions = builder.abstentions;
        this.blanks = builder.blanks;
        this.tie = builder.tie;
        LocalRules.inRange(0, minimumYes, "minimumYes");
    }

    /**
     * The defaults, with the sources that this class cites.
     *
     * @return the rule where statute and regulation say nothing else
     */
    public static MajorityRule defaults() {
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
        builder.measure = measure;
        builder.base = base;
        builder.fraction = fraction;
        builder.rounding = rounding;
        builder.minimumYes = minimumYes;
        builder.abstentions = abstentions;
        builder.blanks = blanks;
        builder.tie = tie;
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
     * How the votes in favour are measured.
     *
     * @return the value
     */
    public Measure measure() {
        return measure;
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
     * The part of the base.
     *
     * @return the value
     */
    public Fraction fraction() {
        return fraction;
    }

    /**
     * What becomes of a fraction of a member under AT_LEAST.
     *
     * @return the value
     */
    public Rounding rounding() {
        return rounding;
    }

    /**
     * Votes in favour that are needed in any case; 0 for none.
     *
     * @return the value
     */
    public int minimumYes() {
        return minimumYes;
    }

    /**
     * Whether those who abstain are among the voters.
     *
     * @return the value
     */
    public Abstentions abstentions() {
        return abstentions;
    }

    /**
     * Whether blank and void ballots are among the voters.
     *
     * @return the value
     */
    public Blanks blanks() {
        return blanks;
    }

    /**
     * What an equal number for and against means.
     *
     * @return the value
     */
    public Tie tie() {
        return tie;
    }

    /**
     * The outcome of a vote.
     *
     * @param row the row of the table of rules that leads here, such as {@code R4}
     * @param count the votes
     * @param body the organ
     * @return the ruling; the warning {@code RECUSED_VOTED} says that more voted than may, {@code CHAIR_VOTE_UNKNOWN}
     *     that the chair would decide
     */
    VoteRuling ruling(String row, VoteCount count, Membership body) {
        Tally tally = count.tally();
        int required = required(count, body);
        Figures figures = new Figures(row, source, base(count, body), RuleTexts.word(base), required, tally.yes());
        boolean equal = tally.yes() == tally.no();
        boolean chairDecides = equal && tally.yes() > 0 && tie == Tie.CHAIR_PREVAILS && relative();
        boolean chairAgrees = chairDecides
                && count.chair().equals(Optional.of(Choice.YES))
                && tally.yes() >= minimumYes
                && tally.yes() + 1 >= threshold(base(count, body));
        Outcome outcome = figures.reached() || chairAgrees ? Outcome.APPROVED : Outcome.REJECTED;
        String tieKey = chairDecides ? "vote.chair" : equal ? "vote.tie" : "vote.notie";
        return VoteRuling.of(
                figures,
                outcome,
                equal,
                Optional.empty(),
                warnings(count, chairDecides),
                () -> explain(figures, tally, tieKey, outcome));
    }

    /**
     * How many votes in favour approve.
     *
     * @param count the votes
     * @param body the organ
     * @return the least number of votes in favour, at least one
     */
    int required(VoteCount count, Membership body) {
        int needed = measure == Measure.OVER_CONTRARY ? count.tally().no() + 1 : threshold(base(count, body));
        return Math.max(needed, minimumYes);
    }

    private int threshold(int members) {
        return switch (measure) {
            case MORE_THAN -> fraction.of(members, Rounding.FLOOR) + 1;
            case AT_LEAST -> Math.max(1, fraction.of(members, rounding));
            case OVER_CONTRARY -> 1;
        };
    }

    private int base(VoteCount count, Membership body) {
        return switch (base) {
            case VOTERS -> voters(count.tally());
            case PRESENT -> count.present() - count.recused();
            case ASSIGNED -> body.assigned();
            case IN_OFFICE -> body.inOffice() + (body.hasMayor() ? 1 : 0);
            case COMPONENTS -> body.components();
        };
    }

    private int voters(Tally tally) {
        int voters = tally.yes() + tally.no();
        voters += abstentions == Abstentions.VOTERS ? tally.abstained() : 0;
        return voters + (blanks == Blanks.VOTERS ? tally.blank() + tally.spoiled() : 0);
    }

    /** Who presides can break a tie among votes, not lend the organ members that it lacks. */
    private boolean relative() {
        return measure == Measure.OVER_CONTRARY || base == Base.VOTERS;
    }

    private static List<String> warnings(VoteCount count, boolean chairDecides) {
        List<String> warnings = new ArrayList<>();
        if (count.cast() > count.present() - count.recused()) {
            warnings.add("RECUSED_VOTED");
        }
        if (chairDecides && count.chair().isEmpty()) {
            warnings.add("CHAIR_VOTE_UNKNOWN");
        }
        return warnings;
    }

    private Text explain(Figures figures, Tally tally, String tieKey, Outcome outcome) {
        Text how = switch (measure) {
            case MORE_THAN -> RuleTexts.say("vote.more", fraction, figures.base(), figures.baseName());
            case AT_LEAST ->
                RuleTexts.say("vote.least", fraction, figures.base(), figures.baseName(), RuleTexts.word(rounding));
            case OVER_CONTRARY -> RuleTexts.say("vote.over");
        };
        return RuleTexts.say(
                "vote",
                minimumYes > 0 ? RuleTexts.say("vote.minimum", how, minimumYes) : how,
                figures.required(),
                tally.yes(),
                tally.no(),
                tally.abstained(),
                RuleTexts.say(tieKey),
                outcome.label(),
                figures.source());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MajorityRule that
                && source.equals(that.source)
                && measure == that.measure
                && base == that.base
                && fraction.equals(that.fraction)
                && rounding == that.rounding
                && minimumYes == that.minimumYes
                && abstentions == that.abstentions
                && blanks == that.blanks
                && tie == that.tie;
    }

    @Override
    public int hashCode() {
        return Objects.hash(source, measure, base, fraction, rounding, minimumYes, abstentions, blanks, tie);
    }

    /** The values of a rule before it is made (<i>parametri</i>). */
    public static final class Builder {
        private String source = "regolamento del consiglio; TAR Lombardia-Brescia 680/2020";
        private Measure measure = Measure.MORE_THAN;
        private Base base = Base.VOTERS;
        private Fraction fraction = Fraction.HALF;
        private Rounding rounding = Rounding.CEILING;
        private int minimumYes = 0;
        private Abstentions abstentions = Abstentions.NOT_VOTERS;
        private Blanks blanks = Blanks.VOTERS;
        private Tie tie = Tie.REJECTED;

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
         * How the votes in favour are measured.
         *
         * @param value the value
         * @return this builder
         */
        public Builder measure(Measure value) {
            measure = Objects.requireNonNull(value, "measure");
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
         * The part of the base.
         *
         * @param value the value
         * @return this builder
         */
        public Builder fraction(Fraction value) {
            fraction = Objects.requireNonNull(value, "fraction");
            return this;
        }

        /**
         * What becomes of a fraction of a member under AT_LEAST.
         *
         * @param value the value
         * @return this builder
         */
        public Builder rounding(Rounding value) {
            rounding = Objects.requireNonNull(value, "rounding");
            return this;
        }

        /**
         * Votes in favour that are needed in any case; 0 for none.
         *
         * @param value the value
         * @return this builder
         */
        public Builder minimumYes(int value) {
            minimumYes = value;
            return this;
        }

        /**
         * Whether those who abstain are among the voters.
         *
         * @param value the value
         * @return this builder
         */
        public Builder abstentions(Abstentions value) {
            abstentions = Objects.requireNonNull(value, "abstentions");
            return this;
        }

        /**
         * Whether blank and void ballots are among the voters.
         *
         * @param value the value
         * @return this builder
         */
        public Builder blanks(Blanks value) {
            blanks = Objects.requireNonNull(value, "blanks");
            return this;
        }

        /**
         * What an equal number for and against means.
         *
         * @param value the value
         * @return this builder
         */
        public Builder tie(Tie value) {
            tie = Objects.requireNonNull(value, "tie");
            return this;
        }

        /**
         * The rule.
         *
         * @return a rule with these values
         * @throws IllegalArgumentException if a number is below what it can be, or above a million
         */
        public MajorityRule build() {
            return new MajorityRule(this);
        }
    }
}
