// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.rules;

import eu.digitalminutes.core.ruling.ElectionCount;
import eu.digitalminutes.core.ruling.ElectionRuling;
import eu.digitalminutes.core.ruling.Membership;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How persons are chosen by ballot (<i>elezioni e nomine a scrutinio segreto</i>).
 *
 * <p>A ballot that bears the voter's name is void, and electronic ballots are allowed only if they are secret.
 *
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art. 38(2) and 42(2)(m)</a>
 */
public final class ElectionRule {
    private final String source;
    private final Threshold firstRound;
    private final Threshold laterRounds;
    private final RunOff runOff;
    private final Tie tie;
    private final int namesPerBallot;
    private final int minoritySeats;
    private final int scrutineers;
    private final int minorityScrutineers;
    private final Blanks blanks;

    /** How many votes elect (<i>maggioranza richiesta per l'elezione</i>). */
    public enum Threshold {
        /** Who has most votes is elected. */
        RELATIVE,
        /** More than half of the voters. */
        ABSOLUTE_OF_VOTERS,
        /** More than half of the members present. */
        ABSOLUTE_OF_PRESENT,
        /** More than half of the components of the organ. */
        ABSOLUTE_OF_COMPONENTS
    }

    /** Whether there is a run-off (<i>ballottaggio</i>). */
    public enum RunOff {
        /** No run-off: the seat stays vacant until a new vote. */
        FORBIDDEN,
        /** Twice as many as there are seats left meet again, those with equal votes all together. */
        ALLOWED
    }

    /** What decides between equal votes (<i>parità di voti tra candidati</i>). */
    public enum Tie {
        /** The older in age. */
        OLDER,
        /** They meet again. */
        RUN_OFF,
        /** Nobody of them is elected. */
        NOBODY
    }

    /** What blank and void ballots are (<i>schede bianche e nulle</i>). */
    public enum Blanks {
        /** Their casters have voted. */
        VOTERS,
        /** They are not computed. */
        NOT_VOTERS
    }

    private ElectionRule(Builder builder) {
        this.source = builder.source;
        this.firstRound = builder.firstRound;
        this.laterRounds = builder.laterRounds;
        this.runOff = builder.runOff;
        this.tie = builder.tie;
        this.namesPerBallot = builder.namesPerBallot;
        this.minoritySeats = builder.minoritySeats;
        this.scrutineers = builder.scrutineers;
        this.minorityScrutineers = builder.minorityScrutineers;
        this.blanks = builder.blanks;
        LocalRules.inRange(0, namesPerBallot, "namesPerBallot");
        LocalRules.inRange(0, minoritySeats, "minoritySeats");
        LocalRules.inRange(0, scrutineers, "scrutineers");
        LocalRules.inRange(0, minorityScrutineers, "minorityScrutineers");
    }

