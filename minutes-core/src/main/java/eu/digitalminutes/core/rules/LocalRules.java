// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.rules;

import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.OrganKind;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.meeting.SeatRole;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;

/**
 * The rules of one municipality for one organ, in force at one meeting (<i>statuto e regolamento</i>). Immutable.
 *
 * <p>The law fixes a floor and leaves the rest to statute and regulation; the presets are the floor, with its sources.
 *
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art.
 *     38(2) and 134(4)</a>
 */
public final class LocalRules {
    /** No statute goes below a third of the assigned councillors. */
    private static final int FLOOR_DENOMINATOR = 3;

    private final String source;
    private final int numerator;
    private final int denominator;
    private final Rounding rounding;
    private final MayorInQuorum mayor;
    private final Abstentions abstentions;

    /** Whether the mayor counts for the legal number (<i>computo del Sindaco</i>). */
    public enum MayorInQuorum {
        /** The mayor is not counted, neither among the assigned nor among the present (TUEL 38(2)). */
        NOT_COUNTED,
        /** The mayor is a component like the others, as in the executive board. */
        COUNTED
    }

    /** What an abstention is in the count (<i>computo degli astenuti</i>). */
    public enum Abstentions {
        /** Who abstains is present but has not voted: yes must exceed no. */
        NOT_VOTES,
        /** Who abstains is among the voters: yes must exceed half of all of them. */
        COUNT_AS_VOTES
    }

