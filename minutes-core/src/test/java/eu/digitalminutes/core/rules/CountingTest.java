// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.event.Choice;
import eu.digitalminutes.core.event.Matter;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.ruling.Attendance;
import eu.digitalminutes.core.ruling.Membership;
import eu.digitalminutes.core.ruling.QuorumRuling;
import eu.digitalminutes.core.ruling.VoteCount;
import eu.digitalminutes.core.ruling.VoteRuling;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quorum and votes against a second count that knows nothing of the first, and against what must always be so. */
class CountingTest {
    private static final LocalRules COUNCIL = LocalRules.ordinaryCouncil();

    /** The least number x with x * denominator at least base * numerator, counted up from zero. */
    private static int atLeast(int base, Fraction part) {
        int x = 0;
        while (big(x, part.denominator()).compareTo(big(base, part.numerator())) < 0) {
            x++;
        }
        return x;
    }

    private static int moreThan(int base, Fraction part) {
        int x = 0;
        while (big(x, part.denominator()).compareTo(big(base, part.numerator())) <= 0) {
            x++;
        }
        return x;
    }

    private static BigInteger big(int one, int other) {
        return BigInteger.valueOf(one).multiply(BigInteger.valueOf(other));
    }

    private static QuorumRuling quorum(QuorumRule rule, Membership body, int councillors, boolean mayor) {
        return rule.ruling(body, new Attendance(councillors + (mayor ? 1 : 0), mayor));
    }

    @Property(tries = 400)
    void theQuorumIsTheLeastNumberThatReachesBothRuleAndFloor(
            @ForAll @IntRange(min = 1, max = 80) int assigned,
            @ForAll @IntRange(min = 1, max = 9) int part,
            @ForAll @IntRange(max = 80) int present,
            @ForAll boolean mayor) {
        Assume.that(present <= assigned);
        Fraction fraction = new Fraction(part, 9);
        QuorumRule rule = QuorumRule.defaults().toBuilder().fraction(fraction).build();
        Membership body = Membership.council(assigned);
        int required = Math.max(atLeast(assigned, fraction), atLeast(assigned, Fraction.THIRD));
        assertEquals(required, rule.required(body));
        assertEquals(present >= required, quorum(rule, body, present, mayor).holds());
        assertEquals(required, quorum(rule, body, present, mayor).required());
    }

    @Property(tries = 400)
    void whoeverIsCountedTheFloorOfAThirdWithoutTheMayorHolds(
            @ForAll long seed, @ForAll @IntRange(min = 3, max = 60) int assigned, @ForAll boolean mayor) {
        QuorumRule rule = RandomRules.of(seed).firstCall();
        int third = rule.rounding() == Rounding.HALF_UP ? (2 * assigned + 3) / 6 : atLeast(assigned, Fraction.THIRD);
        assertTrue(rule.required(Membership.council(assigned)) >= third);
        if (third > 0) {
            assertEquals(
                    false,
                    quorum(rule, Membership.council(assigned), third - 1, mayor).holds());
        }
    }

    @Property(tries = 400)
    void oneMorePresentNeverLosesTheQuorum(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int assigned, @ForAll boolean mayor) {
        QuorumRule rule = RandomRules.of(seed).firstCall();
        boolean held = false;
        for (int present = 0; present <= assigned; present++) {
            boolean holds =
                    quorum(rule, Membership.council(assigned), present, mayor).holds();
            assertTrue(holds || !held, "lost with " + present + " of " + assigned);
            held = holds;
        }
    }

    @Property(tries = 300)
    void aLargerOrganNeverNeedsFewer(@ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int assigned) {
        QuorumRule rule = RandomRules.of(seed).firstCall();
        assertTrue(rule.required(Membership.council(assigned)) <= rule.required(Membership.council(assigned + 1)));
    }

