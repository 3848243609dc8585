// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation;

import static eu.digitalminutes.core.deliberation.Iter.next;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.deliberation.step.Advance;
import eu.digitalminutes.core.deliberation.step.Ballot;
import eu.digitalminutes.core.deliberation.step.Completion;
import eu.digitalminutes.core.deliberation.step.Decision;
import eu.digitalminutes.core.deliberation.step.DeliberationNumber;
import eu.digitalminutes.core.deliberation.step.Ending;
import eu.digitalminutes.core.deliberation.step.ExecutabilityGround;
import eu.digitalminutes.core.deliberation.step.Preparation;
import eu.digitalminutes.core.deliberation.step.Step;
import eu.digitalminutes.core.deliberation.step.StepKind;
import eu.digitalminutes.core.deliberation.step.Turnout;
import eu.digitalminutes.core.event.Matter;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.meeting.MeetingId;
import eu.digitalminutes.core.meeting.OrganKind;
import eu.digitalminutes.core.minutes.Approval;
import eu.digitalminutes.core.minutes.RectificationKind;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.proposal.Opinion;
import eu.digitalminutes.core.proposal.OpinionKind;
import eu.digitalminutes.core.proposal.OpinionOutcome;
import eu.digitalminutes.core.proposal.Proposal;
import eu.digitalminutes.core.rules.LocalRules;
import eu.digitalminutes.core.rules.OpinionRule;
import eu.digitalminutes.core.rules.PublicationRule;
import eu.digitalminutes.core.ruling.Membership;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whole iters, each a story that happens in town halls. */
class IterWalksTest {
    private static final MeetingId BOARD = new MeetingId("c_z998", OrganKind.EXECUTIVE_BOARD, 2026, 31);

    private static List<String> codes(Deliberation act, Advance what) {
        return act.refusals(Iter.step(act, what)).stream().map(Refusal::code).toList();
    }

    @Test
    void aCouncilActThatSpendsGoesFromDraftToPreservation() {
        Deliberation act = Iter.executable();
        assertEquals(DeliberationState.EXECUTABLE, act.state());
        assertTrue(act.standing().lacksCommitments());
        act = next(act, Iter.committed(act, 1));
        assertEquals(DeliberationState.EXECUTABLE, act.state());
        act = next(act, Iter.committed(act, 2));
        assertEquals(DeliberationState.COMMITTED, act.state());
        act = next(act, new Completion.Preserved(Iter.DIGEST));
        assertEquals(DeliberationState.PRESERVED, act.state());
        assertEquals(14, act.history().size());
        assertEquals(Optional.of(Iter.DIGEST), act.standing().receipt());
    }

    @Test
    void theBoardDeclaresExecutableAtOnceAndTheGroupLeadersAreToldAtPublication() {
        Deliberation act =
                Iter.act(OrganKind.EXECUTIVE_BOARD, Proposal.of("8/2026", "Sindaco"), LocalRules.executiveBoard());
        act = next(
                act,
                new Preparation.Proposed(),
                Iter.opinion(OpinionKind.TECHNICAL),
                new Preparation.PutOnAgenda(BOARD, "a"),
                new Decision.DiscussionOpened(BOARD));
        act = next(
                act,
                new Decision.Voted(board("v1", VoteKind.MAIN, 3, Outcome.APPROVED)),
                new Decision.ImmediateExecutionVoted(board("v2", VoteKind.IMMEDIATE_EXECUTION, 3, Outcome.APPROVED)),
                Iter.effectAtOnce("2026-03-02"));
        assertEquals(DeliberationState.EXECUTABLE, act.state());
        act = next(
                act,
                new Completion.Numbered(new DeliberationNumber("c_z998", OrganKind.EXECUTIVE_BOARD, 2026, 1)),
                Iter.signed(),
                Iter.albo("2026-03-03", "2026-03-17"));
        assertEquals(List.of("GROUP_LEADERS_MISSING"), codes(act, new Completion.Preserved(Iter.DIGEST)));
        act = next(
                act,
                new Completion.GroupLeadersNotified(LocalDate.of(2026, 3, 3)),
                new Completion.Preserved(Iter.DIGEST));
        assertEquals(DeliberationState.PRESERVED, act.state());
    }

    private static Ballot board(String vote, VoteKind kind, int yes, Outcome outcome) {
        return Ballot.of(BOARD, vote, kind, Turnout.of(4, 3), Tally.of(yes, 3 - yes, 0), outcome);
    }