    private LocalRules(
            String source,
            int numerator,
            int denominator,
            Rounding rounding,
            MayorInQuorum mayor,
            Abstentions abstentions) {
        this.source = Objects.requireNonNull(source, "source");
        this.rounding = Objects.requireNonNull(rounding, "rounding");
        this.mayor = Objects.requireNonNull(mayor, "mayor");
        this.abstentions = Objects.requireNonNull(abstentions, "abstentions");
        if (numerator < 1 || denominator < numerator) {
            throw new IllegalArgumentException("not a fraction of the members: " + numerator + "/" + denominator);
        }
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /**
     * Half of the assigned councillors, the mayor not counted, fractions upwards, abstentions not among the votes.
     *
     * @return the preset of an ordinary council
     */
    public static LocalRules ordinaryCouncil() {
        return new LocalRules("TUEL 38(2)", 1, 2, Rounding.CEILING, MayorInQuorum.NOT_COUNTED, Abstentions.NOT_VOTES);
    }

    /**
     * Half of the components, the mayor counted, fractions upwards, abstentions not among the votes.
     *
     * @return the preset of an executive board
     */
    public static LocalRules executiveBoard() {
        return new LocalRules("TUEL 47, 48", 1, 2, Rounding.CEILING, MayorInQuorum.COUNTED, Abstentions.NOT_VOTES);
    }

    /**
     * The same rules with another quorum.
     *
     * @param part how many parts
     * @param of of how many, at least as many
     * @param fractions what becomes of a fraction of a member
     * @return new rules
     * @throws IllegalArgumentException if the parts are no fraction
     */
    public LocalRules withQuorum(int part, int of, Rounding fractions) {
        return new LocalRules(source, part, of, fractions, mayor, abstentions);
    }

    /**
     * The same rules with another count of the mayor.
     *
     * @param value whether the mayor counts for the quorum
     * @return new rules
     */
    public LocalRules withMayor(MayorInQuorum value) {
        return new LocalRules(source, numerator, denominator, rounding, value, abstentions);
    }

    /**
     * The same rules with another meaning of abstentions.
     *
     * @param value what an abstention is
     * @return new rules
     */
    public LocalRules withAbstentions(Abstentions value) {
        return new LocalRules(source, numerator, denominator, rounding, mayor, value);
    }

    /**
     * The same rules, citing where they stand.
     *
     * @param value article and regulation, in words
     * @return new rules
     */
    public LocalRules withSource(String value) {
        return new LocalRules(value, numerator, denominator, rounding, mayor, abstentions);
    }

    /**
     * Where the rules stand.
     *
     * @return article and regulation, in words
     */
    public String source() {
        return source;
    }

    /**
     * The numerator of the quorum's fraction.
     *
     * @return one or more
     */
    public int numerator() {
        return numerator;
    }

    /**
     * The denominator of the quorum's fraction.
     *
     * @return at least the numerator
     */
    public int denominator() {
        return denominator;
    }

    /**
     * What becomes of a fraction of a member.
     *
     * @return the rounding
     */
    public Rounding rounding() {
        return rounding;
    }

    /**
     * Whether the mayor counts for the quorum.
     *
     * @return the rule
     */
    public MayorInQuorum mayor() {
        return mayor;
    }

    /**
     * What an abstention is in the count.
     *
     * @return the rule
     */
    public Abstentions abstentions() {
        return abstentions;
    }

    /**
     * How many members must be present (<i>quorum strutturale</i>): the rule's fraction, and for a council never less
     * than a third of the assigned.
     *
     * @param meeting the meeting
     * @return the legal number
     */
    public int quorum(Meeting meeting) {
        int base = meeting.organ().assigned() + (mayor == MayorInQuorum.COUNTED && hasMayor(meeting) ? 1 : 0);
        int required = part(base, numerator, denominator, rounding.mode());
        boolean floor = meeting.organ().kind() == OrganKind.COUNCIL;
        return floor
                ? Math.max(required, part(meeting.organ().assigned(), 1, FLOOR_DENOMINATOR, floorRounding()))
                : required;
    }

    /**
     * How many of those present count for the quorum.
     *
     * @param present the members present
     * @return their number, without the mayor where the rule says so
     */
    public int countedForQuorum(List<Seat> present) {
        return Math.toIntExact(present.stream()
                .filter(Seat::member)
                .filter(seat -> mayor == MayorInQuorum.COUNTED || seat.role() != SeatRole.MAYOR)
                .count());
    }

    /**
     * How many votes in favour approve (<i>quorum funzionale</i>).
     *
     * @param kind what is voted upon; immediate execution wants the majority of all components (TUEL 134(4))
     * @param tally the count
     * @param meeting the meeting
     * @return the least number of votes in favour
     */
    public int requiredYes(VoteKind kind, Tally tally, Meeting meeting) {
        if (kind == VoteKind.IMMEDIATE_EXECUTION) {
            int components = meeting.organ().assigned() + (hasMayor(meeting) ? 1 : 0);
            return components / 2 + 1;
        }
        int voters = tally.yes() + tally.no() + tally.blank() + tally.spoiled();
        if (abstentions == Abstentions.COUNT_AS_VOTES) {
            voters += tally.abstained();
        }
        return voters / 2 + 1;
    }

    /**
     * The outcome that the count has under these rules.
     *
     * @param kind what is voted upon
     * @param tally the count
     * @param meeting the meeting
     * @return approved or rejected; a tie rejects
     */
    public Outcome outcome(VoteKind kind, Tally tally, Meeting meeting) {
        return tally.yes() >= requiredYes(kind, tally, meeting) ? Outcome.APPROVED : Outcome.REJECTED;
    }

    /** The Ministry rounds arithmetically where the local rule is silent (DAIT 14172); nobody may round the floor down. */
    private RoundingMode floorRounding() {
        return rounding == Rounding.HALF_UP ? RoundingMode.HALF_UP : RoundingMode.CEILING;
    }

    private static boolean hasMayor(Meeting meeting) {
        return meeting.seats().stream().anyMatch(seat -> seat.member() && seat.role() == SeatRole.MAYOR);
    }

    private static int part(int base, int numerator, int denominator, RoundingMode rounding) {
        return BigDecimal.valueOf((long) base * numerator)
                .divide(BigDecimal.valueOf(denominator), 0, rounding)
                .intValueExact();
    }
}
