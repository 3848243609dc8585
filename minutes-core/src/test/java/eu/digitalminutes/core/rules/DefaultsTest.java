// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.event.Matter;
import eu.digitalminutes.core.event.VoteKind;
import org.junit.jupiter.api.Test;

/** Every row of the table of rules has a default, and every default cites where it comes from. */
class DefaultsTest {
    private final LocalRules council = LocalRules.ordinaryCouncil();
    private final LocalRules board = LocalRules.executiveBoard();

    private static void cites(String citation, String source) {
        assertTrue(source.contains(citation), source + " does not cite " + citation);
    }

    @Test
    void r1HalfOfTheAssignedOnFirstCallAndAThirdOnSecond() {
        assertEquals(Fraction.HALF, council.firstCall().fraction());
        assertEquals(Fraction.THIRD, council.secondCall().fraction());
        assertEquals(QuorumRule.Mayor.NOT_COUNTED, council.firstCall().mayor());
        assertEquals(QuorumRule.Base.ASSIGNED, council.firstCall().base());
        cites("TUEL 38(2)", council.firstCall().source());
        cites("DAIT 14107", council.secondCall().source());
    }

    @Test
    void r2TheQuorumIsVerifiedAlwaysAndThroughout() {
        assertEquals(QuorumRule.Verification.ALWAYS, council.firstCall().verification());
        assertEquals(QuorumRule.When.THROUGHOUT, council.firstCall().when());
    }

    @Test
    void r3AFractionOfAMemberIsAMember() {
        assertEquals(Rounding.CEILING, council.firstCall().rounding());
    }

    @Test
    void r4MoreThanHalfOfTheVotersApprove() {
        assertEquals(MajorityRule.Measure.MORE_THAN, council.majority().measure());
        assertEquals(MajorityRule.Base.VOTERS, council.majority().base());
        assertEquals(Fraction.HALF, council.majority().fraction());
    }

    @Test
    void r5WhoAbstainsIsNoVoter() {
        assertEquals(MajorityRule.Abstentions.NOT_VOTERS, council.majority().abstentions());
        cites("TAR Lombardia-Brescia 680/2020", council.majority().source());
    }

    @Test
    void r6BlankAndVoidBallotsAreVotes() {
        assertEquals(MajorityRule.Blanks.VOTERS, council.majority().blanks());
    }

    @Test
    void r7WhoMustAbstainMayStayAndCountsForTheQuorum() {
        assertEquals(RecusalRule.Room.MAY_STAY, council.recusal().room());
        assertEquals(RecusalRule.Quorum.COUNTED, council.recusal().quorum());
        cites("TUEL 78(2)", council.recusal().source());
    }

    @Test
    void r8ImmediateExecutionNeedsTheMajorityOfTheComponentsOfCouncilAndBoard() {
        for (LocalRules rules : new LocalRules[] {council, board}) {
            MajorityRule rule = rules.majorityRule(VoteKind.IMMEDIATE_EXECUTION, Matter.ORDINARY);
            assertEquals(MajorityRule.Base.COMPONENTS, rule.base());
            cites("TUEL 134(4)", rule.source());
        }
    }

    @Test
    void r9TheTenDaysRunFromTheBeginningOfPublication() {
        assertEquals(10, council.publication().executableAfterDays());
        assertEquals(
                PublicationRule.Reading.FROM_BEGINNING, council.publication().reading());
        assertEquals(PublicationRule.FirstDay.COUNTED, council.publication().firstDay());
        assertEquals(15, council.publication().days());
        cites("134(3)", council.publication().source());
        cites("TUEL 124(1)", council.publication().source());
    }

    @Test
    void r10TwoThirdsOfAllOrTwiceTheAbsoluteMajorityWithinThirtyDaysMakeAStatute() {
        assertEquals(new Fraction(2, 3), council.statute().fraction());
        assertEquals(30, council.statute().withinDays());
        assertEquals(2, council.statute().times());
        MajorityRule rule = council.majorityRule(VoteKind.MAIN, Matter.STATUTE);
        assertEquals(new Fraction(2, 3), rule.fraction());
        assertEquals(MajorityRule.Base.COMPONENTS, rule.base());
        cites("TUEL 6(4)", rule.source());
        cites("DAIT 14172", council.statute().source());
    }

    @Test
    void r11TheCouncilsRegulationNeedsTheAbsoluteMajority() {
        MajorityRule rule = council.majorityRule(VoteKind.MAIN, Matter.COUNCIL_REGULATION);
        assertEquals(MajorityRule.Base.COMPONENTS, rule.base());
        cites("TUEL 38(2)", rule.source());
    }