    @Property(tries = 300)
    void upwardsIsNeverLessThanToTheNearestAndThatNeverLessThanDownwards(
            @ForAll @IntRange(min = 1, max = 500) int base, @ForAll @IntRange(min = 1, max = 12) int part) {
        Fraction fraction = new Fraction(part, 12);
        int up = fraction.of(base, Rounding.CEILING);
        int near = fraction.of(base, Rounding.HALF_UP);
        int down = fraction.of(base, Rounding.FLOOR);
        assertTrue(up >= near && near >= down && up - down <= 1);
        assertEquals(atLeast(base, fraction), up);
    }

    @Property(tries = 400)
    void theOutcomeIsThatOfASecondCount(
            @ForAll long seed,
            @ForAll @IntRange(max = 14) int yes,
            @ForAll @IntRange(max = 14) int no,
            @ForAll @IntRange(max = 14) int abstained,
            @ForAll @IntRange(max = 5) int blank,
            @ForAll @IntRange(max = 5) int away) {
        MajorityRule rule = RandomRules.of(seed).majority().toBuilder()
                .tie(MajorityRule.Tie.REJECTED)
                .build();
        Membership body = Membership.council(60).withInOffice(55);
        VoteCount count =
                VoteCount.of(new Tally(yes, no, abstained, away, blank, 0), yes + no + abstained + blank + away);
        int voters = yes + no;
        voters += rule.abstentions() == MajorityRule.Abstentions.VOTERS ? abstained : 0;
        voters += rule.blanks() == MajorityRule.Blanks.VOTERS ? blank : 0;
        Map<MajorityRule.Base, Integer> bases = new EnumMap<>(Map.of(
                MajorityRule.Base.VOTERS, voters,
                MajorityRule.Base.PRESENT, count.present(),
                MajorityRule.Base.ASSIGNED, 60,
                MajorityRule.Base.IN_OFFICE, 56,
                MajorityRule.Base.COMPONENTS, 61));
        int base = bases.get(rule.base());
        int up = atLeast(base, rule.fraction());
        boolean exact = big(up, rule.fraction().denominator())
                .equals(big(base, rule.fraction().numerator()));
        int down = exact ? up : up - 1;
        boolean near = 2L * base * rule.fraction().numerator()
                >= (2L * down + 1) * rule.fraction().denominator();
        int rounded =
                rule.rounding() == Rounding.CEILING ? up : rule.rounding() == Rounding.FLOOR ? down : near ? up : down;
        int needed = switch (rule.measure()) {
            case MORE_THAN -> moreThan(base, rule.fraction());
            case AT_LEAST -> Math.max(1, rounded);
            case OVER_CONTRARY -> no + 1;
        };
        needed = Math.max(needed, rule.minimumYes());
        VoteRuling ruling = rule.ruling("R4", count, body);
        assertEquals(needed, ruling.required());
        assertEquals(yes >= needed ? Outcome.APPROVED : Outcome.REJECTED, ruling.outcome());
        assertEquals(yes == no, ruling.tie());
    }

    @Property(tries = 300)
    void theOrderOfTheBallotsChangesNothing(@ForAll long seed, @ForAll List<Choice> ballots, @ForAll long shuffle) {
        Assume.that(ballots.size() <= 40);
        LocalRules rules = RandomRules.of(seed);
        List<Choice> other = new ArrayList<>(ballots);
        Collections.shuffle(other, new Random(shuffle));
        Membership body = Membership.council(40);
        VoteRuling one = rules.vote(VoteKind.MAIN, Matter.ORDINARY, count(ballots), body);
        VoteRuling two = rules.vote(VoteKind.MAIN, Matter.ORDINARY, count(other), body);
        assertEquals(one.figures(), two.figures());
        assertEquals(one.outcome(), two.outcome());
        assertEquals(one.explanation(), two.explanation());
    }

    private static VoteCount count(List<Choice> ballots) {
        Tally tally = new Tally(
                Collections.frequency(ballots, Choice.YES),
                Collections.frequency(ballots, Choice.NO),
                Collections.frequency(ballots, Choice.ABSTAINED),
                Collections.frequency(ballots, Choice.NOT_VOTING),
                0,
                0);
        return VoteCount.of(tally, ballots.size());
    }

