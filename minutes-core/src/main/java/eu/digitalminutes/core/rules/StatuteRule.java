// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.rules;

import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.ruling.Figures;
import eu.digitalminutes.core.ruling.Membership;
import eu.digitalminutes.core.ruling.VoteCount;
import eu.digitalminutes.core.ruling.VoteRuling;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the municipality's statute is adopted (<i>approvazione dello statuto</i>).
 *
 * <p>Two thirds adopt it at once; else votes in later sittings within thirty days must twice reach the absolute
 * majority, not necessarily one after the other.
 *
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art. 6(4)</a>
 */
public final class StatuteRule {
    private final String source;
    private final Fraction fraction;
    private final Rounding rounding;
    private final int withinDays;
    private final int times;
    private final FirstVote firstVote;

    /** What the first vote is that fell short (<i>prima votazione</i>). */
    public enum FirstVote {
        /** Only later sittings count. */
        NOT_COUNTED,
        /** It counts if it reached the absolute majority. */
        COUNTED
    }

    /**
     * One vote on the statute (<i>votazione sullo statuto</i>).
     *
     * @param on the day of the sitting
     * @param count the votes
     */
    public record Vote(LocalDate on, VoteCount count) {
        /**
         * One vote on the statute (<i>votazione sullo statuto</i>).
         *
         * @param on the day of the sitting
         * @param count the votes
         */
        public Vote {
            Objects.requireNonNull(on, "on");
            Objects.requireNonNull(count, "count");
        }
    }

    private StatuteRule(Builder builder) {
        this.source = builder.source;
        this.fraction = builder.fraction;
        this.rounding = builder.rounding;
        this.withinDays = builder.withinDays;
        this.times = builder.times;
        this.firstVote = builder.firstVote;
        LocalRules.inRange(1, withinDays, "withinDays");
        LocalRules.inRange(1, times, "times");
    }

    /**
     * The defaults, with the sources that this class cites.
     *
     * @return the rule where statute and regulation say nothing else
     */
    public static StatuteRule defaults() {
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
        builder.withinDays = withinDays;
        builder.times = times;
        builder.firstVote = firstVote;
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
     * The part of the assigned members, the mayor included, that adopts at once.
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
     * Days after the first vote within which the later sittings are held.
     *
     * @return the value
     */
    public int withinDays() {
        return withinDays;
    }

    /**
     * How often the absolute majority must be reached.
     *
     * @return the value
     */
    public int times() {
        return times;
    }

    /**
     * Whether the first vote is one of them.
     *
     * @return the value
     */
    public FirstVote firstVote() {
        return firstVote;
    }

    /**
     * What a series of votes on the same text comes to.
     *
     * @param votes the votes in order of time, each in a sitting of its own
     * @param body the council
     * @return approved, or rejected with the last day of a further vote
     * @throws MinutesException with code {@code VOTES_OUT_OF_ORDER} if there is no vote, or one not after that before it
     */
    public VoteRuling ruling(List<Vote> votes, Membership body) {
        LocalDate first = inOrder(votes);
        LocalDate last = first.plusDays(withinDays);
        int base = body.components();
        int wide = fraction.of(base, rounding);
        int absolute = base / 2 + 1;
        int reached = 0;
        for (Vote vote : votes) {
            int yes = vote.count().tally().yes();
            boolean isFirst = vote.on().equals(first);
            if (yes >= wide) {
                return once(base, wide, yes, Outcome.APPROVED, Optional.empty());
            }
            boolean counts =
                    isFirst ? firstVote == FirstVote.COUNTED : !vote.on().isAfter(last);
            reached += counts && yes >= absolute ? 1 : 0;
        }
        int yes = votes.get(votes.size() - 1).count().tally().yes();
        Optional<LocalDate> repeat = reached >= times ? Optional.empty() : Optional.of(last);
        if (votes.size() == 1) {
            return once(base, wide, yes, reached >= times ? Outcome.APPROVED : Outcome.REJECTED, repeat);
        }
        Outcome outcome = reached >= times ? Outcome.APPROVED : Outcome.REJECTED;
        int found = reached;
        Figures figures = new Figures("R10", source, base, RuleTexts.word(MajorityRule.Base.COMPONENTS), absolute, yes);
        return VoteRuling.of(
                figures,
                outcome,
                false,
                repeat,
                List.of(),
                () -> RuleTexts.say(
                        "statute.twice", fraction, base, absolute, found, times, last, outcome.label(), source));
    }

    private VoteRuling once(int base, int required, int yes, Outcome outcome, Optional<LocalDate> repeat) {
        Figures figures = new Figures("R10", source, base, RuleTexts.word(MajorityRule.Base.COMPONENTS), required, yes);
        return VoteRuling.of(
                figures,
                outcome,
                false,
                repeat,
                List.of(),
                () -> RuleTexts.say(
                        "statute.once",
                        fraction,
                        base,
                        RuleTexts.word(rounding),
                        required,
                        yes,
                        outcome.label(),
                        source));
    }

    private static LocalDate inOrder(List<Vote> votes) {
        if (votes.isEmpty()) {
            throw new MinutesException("VOTES_OUT_OF_ORDER", "a statute needs a vote");
        }
        for (int i = 1; i < votes.size(); i++) {
            if (!votes.get(i).on().isAfter(votes.get(i - 1).on())) {
                throw new MinutesException(
                        "VOTES_OUT_OF_ORDER",
                        "the vote of " + votes.get(i).on() + " must be in a sitting after that of "
                                + votes.get(i - 1).on());
            }
        }
        return votes.get(0).on();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StatuteRule that
                && source.equals(that.source)
                && fraction.equals(that.fraction)
                && rounding == that.rounding
                && withinDays == that.withinDays
                && times == that.times
                && firstVote == that.firstVote;
    }

    @Override
    public int hashCode() {
        return Objects.hash(source, fraction, rounding, withinDays, times, firstVote);
    }

    /** The values of a rule before it is made (<i>parametri</i>). */
    public static final class Builder {
        private String source = "TUEL 6(4); DAIT 14172, 13907";
        private Fraction fraction = new Fraction(2, 3);
        private Rounding rounding = Rounding.CEILING;
        private int withinDays = 30;
        private int times = 2;
        private FirstVote firstVote = FirstVote.NOT_COUNTED;

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
         * The part of the assigned members, the mayor included, that adopts at once.
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
         * Days after the first vote within which the later sittings are held.
         *
         * @param value the value
         * @return this builder
         */
        public Builder withinDays(int value) {
            withinDays = value;
            return this;
        }

        /**
         * How often the absolute majority must be reached.
         *
         * @param value the value
         * @return this builder
         */
        public Builder times(int value) {
            times = value;
            return this;
        }

        /**
         * Whether the first vote is one of them.
         *
         * @param value the value
         * @return this builder
         */
        public Builder firstVote(FirstVote value) {
            firstVote = Objects.requireNonNull(value, "firstVote");
            return this;
        }

        /**
         * The rule.
         *
         * @return a rule with these values
         * @throws IllegalArgumentException if a number is below what it can be, or above a million
         */
        public StatuteRule build() {
            return new StatuteRule(this);
        }
    }
}