    @Test
    void r12TwoFifthsBringAMotionOfNoConfidenceToBeDiscussedFromTheTenthToTheThirtiethDay() {
        assertEquals(new Fraction(2, 5), council.noConfidence().fraction());
        assertEquals(10, council.noConfidence().notBeforeDays());
        assertEquals(30, council.noConfidence().notAfterDays());
        cites("TUEL 52", council.noConfidence().source());
        cites(
                "TUEL 52",
                council.majorityRule(VoteKind.MAIN, Matter.NO_CONFIDENCE).source());
    }

    @Test
    void r13ThreeScrutineersOneOfTheMinorityAndNoRunOff() {
        assertEquals(3, council.elections().scrutineers());
        assertEquals(1, council.elections().minorityScrutineers());
        assertEquals(ElectionRule.RunOff.FORBIDDEN, council.elections().runOff());
        assertEquals(ElectionRule.Threshold.RELATIVE, council.elections().firstRound());
        cites("DAIT 13857", council.elections().source());
    }

    @Test
    void r14ATieRejects() {
        assertEquals(MajorityRule.Tie.REJECTED, council.majority().tie());
        assertEquals(MajorityRule.Tie.REJECTED, board.majority().tie());
    }

    @Test
    void r15TheBoardIsQuorateWithHalfOfItsComponentsSitsInPrivateAndTellsTheGroupLeaders() {
        assertEquals(QuorumRule.Base.COMPONENTS, board.firstCall().base());
        assertEquals(Fraction.HALF, board.secondCall().fraction());
        assertEquals(MinutesRule.Sittings.NOT_PUBLIC, board.minutes().sittings());
        assertEquals(
                PublicationRule.GroupLeaders.AT_PUBLICATION, board.publication().groupLeaders());
        assertEquals(PublicationRule.GroupLeaders.NOT_DUE, council.publication().groupLeaders());
        cites("TUEL 47, 48", board.firstCall().source());
    }

    @Test
    void r16FiveThreeDaysOrTwentyFourHoursOfNotice() {
        ConvocationRule rule = council.convocation();
        assertEquals(5, rule.ordinaryDays());
        assertEquals(3, rule.extraordinaryDays());
        assertEquals(24, rule.urgentHours());
        assertEquals(24, rule.addedItemHours());
        assertEquals(0, rule.documentHours());
        assertEquals(ConvocationRule.Days.CLEAR, rule.days());
        assertEquals(ConvocationRule.Holidays.COUNTED, rule.holidays());
        cites("DAIT 12972", rule.source());
    }

    @Test
    void r17AFifthAsksForASittingThatIsHeldWithinTwentyDays() {
        assertEquals(5, council.convocation().requestDenominator());
        assertEquals(20, council.convocation().requestedWithinDays());
        cites("TUEL 39(2)", council.convocation().source());
    }

    @Test
    void r18SecondCallIsOnAnotherDayAndASittingIsDesertedAfterAnHour() {
        assertEquals(1, council.convocation().secondCallDays());
        assertEquals(60, council.convocation().graceMinutes());
    }

    @Test
    void r19AnOpinionIsDueSaveOnPolicyAndOnAccountsWhereThereAreEffects() {
        assertEquals(OpinionRule.Technical.SAVE_POLICY_ACTS, council.opinions().technical());
        assertEquals(OpinionRule.Accounting.WITH_EFFECTS, council.opinions().accounting());
        cites("TUEL 49", council.opinions().source());
    }

    @Test
    void r20SpendingNeedsTheVisaBeforeItTakesEffect() {
        assertEquals(OpinionRule.Coverage.BEFORE_EFFECT, council.opinions().coverage());
        cites("183(7)", council.opinions().source());
    }

    @Test
    void r21AnAmendmentOfSubstanceNeedsNewOpinions() {
        assertEquals(OpinionRule.Amendments.NEW_OPINIONS, council.opinions().amendments());
        cites("TUEL 49", council.opinions().source());
    }

    @Test
    void r22PresidentAndSecretarySignAndTheNextSittingApproves() {
        assertEquals(
                MinutesRule.Signers.PRESIDENT_AND_SECRETARY, council.minutes().signers());
        assertEquals(MinutesRule.Approval.NEXT_SITTING, council.minutes().approval());
        assertEquals(MinutesRule.Substitute.MEMBER, council.minutes().secretarySubstitute());
        cites("TUEL 97(4)(a)", council.minutes().source());
    }

    @Test
    void r23TheClosedPartIsNotRecorded() {
        assertEquals(MinutesRule.ClosedPart.NOT_RECORDED, council.minutes().closedPart());
    }

    @Test
    void above15000InhabitantsAnElectedPresidentPresides() {
        assertEquals(LocalRules.Presidency.MAYOR, council.presidency());
        assertEquals(
                LocalRules.Presidency.ELECTED_PRESIDENT,
                LocalRules.councilAbove15000().presidency());
        cites("39(1)", LocalRules.councilAbove15000().source());
    }
}
