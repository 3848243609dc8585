// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.rules;

import eu.digitalminutes.core.event.Matter;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.ruling.Attendance;
import eu.digitalminutes.core.ruling.Membership;
import eu.digitalminutes.core.ruling.QuorumRuling;
import eu.digitalminutes.core.ruling.VoteCount;
import eu.digitalminutes.core.ruling.VoteRuling;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one municipality for one organ, in force from a day (<i>statuto e regolamento</i>). Immutable.
 *
 * <p>The law fixes a floor and leaves the rest to statute and regulation. A preset holds the defaults with their
 * sources; {@link #toBuilder()} changes what a municipality has otherwise. Every computation costs the same however
 * large the organ is, and explains itself.
 *
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art. 6,
 *     38, 39, 47, 49, 52, 78, 97, 124 and 134</a>
 */
public final class LocalRules {
    /** No organ has as many members and no term as many days: sums of such numbers never overflow. */
    private static final int MOST = 1_000_000;

    private final Preset preset;
    private final String name;
    private final String version;
    private final Optional<LocalDate> validFrom;
    private final String source;
    private final Presidency presidency;
    private final QuorumRule firstCall;
    private final QuorumRule secondCall;
    private final Map<Matter, QuorumRule> quorumByMatter;
    private final MajorityRule majority;
    private final Map<VoteKind, MajorityRule> majorityByKind;
    private final Map<Matter, MajorityRule> majorityByMatter;
    private final RecusalRule recusal;
    private final ElectionRule elections;
    private final ConvocationRule convocation;
    private final PublicationRule publication;
    private final StatuteRule statute;
    private final NoConfidenceRule noConfidence;
    private final OpinionRule opinions;
    private final MinutesRule minutes;

    /** From which defaults rules begin (<i>modello di regole</i>). */
    public enum Preset {
        /** A council whose mayor presides, <i>Consiglio comunale</i>. */
        ORDINARY_COUNCIL,
        /** A council of a municipality above 15 000 inhabitants, with a president of its own. */
        COUNCIL_ABOVE_15000,
        /** An executive board, <i>Giunta comunale</i>. */
        EXECUTIVE_BOARD
    }

    /** Who presides (<i>presidenza</i>, TUEL 39(1)). */
    public enum Presidency {
        /** The mayor. */
        MAYOR,
        /** A president whom the council elects. */
        ELECTED_PRESIDENT
    }

    private LocalRules(Builder builder) {
        this.preset = builder.preset;
        this.name = builder.name;
        this.version = builder.version;
        this.validFrom = builder.validFrom;
        this.source = builder.source;
        this.presidency = builder.presidency;
        this.firstCall = builder.firstCall;
        this.secondCall = builder.secondCall;
        this.quorumByMatter = Map.copyOf(builder.quorumByMatter);
        this.majority = builder.majority;
        this.majorityByKind = Map.copyOf(builder.majorityByKind);
        this.majorityByMatter = Map.copyOf(builder.majorityByMatter);
        this.recusal = builder.recusal;
        this.elections = builder.elections;
        this.convocation = builder.convocation;
        this.publication = builder.publication;
        this.statute = builder.statute;
        this.noConfidence = builder.noConfidence;
        this.opinions = builder.opinions;
        this.minutes = builder.minutes;
    }

    /**
     * A council whose mayor presides: half of the assigned on first call, a third on second, the mayor not counted.
     *
     * @return the preset of an ordinary council
     */
    public static LocalRules ordinaryCouncil() {
        return Defaults.ordinaryCouncil(new Builder()).build();
    }

    /**
     * A council of a municipality above 15 000 inhabitants: the same, with an elected president.
     *
     * @return the preset of a larger council
     */
    public static LocalRules councilAbove15000() {
        return Defaults.councilAbove15000(new Builder()).build();
    }

    /**
     * An executive board: half of the components, the mayor one of them; its sittings are not public.
     *
     * @return the preset of an executive board
     */
    public static LocalRules executiveBoard() {
        return Defaults.executiveBoard(new Builder()).build();
    }

    /**
     * The defaults that have a name.
     *
     * @param preset the name
     * @return the preset
     */
    public static LocalRules of(Preset preset) {
        return switch (preset) {
            case ORDINARY_COUNCIL -> ordinaryCouncil();
            case COUNCIL_ABOVE_15000 -> councilAbove15000();
            case EXECUTIVE_BOARD -> executiveBoard();
        };
    }

    /**
     * The same rules, to be changed.
     *
     * @return a builder that holds these rules
     */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.preset = preset;
        builder.name = name;
        builder.version = version;
        builder.validFrom = validFrom;
        builder.source = source;
        builder.presidency = presidency;
        builder.firstCall = firstCall;
        builder.secondCall = secondCall;
        builder.quorumByMatter.putAll(quorumByMatter);
        builder.majority = majority;
        builder.majorityByKind.putAll(majorityByKind);
        builder.majorityByMatter.putAll(majorityByMatter);
        builder.recusal = recusal;
        builder.elections = elections;
        builder.convocation = convocation;
        builder.publication = publication;
        builder.statute = statute;
        builder.noConfidence = noConfidence;
        builder.opinions = opinions;
        builder.minutes = minutes;
        return builder;
    }

    /**
     * Whether enough members are present (R1, R2). Constant time.
     *
     * @param body the organ
     * @param call first or second call: 1 or 2
     * @param matter what is dealt with
     * @param present who is there
     * @return the ruling, with its reasons
     * @throws MinutesException with code {@code PRESENT_EXCEEDS_COMPONENTS} if more are there than the organ has
     * @throws IllegalArgumentException if the call is neither 1 nor 2
     */
    public QuorumRuling quorum(Membership body, int call, Matter matter, Attendance present) {
        return quorumRule(call, matter).ruling(body, present);
    }

    /**
     * The rule of the quorum for a matter.
     *
     * @param call first or second call: 1 or 2
     * @param matter what is dealt with
     * @return the matter's own rule, else that of the call
     * @throws IllegalArgumentException if the call is neither 1 nor 2
     */
    public QuorumRule quorumRule(int call, Matter matter) {
        if (call != 1 && call != 2) {
            throw new IllegalArgumentException("a sitting is on first or second call, not " + call);
        }
        QuorumRule own = quorumByMatter.get(matter);
        return own != null ? own : call == 1 ? firstCall : secondCall;
    }

    /**
     * The outcome that a count has (R4, R5, R8, R10 to R12, R14). Constant time.
     *
     * @param kind what is voted upon; immediate execution is always a vote of its own
     * @param matter what the item is about; it matters for the proposal itself only
     * @param count the votes and those present
     * @param body the organ
     * @return the ruling, with its reasons
     * @throws MinutesException with code {@code PRESENT_EXCEEDS_COMPONENTS} if more are there than the organ has
     */
    public VoteRuling vote(VoteKind kind, Matter matter, VoteCount count, Membership body) {
        if (count.present() > body.components()) {
            throw new MinutesException(
                    "PRESENT_EXCEEDS_COMPONENTS",
                    count.present() + " members are present, the organ has " + body.components());
        }
        MajorityRule rule = majorityRule(kind, matter);
        return rule.ruling(row(kind, matter, rule, count), count, body);
    }

    /**
     * The rule of the majority for a vote.
     *
     * @param kind what is voted upon
     * @param matter what the item is about
     * @return the rule of the kind; for a proposal that of its matter; else the general one
     */
    public MajorityRule majorityRule(VoteKind kind, Matter matter) {
        MajorityRule own = kind == VoteKind.MAIN ? majorityByMatter.get(matter) : null;
        return own != null ? own : majorityByKind.getOrDefault(kind, majority);
    }

    private static String row(VoteKind kind, Matter matter, MajorityRule rule, VoteCount count) {
        if (kind == VoteKind.IMMEDIATE_EXECUTION) {
            return "R8";
        } else if (kind == VoteKind.MAIN && matter.equals(Matter.STATUTE)) {
            return "R10";
        } else if (kind == VoteKind.MAIN && matter.equals(Matter.COUNCIL_REGULATION)) {
            return "R11";
        } else if (kind == VoteKind.MAIN && matter.equals(Matter.NO_CONFIDENCE)) {
            return "R12";
        }
        boolean tie = count.tally().yes() == count.tally().no() && rule.tie() == MajorityRule.Tie.CHAIR_PREVAILS;
        return tie ? "R14" : "R4";
    }

    /**
     * From which defaults these rules began.
     *
     * @return the value
     */
    public Preset preset() {
        return preset;
    }

    /**
     * The name of the rules, such as that of the municipality and its organ.
     *
     * @return the value
     */
    public String name() {
        return name;
    }

    /**
     * The version of the rules.
     *
     * @return the value
     */
    public String version() {
        return version;
    }

    /**
     * The day from which the rules are in force.
     *
     * @return the value
     */
    public Optional<LocalDate> validFrom() {
        return validFrom;
    }

    /**
     * Where the rules stand, in words.
     *
     * @return the value
     */
    public String source() {
        return source;
    }

    /**
     * Who presides.
     *
     * @return the value
     */
    public Presidency presidency() {
        return presidency;
    }

    /**
     * The quorum on first call.
     *
     * @return the value
     */
    public QuorumRule firstCall() {
        return firstCall;
    }

    /**
     * The quorum on second call.
     *
     * @return the value
     */
    public QuorumRule secondCall() {
        return secondCall;
    }

    /**
     * The quorum of matters that have one of their own.
     *
     * @return the value
     */
    public Map<Matter, QuorumRule> quorumByMatter() {
        return quorumByMatter;
    }

    /**
     * The majority where neither kind nor matter has one of its own.
     *
     * @return the value
     */
    public MajorityRule majority() {
        return majority;
    }

    /**
     * The majority of kinds of vote that have one of their own.
     *
     * @return the value
     */
    public Map<VoteKind, MajorityRule> majorityByKind() {
        return majorityByKind;
    }

    /**
     * The majority of matters that have one of their own.
     *
     * @return the value
     */
    public Map<Matter, MajorityRule> majorityByMatter() {
        return majorityByMatter;
    }

    /**
     * What follows when a member must abstain (R7).
     *
     * @return the value
     */
    public RecusalRule recusal() {
        return recusal;
    }

    /**
     * How persons are chosen by ballot (R13).
     *
     * @return the value
     */
    public ElectionRule elections() {
        return elections;
    }

    /**
     * When a sitting may be held after it was called (R16 to R18).
     *
     * @return the value
     */
    public ConvocationRule convocation() {
        return convocation;
    }

    /**
     * How long deliberations are published and when they take effect (R9, R15).
     *
     * @return the value
     */
    public PublicationRule publication() {
        return publication;
    }

    /**
     * How the municipality's statute is adopted (R10).
     *
     * @return the value
     */
    public StatuteRule statute() {
        return statute;
    }

    /**
     * How a motion of no confidence is brought (R12).
     *
     * @return the value
     */
    public NoConfidenceRule noConfidence() {
        return noConfidence;
    }

    /**
     * Which opinions a proposal needs (R19 to R21).
     *
     * @return the value
     */
    public OpinionRule opinions() {
        return opinions;
    }

    /**
     * Who draws up, signs and approves the minutes (R22, R23).
     *
     * @return the value
     */
    public MinutesRule minutes() {
        return minutes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LocalRules that
                && preset == that.preset
                && name.equals(that.name)
                && version.equals(that.version)
                && validFrom.equals(that.validFrom)
                && source.equals(that.source)
                && presidency == that.presidency
                && firstCall.equals(that.firstCall)
                && secondCall.equals(that.secondCall)
                && quorumByMatter.equals(that.quorumByMatter)
                && majority.equals(that.majority)
                && majorityByKind.equals(that.majorityByKind)
                && majorityByMatter.equals(that.majorityByMatter)
                && recusal.equals(that.recusal)
                && elections.equals(that.elections)
                && convocation.equals(that.convocation)
                && publication.equals(that.publication)
                && statute.equals(that.statute)
                && noConfidence.equals(that.noConfidence)
                && opinions.equals(that.opinions)
                && minutes.equals(that.minutes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                preset,
                name,
                version,
                validFrom,
                source,
                presidency,
                firstCall,
                secondCall,
                quorumByMatter,
                majority,
                majorityByKind,
                majorityByMatter,
                recusal,
                elections,
                convocation,
                publication,
                statute,
                noConfidence,
                opinions,
                minutes);
    }

    static void inRange(int least, int value, String what) {
        if (value < least || value > MOST) {
            throw new IllegalArgumentException(what + " is from " + least + " to " + MOST + ", not " + value);
        }
    }

    /** The rules before they are made (<i>parametri</i>). */
    public static final class Builder {
        private Preset preset = Preset.ORDINARY_COUNCIL;
        private String name = "";
        private String version = "";
        private Optional<LocalDate> validFrom = Optional.empty();
        private String source = "TUEL 38(2)";
        private Presidency presidency = Presidency.MAYOR;
        private QuorumRule firstCall = QuorumRule.defaults();
        private QuorumRule secondCall = QuorumRule.defaults();
        private final Map<Matter, QuorumRule> quorumByMatter = new HashMap<>();
        private MajorityRule majority = MajorityRule.defaults();
        private final Map<VoteKind, MajorityRule> majorityByKind = new HashMap<>();
        private final Map<Matter, MajorityRule> majorityByMatter = new HashMap<>();
        private RecusalRule recusal = RecusalRule.defaults();
        private ElectionRule elections = ElectionRule.defaults();
        private ConvocationRule convocation = ConvocationRule.defaults();
        private PublicationRule publication = PublicationRule.defaults();
        private StatuteRule statute = StatuteRule.defaults();
        private NoConfidenceRule noConfidence = NoConfidenceRule.defaults();
        private OpinionRule opinions = OpinionRule.defaults();
        private MinutesRule minutes = MinutesRule.defaults();

        private Builder() {}

        Builder preset(Preset value) {
            preset = value;
            return this;
        }

        /**
         * The name of the rules, such as that of the municipality and its organ.
         *
         * @param value the value
         * @return this builder
         */
        public Builder name(String value) {
            name = Objects.requireNonNull(value, "name");
            return this;
        }

        /**
         * The version of the rules.
         *
         * @param value the value
         * @return this builder
         */
        public Builder version(String value) {
            version = Objects.requireNonNull(value, "version");
            return this;
        }

        /**
         * The day from which the rules are in force.
         *
         * @param value the value
         * @return this builder
         */
        public Builder validFrom(LocalDate value) {
            validFrom = Optional.of(value);
            return this;
        }

        /**
         * Where the rules stand, in words.
         *
         * @param value the value
         * @return this builder
         */
        public Builder source(String value) {
            source = Objects.requireNonNull(value, "source");
            return this;
        }

        /**
         * Who presides.
         *
         * @param value the value
         * @return this builder
         */
        public Builder presidency(Presidency value) {
            presidency = Objects.requireNonNull(value, "presidency");
            return this;
        }

        /**
         * The quorum on first call.
         *
         * @param value the value
         * @return this builder
         */
        public Builder firstCall(QuorumRule value) {
            firstCall = Objects.requireNonNull(value, "firstCall");
            return this;
        }

        /**
         * The quorum on second call.
         *
         * @param value the value
         * @return this builder
         */
        public Builder secondCall(QuorumRule value) {
            secondCall = Objects.requireNonNull(value, "secondCall");
            return this;
        }

        /**
         * The quorum of matters that have one of their own.
         *
         * @param key what has a rule of its own
         * @param value its rule
         * @return this builder
         */
        public Builder quorumByMatter(Matter key, QuorumRule value) {
            quorumByMatter.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
            return this;
        }

        /**
         * The majority where neither kind nor matter has one of its own.
         *
         * @param value the value
         * @return this builder
         */
        public Builder majority(MajorityRule value) {
            majority = Objects.requireNonNull(value, "majority");
            return this;
        }

        /**
         * The majority of kinds of vote that have one of their own.
         *
         * @param key what has a rule of its own
         * @param value its rule
         * @return this builder
         */
        public Builder majorityByKind(VoteKind key, MajorityRule value) {
            majorityByKind.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
            return this;
        }

        /**
         * The majority of matters that have one of their own.
         *
         * @param key what has a rule of its own
         * @param value its rule
         * @return this builder
         */
        public Builder majorityByMatter(Matter key, MajorityRule value) {
            majorityByMatter.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
            return this;
        }

        /**
         * What follows when a member must abstain (R7).
         *
         * @param value the value
         * @return this builder
         */
        public Builder recusal(RecusalRule value) {
            recusal = Objects.requireNonNull(value, "recusal");
            return this;
        }

        /**
         * How persons are chosen by ballot (R13).
         *
         * @param value the value
         * @return this builder
         */
        public Builder elections(ElectionRule value) {
            elections = Objects.requireNonNull(value, "elections");
            return this;
        }

        /**
         * When a sitting may be held after it was called (R16 to R18).
         *
         * @param value the value
         * @return this builder
         */
        public Builder convocation(ConvocationRule value) {
            convocation = Objects.requireNonNull(value, "convocation");
            return this;
        }

        /**
         * How long deliberations are published and when they take effect (R9, R15).
         *
         * @param value the value
         * @return this builder
         */
        public Builder publication(PublicationRule value) {
            publication = Objects.requireNonNull(value, "publication");
            return this;
        }

        /**
         * How the municipality's statute is adopted (R10).
         *
         * @param value the value
         * @return this builder
         */
        public Builder statute(StatuteRule value) {
            statute = Objects.requireNonNull(value, "statute");
            return this;
        }

        /**
         * How a motion of no confidence is brought (R12).
         *
         * @param value the value
         * @return this builder
         */
        public Builder noConfidence(NoConfidenceRule value) {
            noConfidence = Objects.requireNonNull(value, "noConfidence");
            return this;
        }

        /**
         * Which opinions a proposal needs (R19 to R21).
         *
         * @param value the value
         * @return this builder
         */
        public Builder opinions(OpinionRule value) {
            opinions = Objects.requireNonNull(value, "opinions");
            return this;
        }

        /**
         * Who draws up, signs and approves the minutes (R22, R23).
         *
         * @param value the value
         * @return this builder
         */
        public Builder minutes(MinutesRule value) {
            minutes = Objects.requireNonNull(value, "minutes");
            return this;
        }

        /**
         * The rules.
         *
         * @return rules with these values
         */
        public LocalRules build() {
            return new LocalRules(this);
        }
    }
}