    @Property(tries = 200)
    void aCountBeyondThosePresentIsRefused(
            @ForAll @IntRange(max = 30) int present, @ForAll @IntRange(min = 1, max = 30) int more) {
        MinutesException refusal =
                assertThrows(MinutesException.class, () -> VoteCount.of(Tally.of(present, more, 0), present));
        assertEquals("TALLY_EXCEEDS_PRESENT", refusal.code());
    }

    @Property(tries = 300)
    void anExplanationShowsTheFiguresOfItsRuling(
            @ForAll @IntRange(min = 3, max = 60) int assigned, @ForAll @IntRange(max = 60) int present) {
        Assume.that(present <= assigned);
        QuorumRuling quorum =
                COUNCIL.quorum(Membership.council(assigned), 1, Matter.ORDINARY, new Attendance(present, false));
        for (String sentence : new String[] {
            quorum.explanation().italian(), quorum.explanation().english()
        }) {
            assertTrue(sentence.contains("= " + quorum.required() + ";"), sentence);
            assertTrue(sentence.contains(" " + quorum.counted() + " →"), sentence);
            assertTrue(sentence.contains(" " + quorum.base() + " "), sentence);
            assertTrue(sentence.contains(quorum.source()), sentence);
        }
        VoteRuling vote = COUNCIL.vote(
                VoteKind.IMMEDIATE_EXECUTION,
                Matter.ORDINARY,
                VoteCount.of(Tally.of(present, 0, 0), present),
                Membership.council(assigned));
        assertTrue(vote.explanation().italian().contains("= " + vote.required() + "; favorevoli " + vote.counted()));
    }

    @Test
    void anExplanationReadsAsTheSecretaryWouldWriteIt() {
        QuorumRule third = COUNCIL.secondCall();
        assertEquals(
                "Numero legale: 1/3 di 16 assegnati, Sindaco escluso, arrotondato per eccesso = 6; presenti 5 → manca"
                        + " (TUEL 38(2); DAIT 14107, 13485, 13102)",
                quorum(third, Membership.council(16), 5, true).explanation().italian());
        VoteRuling vote = COUNCIL.vote(
                VoteKind.IMMEDIATE_EXECUTION,
                Matter.ORDINARY,
                VoteCount.of(Tally.of(8, 4, 0), 12),
                Membership.council(16));
        assertEquals("R8", vote.rule());
        assertEquals(
                "Maggioranza: più di 1/2 di 17 componenti = 9; favorevoli 8, contrari 4, astenuti 0 → respinta"
                        + " (TUEL 134(4); DAIT 13705, 13581)",
                vote.explanation().italian());
    }

    @Test
    void aFixedNumberBelowTheFloorGivesWayToTheLaw() {
        QuorumRule four = QuorumRule.defaults().toBuilder().number(4).build();
        QuorumRuling ruling = quorum(four, Membership.council(16), 5, true);
        assertEquals(6, ruling.required());
        assertEquals(List.of("LEGAL_FLOOR_APPLIED"), ruling.warnings());
        assertEquals("TUEL 38(2)", ruling.source());
        assertEquals(4, four.required(Membership.committee(16)));
    }

    @Test
    void seventeenWithTheMayorCountTheMayor() {
        QuorumRule rule = QuorumRule.defaults().toBuilder()
                .number(17)
                .mayor(QuorumRule.Mayor.COUNTED)
                .build();
        assertTrue(quorum(rule, Membership.council(32), 16, true).holds());
        assertEquals(false, quorum(rule, Membership.council(32), 16, false).holds());
    }

    @Test
    void theMayorDoesNotMakeUpForTheFloorWhereTheRuleCountsTheMayor() {
        QuorumRule rule = QuorumRule.defaults().toBuilder()
                .number(6)
                .mayor(QuorumRule.Mayor.COUNTED)
                .build();
        assertEquals(false, quorum(rule, Membership.council(16), 5, true).holds());
        assertTrue(quorum(rule, Membership.council(16), 6, false).holds());
    }