    @Test
    void immediateExecutionNeedsAVoteOfItsOwnWithTheMajorityOfTheComponents() {
        Deliberation act = next(Iter.discussed(Iter.examined(Iter.plain())), Iter.voted(7, 0));
        Ballot short6 = Ballot.of(
                Iter.SITTING,
                "v2",
                VoteKind.IMMEDIATE_EXECUTION,
                Turnout.of(12, 7),
                Tally.of(6, 1, 0),
                Outcome.APPROVED);
        assertEquals(List.of("OUTCOME_WRONG"), codes(act, new Decision.ImmediateExecutionVoted(short6)));
        Ballot same = Iter.ballot(Iter.SITTING, "v1", VoteKind.IMMEDIATE_EXECUTION, 7, 0);
        assertEquals(List.of("IMMEDIATE_NOT_SEPARATE"), codes(act, new Decision.ImmediateExecutionVoted(same)));
        Ballot elsewhere = Iter.ballot(Iter.LATER, "v2", VoteKind.IMMEDIATE_EXECUTION, 7, 0);
        assertEquals(List.of("OTHER_MEETING"), codes(act, new Decision.ImmediateExecutionVoted(elsewhere)));
        Deliberation refused = next(act, Iter.immediate(3, 4));
        assertFalse(refused.standing().isImmediate());
        assertEquals(List.of("NOT_IMMEDIATE"), codes(refused, Iter.effectAtOnce("2026-03-02")));
        assertTrue(next(act, Iter.immediate(7, 0)).standing().isImmediate());
    }

    @Test
    void effectFollowsTheReadingThatTheMunicipalityChose() {
        assertEquals(List.of("NOT_YET_EXECUTABLE"), codes(Iter.published(), Iter.effect("2026-03-14")));
        assertEquals(List.of(), codes(Iter.published(), Iter.effect("2026-03-15")));
        LocalRules fromEnd = LocalRules.ordinaryCouncil().toBuilder()
                .publication(PublicationRule.defaults().toBuilder()
                        .reading(PublicationRule.Reading.FROM_END)
                        .build())
                .build();
        Deliberation other = next(
                Iter.discussed(Iter.examined(Iter.act(OrganKind.COUNCIL, Iter.spendingProposal(), fromEnd))),
                Iter.voted(13, 0),
                Iter.numbered(1),
                Iter.signed(),
                Iter.albo("2026-03-05", "2026-03-19"));
        LocalDate first =
                other.standing().executableFrom().orElseThrow().firstDay().orElseThrow();
        assertEquals(LocalDate.of(2026, 3, 30), first);
        assertEquals(List.of("NOT_YET_EXECUTABLE"), codes(other, Iter.effect("2026-03-15")));
        assertEquals(List.of("NOT_YET_EXECUTABLE"), codes(other, Iter.effect("2026-03-29")));
        assertEquals(List.of(), codes(other, Iter.effect("2026-03-30")));
    }

    @Test
    void effectIsNotRecordedBeforeItsDayNorBeforeAdoption() {
        Step early = new Step(
                OffsetDateTime.parse("2026-03-10T09:00:00+01:00"), "Segretario", "", Iter.effect("2026-03-15"));
        assertEquals("EFFECT_IN_FUTURE", Iter.published().refusals(early).get(0).code());
        assertEquals(
                List.of("BEFORE_ADOPTION", "NOT_YET_EXECUTABLE"), codes(Iter.published(), Iter.effect("2026-03-01")));
    }

    @Test
    void fourteenDaysAtTheAlboAreTooFew() {
        Deliberation act = next(Iter.approved(), Iter.numbered(1), Iter.signed());
        assertEquals(List.of("ALBO_TOO_SHORT"), codes(act, Iter.albo("2026-03-05", "2026-03-18")));
        assertEquals(List.of("BEFORE_ADOPTION"), codes(act, Iter.albo("2026-03-01", "2026-03-18")));
        assertEquals(List.of(), codes(act, Iter.albo("2026-03-05", "2026-03-19")));
    }

