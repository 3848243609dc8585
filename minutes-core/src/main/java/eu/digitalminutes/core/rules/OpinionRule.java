// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.rules;

import eu.digitalminutes.core.outcome.Text;
import eu.digitalminutes.core.ruling.OpinionRuling;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which opinions and visas a proposal needs before the vote (<i>pareri di regolarità</i>).
 *
 * <p>They are mandatory and not binding: who departs from one says why.
 *
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art. 49, 151(4), 153(5), 183(7) and 191</a>
 */
public final class OpinionRule {
    private final String source;
    private final Technical technical;
    private final Accounting accounting;
    private final Coverage coverage;
    private final Amendments amendments;

    /** When the technical opinion is due (<i>parere di regolarità tecnica</i>). */
    public enum Technical {
        /** On every proposal that is not mere policy, <i>mero atto di indirizzo</i>. */
        SAVE_POLICY_ACTS,
        /** On every proposal. */
        ALWAYS
    }

    /** When the accounting opinion is due (<i>parere di regolarità contabile</i>). */
    public enum Accounting {
        /** Where there are direct or indirect effects on the accounts. */
        WITH_EFFECTS,
        /** On every proposal. */
        ALWAYS
    }

    /** When the visa of coverage is due (<i>visto di copertura finanziaria</i>). */
    public enum Coverage {
        /** Before an act that commits money takes effect. */
        BEFORE_EFFECT,
        /** Already before the vote. */
        BEFORE_VOTE
    }

    /** What an amendment of substance needs (<i>emendamento sostanziale</i>). */
    public enum Amendments {
        /** New opinions before the vote. */
        NEW_OPINIONS,
        /** Nothing more. */
        NONE
    }

    /** What a proposal is, as far as opinions depend on it (<i>natura della proposta</i>). */
    public enum Trait {
        /** Mere policy, <i>mero atto di indirizzo</i>. */
        POLICY_ACT,
        /** Direct or indirect effects on the accounts. */
        ACCOUNTING_EFFECTS,
        /** It commits money, <i>impegno di spesa</i>. */
        SPENDING,
        /** It was amended in substance. */
        AMENDED,
        /** An opinion is negative and the organ departs from it. */
        NEGATIVE_OPINION
    }

    /** What accompanies a proposal (<i>pareri e visti</i>). */
    public enum Opinion {
        /** On technical regularity, <i>regolarità tecnica</i>. */
        TECHNICAL,
        /** On accounting regularity, <i>regolarità contabile</i>. */
        ACCOUNTING,
        /** The visa of coverage, <i>visto di copertura</i>. */
        COVERAGE,
        /** On the technical regularity of an amendment. */
        TECHNICAL_ON_AMENDMENT,
        /** On the accounting regularity of an amendment. */
        ACCOUNTING_ON_AMENDMENT,
        /** The reasons why the organ departs from a negative opinion. */
        REASONS
    }

    private OpinionRule(Builder builder) {
        this.source = builder.source;
        this.technical = builder.technical;
        this.accounting = builder.accounting;
        this.coverage = builder.coverage;
        this.amendments = builder.amendments;
    }