    /**
     * The defaults, with the sources that this class cites.
     *
     * @return the rule where statute and regulation say nothing else
     */
    public static ElectionRule defaults() {
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
        builder.firstRound = firstRound;
        builder.laterRounds = laterRounds;
        builder.runOff = runOff;
        builder.tie = tie;
        builder.namesPerBallot = namesPerBallot;
        builder.minoritySeats = minoritySeats;
        builder.scrutineers = scrutineers;
        builder.minorityScrutineers = minorityScrutineers;
        builder.blanks = blanks;
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
     * What elects in the first round.
     *
     * @return the value
     */
    public Threshold firstRound() {
        return firstRound;
    }

    /**
     * What elects in every later round.
     *
     * @return the value
     */
    public Threshold laterRounds() {
        return laterRounds;
    }

    /**
     * Whether the most voted meet again where nobody reached the threshold.
     *
     * @return the value
     */
    public RunOff runOff() {
        return runOff;
    }

    /**
     * Who is elected among equals for the last seat.
     *
     * @return the value
     */
    public Tie tie() {
        return tie;
    }

    /**
     * How many names a ballot may bear; 0 means as many as there are seats (<i>voto limitato</i> where fewer).
     *
     * @return the value
     */
    public int namesPerBallot() {
        return namesPerBallot;
    }

    /**
     * How many seats are reserved to the minority.
     *
     * @return the value
     */
    public int minoritySeats() {
        return minoritySeats;
    }

    /**
     * How many scrutineers count the ballots.
     *
     * @return the value
     */
    public int scrutineers() {
        return scrutineers;
    }

    /**
     * How many of the scrutineers come from the minority.
     *
     * @return the value
     */
    public int minorityScrutineers() {
        return minorityScrutineers;
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
     * Who is elected.
     *
     * @param count the ballots
     * @param body the organ that votes
     * @return the ruling; the warning {@code BIRTH_DATES_NEEDED} says that the older cannot be told,
     *     {@code MINORITY_SEATS_SHORT} that the minority has too few with votes
     * @throws eu.digitalminutes.core.outcome.MinutesException with code {@code VOTES_EXCEED_BALLOTS} if there are more
     *     votes than ballots may bear names
     */
    public ElectionRuling ruling(ElectionCount count, Membership body) {
        return Scrutiny.of(this, count, body);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ElectionRule that
                && source.equals(that.source)
                && firstRound == that.firstRound
                && laterRounds == that.laterRounds
                && runOff == that.runOff
                && tie == that.tie
                && namesPerBallot == that.namesPerBallot
                && minoritySeats == that.minoritySeats
                && scrutineers == that.scrutineers
                && minorityScrutineers == that.minorityScrutineers
                && blanks == that.blanks;
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                source,
                firstRound,
                laterRounds,
                runOff,
                tie,
                namesPerBallot,
                minoritySeats,
                scrutineers,
                minorityScrutineers,
                blanks);
    }

    /** The values of a rule before it is made (<i>parametri</i>). */
    public static final class Builder {
        private String source = "regolamento del consiglio; DAIT 13857";
        private Threshold firstRound = Threshold.RELATIVE;
        private Threshold laterRounds = Threshold.RELATIVE;
        private RunOff runOff = RunOff.FORBIDDEN;
        private Tie tie = Tie.OLDER;
        private int namesPerBallot = 0;
        private int minoritySeats = 0;
        private int scrutineers = 3;
        private int minorityScrutineers = 1;
        private Blanks blanks = Blanks.VOTERS;

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
         * What elects in the first round.
         *
         * @param value the value
         * @return this builder
         */
        public Builder firstRound(Threshold value) {
            firstRound = Objects.requireNonNull(value, "firstRound");
            return this;
        }

        /**
         * What elects in every later round.
         *
         * @param value the value
         * @return this builder
         */
        public Builder laterRounds(Threshold value) {
            laterRounds = Objects.requireNonNull(value, "laterRounds");
            return this;
        }

        /**
         * Whether the most voted meet again where nobody reached the threshold.
         *
         * @param value the value
         * @return this builder
         */
        public Builder runOff(RunOff value) {
            runOff = Objects.requireNonNull(value, "runOff");
            return this;
        }

        /**
         * Who is elected among equals for the last seat.
         *
         * @param value the value
         * @return this builder
         */
        public Builder tie(Tie value) {
            tie = Objects.requireNonNull(value, "tie");
            return this;
        }

        /**
         * How many names a ballot may bear; 0 means as many as there are seats (<i>voto limitato</i> where fewer).
         *
         * @param value the value
         * @return this builder
         */
        public Builder namesPerBallot(int value) {
            namesPerBallot = value;
            return this;
        }

        /**
         * How many seats are reserved to the minority.
         *
         * @param value the value
         * @return this builder
         */
        public Builder minoritySeats(int value) {
            minoritySeats = value;
            return this;
        }

        /**
         * How many scrutineers count the ballots.
         *
         * @param value the value
         * @return this builder
         */
        public Builder scrutineers(int value) {
            scrutineers = value;
            return this;
        }

        /**
         * How many of the scrutineers come from the minority.
         *
         * @param value the value
         * @return this builder
         */
        public Builder minorityScrutineers(int value) {
            minorityScrutineers = value;
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
         * The rule.
         *
         * @return a rule with these values
         * @throws IllegalArgumentException if a number is below what it can be, or above a million
         */
        public ElectionRule build() {
            return new ElectionRule(this);
        }
    }
}