    @Test
    void aVoteWithoutQuorumOrWithAnotherOutcomeThanItsCountMovesNothing() {
        Deliberation act = Iter.discussed(Iter.examined(Iter.plain()));
        Ballot empty =
                Ballot.of(Iter.SITTING, "v1", VoteKind.MAIN, Turnout.of(12, 3), Tally.of(3, 0, 0), Outcome.APPROVED);
        assertEquals(List.of("QUORUM_MISSING"), codes(act, new Decision.Voted(empty)));
        Ballot wrong =
                Ballot.of(Iter.SITTING, "v1", VoteKind.MAIN, Turnout.of(12, 13), Tally.of(5, 8, 0), Outcome.APPROVED);
        assertEquals(List.of("OUTCOME_WRONG"), codes(act, new Decision.Voted(wrong)));
        Refusal why = act.refusals(Iter.step(act, new Decision.Voted(wrong))).get(0);
        assertTrue(why.basis().startsWith("R4; "), why.basis());
    }

    @Test
    void aRejectedProposalIsOver() {
        Deliberation act = next(Iter.discussed(Iter.examined(Iter.plain())), Iter.voted(6, 7));
        assertEquals(DeliberationState.REJECTED, act.state());
        assertEquals(List.of("ALREADY_FINAL"), codes(act, Iter.numbered(1)));
    }

    @Test
    void postponedTwiceThenApproved() {
        Deliberation act = Iter.examined(Iter.plain());
        for (MeetingId meeting : List.of(Iter.SITTING, Iter.LATER)) {
            act = next(act, new Preparation.PutOnAgenda(meeting, "item-1"), new Decision.Postponed(meeting));
            assertEquals(DeliberationState.POSTPONED, act.state());
            assertEquals(List.of("NOT_ON_AGENDA"), codes(act, Iter.voted(13, 0)));
        }
        assertEquals(
                DeliberationState.APPROVED,
                next(Iter.discussed(act), Iter.voted(13, 0)).state());
    }

    @Test
    void aSubstantiveAmendmentNeedsOpinionsGivenAfterItAndANewVisaForOtherMoney() {
        Deliberation act = next(
                Iter.discussed(Iter.examined(Iter.spending())), Iter.amended(List.of(Iter.money("101", "900.00"))));
        assertEquals(List.of("OPINION_MISSING"), codes(act, Iter.voted(13, 0)));
        act = next(act, Iter.opinion(OpinionKind.TECHNICAL), Iter.opinion(OpinionKind.ACCOUNTING));
        assertEquals("", act.standing().proposal().coverageVisa());
        Deliberation voted = next(act, Iter.voted(13, 0), Iter.immediate(13, 0));
        assertEquals(List.of("COVERAGE_MISSING"), codes(voted, Iter.effectAtOnce("2026-03-02")));
        assertEquals(
                DeliberationState.EXECUTABLE,
                next(voted, new Preparation.CoverageAttested("Ragioniera"), Iter.effectAtOnce("2026-03-02"))
                        .state());
    }

    @Test
    void whereTheRegulationAsksForItTheVisaIsDueBeforeTheVote() {
        LocalRules strict = LocalRules.ordinaryCouncil().toBuilder()
                .opinions(OpinionRule.defaults().toBuilder()
                        .coverage(OpinionRule.Coverage.BEFORE_VOTE)
                        .build())
                .build();
        Deliberation act = next(
                Iter.act(OrganKind.COUNCIL, Iter.spendingProposal(), strict),
                new Preparation.Proposed(),
                Iter.opinion(OpinionKind.TECHNICAL),
                Iter.opinion(OpinionKind.ACCOUNTING));
        assertEquals(DeliberationState.PROPOSED, act.state());
        assertEquals(List.of("COVERAGE_MISSING"), codes(Iter.discussed(act), Iter.voted(13, 0)));
    }

    @Test
    void whoDepartsFromAnUnfavourableOpinionSaysWhy() {
        Opinion against = new Opinion(
                OpinionKind.TECHNICAL, OpinionOutcome.UNFAVOURABLE, "Carla Neri", LocalDate.of(2026, 3, 2), "manca");
        Deliberation act =
                Iter.discussed(next(Iter.plain(), new Preparation.Proposed(), new Preparation.OpinionGiven(against)));
        Step silent = Step.of(Iter.step(act, Iter.voted(13, 0)).at(), "Segretario", Iter.voted(13, 0));
        assertEquals(
                "REASONS_FOR_DEPARTING_MISSING", act.refusals(silent).get(0).code());
        assertEquals(
                DeliberationState.APPROVED, act.take(silent.because("urgenza")).state());
    }