    /**
     * The defaults, with the sources that this class cites.
     *
     * @return the rule where statute and regulation say nothing else
     */
    public static OpinionRule defaults() {
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
        builder.technical = technical;
        builder.accounting = accounting;
        builder.coverage = coverage;
        builder.amendments = amendments;
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
     * When the technical opinion is due.
     *
     * @return the value
     */
    public Technical technical() {
        return technical;
    }

    /**
     * When the accounting opinion is due.
     *
     * @return the value
     */
    public Accounting accounting() {
        return accounting;
    }

    /**
     * Whether spending needs the visa of coverage.
     *
     * @return the value
     */
    public Coverage coverage() {
        return coverage;
    }

    /**
     * Whether a substantive amendment needs opinions of its own.
     *
     * @return the value
     */
    public Amendments amendments() {
        return amendments;
    }

    /**
     * Which opinions a proposal needs and lacks before the vote.
     *
     * @param traits what the proposal is
     * @param given what accompanies it
     * @return the ruling; the warning {@code COVERAGE_BEFORE_EFFECT} says that the visa must still come
     */
    public OpinionRuling ruling(Set<Trait> traits, Set<Opinion> given) {
        Set<Opinion> due = due(traits);
        Set<Opinion> missing = EnumSet.copyOf(due);
        missing.removeAll(given);
        boolean later = missing.contains(Opinion.COVERAGE) && coverage == Coverage.BEFORE_EFFECT;
        if (later) {
            missing.remove(Opinion.COVERAGE);
        }
        String row = traits.contains(Trait.AMENDED) ? "R21" : traits.contains(Trait.SPENDING) ? "R20" : "R19";
        return OpinionRuling.of(
                row,
                source,
                due.stream().map(Opinion::name).toList(),
                missing.stream().map(Opinion::name).toList(),
                later ? List.of("COVERAGE_BEFORE_EFFECT") : List.of(),
                () -> RuleTexts.say("opinions", words(due), words(missing), source));
    }

    private Set<Opinion> due(Set<Trait> traits) {
        Set<Opinion> due = EnumSet.noneOf(Opinion.class);
        boolean amended = traits.contains(Trait.AMENDED) && amendments == Amendments.NEW_OPINIONS;
        if (technical == Technical.ALWAYS || !traits.contains(Trait.POLICY_ACT)) {
            due.addAll(amended ? Set.of(Opinion.TECHNICAL, Opinion.TECHNICAL_ON_AMENDMENT) : Set.of(Opinion.TECHNICAL));
        }
        boolean effects = traits.contains(Trait.ACCOUNTING_EFFECTS) || traits.contains(Trait.SPENDING);
        if (accounting == Accounting.ALWAYS || effects) {
            due.addAll(
                    amended ? Set.of(Opinion.ACCOUNTING, Opinion.ACCOUNTING_ON_AMENDMENT) : Set.of(Opinion.ACCOUNTING));
        }
        if (traits.contains(Trait.SPENDING)) {
            due.add(Opinion.COVERAGE);
        }
        if (traits.contains(Trait.NEGATIVE_OPINION)) {
            due.add(Opinion.REASONS);
        }
        return due;
    }

    private static Text words(Collection<Opinion> opinions) {
        if (opinions.isEmpty()) {
            return RuleTexts.say("opinions.none");
        }
        return new Text(
                opinions.stream().map(one -> RuleTexts.word(one).italian()).collect(Collectors.joining(", ")),
                opinions.stream().map(one -> RuleTexts.word(one).english()).collect(Collectors.joining(", ")));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OpinionRule that
                && source.equals(that.source)
                && technical == that.technical
                && accounting == that.accounting
                && coverage == that.coverage
                && amendments == that.amendments;
    }

    @Override
    public int hashCode() {
        return Objects.hash(source, technical, accounting, coverage, amendments);
    }

    /** The values of a rule before it is made (<i>parametri</i>). */
    public static final class Builder {
        private String source = "TUEL 49, 151, 153, 183(7), 191";
        private Technical technical = Technical.SAVE_POLICY_ACTS;
        private Accounting accounting = Accounting.WITH_EFFECTS;
        private Coverage coverage = Coverage.BEFORE_EFFECT;
        private Amendments amendments = Amendments.NEW_OPINIONS;

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
         * When the technical opinion is due.
         *
         * @param value the value
         * @return this builder
         */
        public Builder technical(Technical value) {
            technical = Objects.requireNonNull(value, "technical");
            return this;
        }

        /**
         * When the accounting opinion is due.
         *
         * @param value the value
         * @return this builder
         */
        public Builder accounting(Accounting value) {
            accounting = Objects.requireNonNull(value, "accounting");
            return this;
        }

        /**
         * Whether spending needs the visa of coverage.
         *
         * @param value the value
         * @return this builder
         */
        public Builder coverage(Coverage value) {
            coverage = Objects.requireNonNull(value, "coverage");
            return this;
        }

        /**
         * Whether a substantive amendment needs opinions of its own.
         *
         * @param value the value
         * @return this builder
         */
        public Builder amendments(Amendments value) {
            amendments = Objects.requireNonNull(value, "amendments");
            return this;
        }

        /**
         * The rule.
         *
         * @return a rule with these values
         * @throws IllegalArgumentException if a number is below what it can be, or above a million
         */
        public OpinionRule build() {
            return new OpinionRule(this);
        }
    }
}