    @ParameterizedTest
    @CsvSource({"5, 1, 0, 4", "4, 1, 0, 3", "5, 0, 3, 3", "3, 0, 3, 3", "8, 0, 3, 4"})
    void aBoardNeedsHalfOrHalfPlusOneOrAtLeastThree(int components, int plus, int minimum, int required) {
        QuorumRule rule = LocalRules.executiveBoard().firstCall().toBuilder()
                .plus(plus)
                .minimum(minimum)
                .build();
        assertEquals(required, rule.required(Membership.executiveBoard(components - 1)));
    }

    @Test
    void vacantSeatsCountOnlyWhereTheRuleTakesThoseInOffice() {
        Membership body = Membership.council(16).withInOffice(12);
        QuorumRule rule = QuorumRule.defaults();
        assertEquals(8, rule.required(body));
        assertEquals(6, rule.toBuilder().base(QuorumRule.Base.IN_OFFICE).build().required(body));
    }

    @Test
    void moreThanTheOrganHasAreNotPresent() {
        assertEquals(
                "PRESENT_EXCEEDS_COMPONENTS",
                assertThrows(MinutesException.class, () -> quorum(COUNCIL.firstCall(), Membership.council(8), 9, false))
                        .code());
        assertEquals(
                "PRESENT_EXCEEDS_COMPONENTS",
                assertThrows(
                                MinutesException.class,
                                () -> COUNCIL.vote(
                                        VoteKind.MAIN,
                                        Matter.ORDINARY,
                                        VoteCount.of(Tally.of(9, 0, 0), 10),
                                        Membership.council(8)))
                        .code());
    }

    @ParameterizedTest
    @CsvSource({
        "2, 2, 0, YES, APPROVED",
        "2, 2, 0, NO, REJECTED",
        "2, 2, 0, ABSTAINED, REJECTED",
        "0, 0, 4, YES, REJECTED",
        "1, 2, 1, YES, REJECTED",
        "2, 1, 1, NO, APPROVED"
    })
    void atATieTheChairPrevailsWhereTheRuleSaysSo(int yes, int no, int abstained, Choice chair, Outcome outcome) {
        MajorityRule rule = MajorityRule.defaults().toBuilder()
                .tie(MajorityRule.Tie.CHAIR_PREVAILS)
                .build();
        VoteCount count = VoteCount.of(Tally.of(yes, no, abstained), 4).withChair(chair);
        assertEquals(
                outcome, rule.ruling("R14", count, Membership.executiveBoard(3)).outcome());
    }

    @Test
    void theChairCannotLendTheOrganMembersThatItLacks() {
        MajorityRule rule = MajorityRule.defaults().toBuilder()
                .tie(MajorityRule.Tie.CHAIR_PREVAILS)
                .base(MajorityRule.Base.COMPONENTS)
                .build();
        VoteCount count = VoteCount.of(Tally.of(8, 8, 0), 16).withChair(Choice.YES);
        assertEquals(
                Outcome.REJECTED,
                rule.ruling("R8", count, Membership.council(16)).outcome());
    }

    @Test
    void whoMustAbstainIsNeitherInTheBaseNorMayVote() {
        MajorityRule rule = MajorityRule.defaults().toBuilder()
                .base(MajorityRule.Base.PRESENT)
                .build();
        VoteCount count = VoteCount.of(Tally.of(5, 4, 0), 11).withRecused(2);
        VoteRuling ruling = rule.ruling("R4", count, Membership.council(16));
        assertEquals(9, ruling.base());
        assertEquals(Outcome.APPROVED, ruling.outcome());
        assertEquals(
                List.of("RECUSED_VOTED"),
                rule.ruling("R4", VoteCount.of(Tally.of(5, 4, 1), 11).withRecused(2), Membership.council(16))
                        .warnings());
        RecusalRule out = RecusalRule.defaults().toBuilder()
                .quorum(RecusalRule.Quorum.NOT_COUNTED)
                .build();
        assertEquals(new Attendance(9, false), out.forQuorum(new Attendance(11, true), new Attendance(2, true)));
    }