    @Test
    void aPolicyActNeedsNoOpinion() {
        Deliberation act =
                Iter.act(OrganKind.COUNCIL, Proposal.of("43/2026", "Gruppo").asPolicy(), LocalRules.ordinaryCouncil());
        assertEquals(
                DeliberationState.EXAMINED,
                next(act, new Preparation.Proposed()).state());
    }

    private static Deliberation statute(Deliberation act, String day, int yes) {
        MeetingId meeting =
                new MeetingId("c_z998", OrganKind.COUNCIL, 2026, act.history().size() + 10);
        Deliberation open =
                next(act, new Preparation.PutOnAgenda(meeting, "item-1"), new Decision.DiscussionOpened(meeting));
        Tally tally = Tally.of(yes, 13 - yes, 0);
        Outcome outcome = act.rules()
                .statute()
                .ruling(
                        List.of(new eu.digitalminutes.core.rules.StatuteRule.Vote(
                                LocalDate.parse(day), eu.digitalminutes.core.ruling.VoteCount.of(tally, 13))),
                        Membership.council(12))
                .outcome();
        Ballot ballot = Ballot.of(meeting, "v1", VoteKind.MAIN, Turnout.of(12, 13), tally, outcome)
                .on(Matter.STATUTE);
        OffsetDateTime at = LocalDate.parse(day).atTime(20, 0).atOffset(Iter.START.getOffset());
        Step step = Step.of(at, "Segretario", new Decision.Voted(ballot));
        if (!open.refusals(step).isEmpty()) {
            Ballot approved = Ballot.of(meeting, "v1", VoteKind.MAIN, Turnout.of(12, 13), tally, Outcome.APPROVED)
                    .on(Matter.STATUTE);
            step = Step.of(at, "Segretario", new Decision.Voted(approved));
        }
        return open.take(step);
    }

    @Test
    void aStatuteShortOfTwoThirdsIsAdoptedByTheAbsoluteMajorityTwiceWithinThirtyDays() {
        Deliberation first = statute(Iter.examined(Iter.plain()), "2026-03-02", 8);
        assertEquals(DeliberationState.POSTPONED, first.state());
        assertEquals(Optional.of(LocalDate.of(2026, 4, 1)), first.standing().repeatBy());
        Deliberation second = statute(first, "2026-03-10", 7);
        assertEquals(DeliberationState.POSTPONED, second.state());
        Deliberation third = statute(second, "2026-03-20", 7);
        assertEquals(DeliberationState.APPROVED, third.state());
        assertEquals(
                DeliberationState.APPROVED,
                statute(Iter.examined(Iter.plain()), "2026-03-02", 9).state());
    }

    @Test
    void aStatuteNotAdoptedWithinTheThirtyDaysIsRejected() {
        Deliberation first = statute(Iter.examined(Iter.plain()), "2026-03-02", 8);
        assertEquals(DeliberationState.REJECTED, statute(first, "2026-04-02", 8).state());
    }

    @Test
    void aStatuteIsNotVotedTwiceOnOneDay() {
        Deliberation first = statute(Iter.examined(Iter.plain()), "2026-03-02", 8);
        assertThrows(RefusedStepException.class, () -> statute(first, "2026-03-02", 8));
    }

    @Test
    void aNewActRevokesTheOldOneNamingNumberAndDigestAndTheOldOneKeepsItsHistory() {
        Deliberation older = Iter.executable();
        String number = older.standing().number().orElseThrow().toString();
        Deliberation newer = Iter.published().bearingOn(new Link(LinkKind.REVOKES, number, Optional.of(Iter.DIGEST)));
        MinutesException early = assertThrows(
                MinutesException.class,
                () -> LinkedActs.record(
                        newer, older, older.history().get(9).at().plusDays(40), "Segretario"));
        assertEquals("ACT_NOT_IN_EFFECT", early.code());
        Deliberation inEffect = next(newer, Iter.effect("2026-03-15"));
        OffsetDateTime later = OffsetDateTime.parse("2026-05-01T09:00:00+02:00");
        Deliberation revoked = LinkedActs.record(inEffect, older, later, "Segretario");
        assertEquals(DeliberationState.REVOKED, revoked.state());
        assertEquals(
                older.history(), revoked.history().subList(0, older.history().size()));
        assertEquals(List.of("ALREADY_FINAL"), codes(revoked, Iter.committed(revoked, 1)));
        Deliberation wrong =
                inEffect.bearingOn(new Link(LinkKind.ANNULS, "c_z998-council-2026-0099", Optional.of(Iter.DIGEST)));
        assertEquals(
                "ACT_NOT_LINKED",
                assertThrows(MinutesException.class, () -> LinkedActs.record(wrong, older, later, "Segretario"))
                        .code());
        Deliberation rectifying = inEffect.bearingOn(new Link(LinkKind.RECTIFIES, number, Optional.of(Iter.DIGEST)));
        assertEquals(
                DeliberationState.EXECUTABLE,
                LinkedActs.record(rectifying, older, later, "Segretario").state());
    }

    @Test
    void annullingWithoutReasonsIsRefused() {
        Deliberation act = Iter.executable();
        Step silent =
                Step.of(OffsetDateTime.parse("2026-05-01T09:00:00+02:00"), "Segretario", new Ending.Annulled(Iter.ACT));
        assertEquals("REASON_MISSING", act.refusals(silent).get(0).code());
    }

    @Test
    void approvingMinutesIsADeliberationThatGivesTheirLineageItsApprovalAndItsRectification() {
        Deliberation act = Iter.examined(Iter.plain());
        Deliberation approving =
                act.bearingOn(new Link(LinkKind.APPROVES_MINUTES, "c_z998-council-2026-0006", Optional.empty()));
        assertEquals(
                "ACT_NOT_APPROVED",
                assertThrows(MinutesException.class, () -> LinkedActs.approvalOfMinutes(approving))
                        .code());
        Deliberation approved = next(Iter.discussed(approving), Iter.voted(13, 0));
        assertEquals(
                new Approval(Iter.SITTING.toString(), "v1", LocalDate.of(2026, 3, 2)),
                LinkedActs.approvalOfMinutes(approved));
        Deliberation rectifying = approved.bearingOn(
                new Link(LinkKind.INTEGRATES_MINUTES, "c_z998-council-2026-0006", Optional.of(Iter.DIGEST)));
        assertEquals(
                RectificationKind.INTEGRATION,
                LinkedActs.rectificationOfMinutes(rectifying).kind());
        assertEquals(Iter.DIGEST, LinkedActs.rectificationOfMinutes(rectifying).previous());
        assertEquals(
                "ACT_NOT_LINKED",
                assertThrows(MinutesException.class, () -> LinkedActs.approvalOfMinutes(rectifying))
                        .code());
    }

    @Test
    void stepsOfAnotherOrganYearOrTimeAreRefused() {
        Deliberation act = Iter.examined(Iter.plain());
        assertEquals(List.of("OTHER_ORGAN"), codes(act, new Preparation.PutOnAgenda(BOARD, "a")));
        assertEquals(List.of("OTHER_MEETING"), codes(Iter.discussed(act), new Decision.Postponed(Iter.LATER)));
        DeliberationNumber lastYear = new DeliberationNumber("c_z998", OrganKind.COUNCIL, 2025, 1);
        assertEquals(List.of("NUMBER_OF_OTHER_REGISTER"), codes(Iter.approved(), new Completion.Numbered(lastYear)));
        Step past = Step.of(Iter.START.minusDays(1), "Segretario", new Ending.Withdrawn());
        assertEquals("STEP_OUT_OF_ORDER", act.refusals(past).get(0).code());
        assertEquals(List.of(), act.refusals(StepKind.PUT_ON_AGENDA));
        assertEquals(
                ExecutabilityGround.PUBLICATION,
                Iter.executable().standing().effect().orElseThrow().ground());
    }

    @Test
    void onlyTheOfficerOfTheChapterActsOnItAndOnlyUnderTheKeyOfTheDay() {
        Deliberation act = Iter.executable();
        Step mayor = Step.of(OffsetDateTime.parse("2026-04-01T09:00:00+02:00"), "Sindaco", Iter.committed(act, 1));
        assertEquals("OFFICER_NOT_RESPONSIBLE", act.refusals(mayor).get(0).code());
        Deliberation again = next(act, Iter.reserved(act, 1), Iter.released(act, 1));
        assertEquals("41/2026#1.1", again.standing().funding().get(0).key());
        assertEquals(List.of("ACCOUNTING_KEY_WRONG"), codes(again, Iter.committed(act, 1)));
        Deliberation amended = next(
                Iter.discussed(Iter.examined(Iter.spending())), Iter.amended(List.of(Iter.money("101", "900.00"))));
        assertEquals(List.of("MONEY_OF_OTHER_TEXT"), codes(amended, Iter.reserved(amended, 1)));
    }
}