    @ParameterizedTest
    @CsvSource({
        "12, -1, 0, APPROVED",
        "11, -1, 0, REJECTED",
        "11, 9, 10, REJECTED",
        "9, 9, 30, REJECTED",
        "8, 9, 30, REJECTED"
    })
    void aStatuteNeedsTwoThirdsOrTwiceTheMajority(int first, int second, int days, Outcome outcome) {
        LocalDate day = LocalDate.of(2026, 3, 2);
        List<StatuteRule.Vote> votes = new ArrayList<>();
        votes.add(new StatuteRule.Vote(day, VoteCount.of(Tally.of(first, 0, 0), 17)));
        if (second >= 0) {
            votes.add(new StatuteRule.Vote(day.plusDays(days), VoteCount.of(Tally.of(second, 0, 0), 17)));
        }
        VoteRuling ruling = StatuteRule.defaults().ruling(votes, Membership.council(16));
        assertEquals(outcome, ruling.outcome());
        assertEquals(outcome == Outcome.REJECTED, ruling.repeatBy().isPresent());
    }

    @Test
    void aStatutePassesWithTwoAbsoluteMajoritiesWithinThirtyDaysNotNecessarilyInARow() {
        LocalDate day = LocalDate.of(2026, 3, 2);
        List<StatuteRule.Vote> votes = List.of(
                new StatuteRule.Vote(day, VoteCount.of(Tally.of(11, 0, 0), 17)),
                new StatuteRule.Vote(day.plusDays(5), VoteCount.of(Tally.of(9, 0, 0), 17)),
                new StatuteRule.Vote(day.plusDays(10), VoteCount.of(Tally.of(8, 0, 0), 17)),
                new StatuteRule.Vote(day.plusDays(30), VoteCount.of(Tally.of(9, 0, 0), 17)));
        Membership body = Membership.council(16);
        assertEquals(
                Outcome.APPROVED, StatuteRule.defaults().ruling(votes, body).outcome());
        List<StatuteRule.Vote> late = new ArrayList<>(votes.subList(0, 3));
        late.add(new StatuteRule.Vote(day.plusDays(31), VoteCount.of(Tally.of(9, 0, 0), 17)));
        assertEquals(Outcome.REJECTED, StatuteRule.defaults().ruling(late, body).outcome());
        StatuteRule counting = StatuteRule.defaults().toBuilder()
                .firstVote(StatuteRule.FirstVote.COUNTED)
                .build();
        assertEquals(
                Outcome.APPROVED, counting.ruling(votes.subList(0, 2), body).outcome());
        assertThrows(MinutesException.class, () -> counting.ruling(List.of(votes.get(1), votes.get(0)), body));
    }

    @Test
    void twoFifthsOfTheAssignedSignNoConfidence() {
        NoConfidenceRule rule = NoConfidenceRule.defaults();
        assertTrue(rule.signatures(Membership.council(16), 7).holds());
        assertEquals(false, rule.signatures(Membership.council(16), 6).holds());
    }

    @Test
    void aMatterOrAKindMayHaveAMajorityOfItsOwn() {
        Membership body = Membership.council(16);
        VoteCount nine = VoteCount.of(Tally.of(9, 0, 0), 17);
        assertEquals(
                "R10", COUNCIL.vote(VoteKind.MAIN, Matter.STATUTE, nine, body).rule());
        assertEquals(12, COUNCIL.vote(VoteKind.MAIN, Matter.STATUTE, nine, body).required());
        assertEquals(
                9,
                COUNCIL.vote(VoteKind.MAIN, Matter.COUNCIL_REGULATION, nine, body)
                        .required());
        assertEquals(
                9, COUNCIL.vote(VoteKind.MAIN, Matter.NO_CONFIDENCE, nine, body).required());
        assertEquals(
                5, COUNCIL.vote(VoteKind.AMENDMENT, Matter.STATUTE, nine, body).required());
    }
}
