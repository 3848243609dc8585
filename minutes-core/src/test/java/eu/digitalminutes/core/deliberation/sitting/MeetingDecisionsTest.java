// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation.sitting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.TestCouncil;
import eu.digitalminutes.core.deliberation.Deliberation;
import eu.digitalminutes.core.deliberation.DeliberationState;
import eu.digitalminutes.core.deliberation.Iter;
import eu.digitalminutes.core.deliberation.Refusal;
import eu.digitalminutes.core.deliberation.step.Preparation;
import eu.digitalminutes.core.deliberation.step.StepKind;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.event.VotingMethod;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.OrganKind;
import eu.digitalminutes.core.meeting.Publicity;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.proposal.Effect;
import eu.digitalminutes.core.proposal.Opinion;
import eu.digitalminutes.core.proposal.OpinionKind;
import eu.digitalminutes.core.proposal.OpinionOutcome;
import eu.digitalminutes.core.proposal.Proposal;
import eu.digitalminutes.core.rules.LocalRules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the minutes of the test council say of proposal 41/2026, its second point. */
class MeetingDecisionsTest {
    private static final Proposal PROPOSAL = Proposal.of("41/2026", "Assessore al bilancio")
            .withOpinion(TestCouncil.opinion(OpinionKind.TECHNICAL))
            .withOpinion(TestCouncil.opinion(OpinionKind.ACCOUNTING))
            .withEffect(Effect.DIRECT);

    private static Deliberation proposed() {
        return Iter.next(
                Iter.act(OrganKind.COUNCIL, PROPOSAL, LocalRules.ordinaryCouncil()), new Preparation.Proposed());
    }

    private static TestCouncil treated() {
        return new TestCouncil().at(61, new Business.ItemOpened("item-2"));
    }

    private static TestCouncil voted(TestCouncil council, int second, String vote, VoteKind kind, int yes) {
        return council.at(second, new Voting.VoteOpened(vote, "item-2", kind, VotingMethod.ROLL_CALL, ""))
                .at(second + 1, TestCouncil.closed(vote, yes, 6 - yes, 0))
                .at(second + 2, new Voting.Proclaimed(vote, yes > 3 ? Outcome.APPROVED : Outcome.REJECTED));
    }

    private static Advanced advance(TestCouncil council) {
        return MeetingDecisions.of(council.minutes()).advance(proposed(), "Segretario", "");
    }

    private static List<String> codes(Advanced advanced) {
        return advanced.refusals().stream().map(Refusal::code).toList();
    }

    @Test
    void approvedWithImmediateExecution() {
        TestCouncil council = voted(treated(), 65, "v2", VoteKind.MAIN, 6);
        Advanced advanced = advance(voted(council, 70, "v3", VoteKind.IMMEDIATE_EXECUTION, 5));
        assertEquals(List.of(), advanced.refusals());
        Deliberation act = advanced.act();
        assertEquals(DeliberationState.APPROVED, act.state());
        assertTrue(act.standing().isImmediate());
        assertEquals(5, act.history().size());
        assertEquals("v2", act.standing().approval().orElseThrow().vote());
        assertEquals(6, act.standing().approval().orElseThrow().turnout().present());
    }

    @Test
    void theSameMinutesMoveAnActOnce() {
        TestCouncil council = voted(treated(), 65, "v2", VoteKind.MAIN, 6);
        MeetingDecisions decisions = MeetingDecisions.of(council.minutes());
        Deliberation once = decisions.advance(proposed(), "Segretario", "").act();
        assertEquals(new Advanced(once, List.of()), decisions.advance(once, "Segretario", ""));
    }

    @Test
    void rejectedPostponedWithdrawnAndNotTreated() {
        assertEquals(
                DeliberationState.REJECTED,
                advance(voted(treated(), 65, "v2", VoteKind.MAIN, 2)).act().state());
        assertEquals(
                DeliberationState.POSTPONED,
                advance(treated().at(65, new Business.ItemPostponed("item-2", "mancano i dati")))
                        .act()
                        .state());
        Deliberation withdrawn = advance(treated().at(65, new Business.ItemWithdrawn("item-2", "da rivedere")))
                .act();
        assertEquals(DeliberationState.WITHDRAWN, withdrawn.state());
        assertEquals("da rivedere", withdrawn.history().get(3).reason());
        assertEquals(
                DeliberationState.POSTPONED, advance(new TestCouncil()).act().state());
    }

    @Test
    void aVoteThatTheCheckOfTheMinutesFailsMovesNothing() {
        TestCouncil council = treated()
                .at(65, new Voting.VoteOpened("v2", "item-2", VoteKind.MAIN, VotingMethod.ROLL_CALL, ""))
                .at(66, TestCouncil.closed("v2", 3, 1, 0))
                .at(67, new Voting.Proclaimed("v2", Outcome.APPROVED));
        Advanced advanced = advance(council);
        assertEquals(List.of("TALLY_INCOHERENT"), codes(advanced));
        assertEquals(proposed().state(), advanced.act().state());
        TestCouncil wrong = treated()
                .at(65, new Voting.VoteOpened("v2", "item-2", VoteKind.MAIN, VotingMethod.ROLL_CALL, ""))
                .at(66, TestCouncil.closed("v2", 2, 4, 0))
                .at(67, new Voting.Proclaimed("v2", Outcome.APPROVED));
        assertEquals(List.of("OUTCOME_WRONG"), codes(advance(wrong)));
        TestCouncil silent = treated()
                .at(65, new Voting.VoteOpened("v2", "item-2", VoteKind.MAIN, VotingMethod.ROLL_CALL, ""))
                .at(66, TestCouncil.closed("v2", 6, 0, 0));
        assertEquals(List.of("VOTE_NOT_PROCLAIMED"), codes(advance(silent)));
    }

    @Test
    void aVoteWithoutQuorumMovesNothing() {
        TestCouncil council = treated();
        for (String seat : List.of("c3", "c4", "c5", "c6")) {
            council.absent(seat);
        }
        council.at(65, new Voting.VoteOpened("v2", "item-2", VoteKind.MAIN, VotingMethod.ROLL_CALL, ""))
                .at(66, TestCouncil.closed("v2", 2, 0, 0))
                .at(67, new Voting.Proclaimed("v2", Outcome.APPROVED));
        assertTrue(codes(advance(council)).contains("QUORUM_MISSING"));
    }

    private static Advanced amended(Proposal inTheMinutes) {
        TestCouncil council = new TestCouncil().at(61, new Business.ItemOpened("item-3"));
        for (VoteKind kind : List.of(VoteKind.AMENDMENT, VoteKind.MAIN)) {
            int second = kind == VoteKind.AMENDMENT ? 65 : 70;
            String vote = "v-" + kind.code();
            council.append(second, new Voting.VoteOpened(vote, "item-3", kind, VotingMethod.ROLL_CALL, ""))
                    .append(second, TestCouncil.closed(vote, 6, 0, 0))
                    .append(second, new Voting.Proclaimed(vote, Outcome.APPROVED));
        }
        council.without(Conduct.Closed.class).append(100, new Conduct.Closed());
        AgendaItem third =
                AgendaItem.of("item-3", "3", "Mutuo", Publicity.PUBLIC).withProposal(inTheMinutes);
        Minutes minutes = TestCouncil.minutes(council.meeting(builder -> builder.agenda(List.of(third))));
        Deliberation act = Iter.examined(
                Iter.act(OrganKind.COUNCIL, Proposal.of("50/2026", "Assessore"), LocalRules.ordinaryCouncil()));
        return MeetingDecisions.of(minutes).advance(act, "Segretario", "");
    }

    @Test
    void anAmendmentTakesTheOpinionsOfTheDayAlong() {
        Proposal without = Proposal.of("50/2026", "Assessore").withOpinion(TestCouncil.opinion(OpinionKind.TECHNICAL));
        assertEquals(List.of("OPINION_MISSING"), codes(amended(without)));
        Advanced advanced = amended(without.withOpinion(ofTheDay(OpinionKind.TECHNICAL)));
        assertEquals(List.of(), advanced.refusals());
        assertEquals(DeliberationState.APPROVED, advanced.act().state());
        assertEquals(
                StepKind.OPINION_GIVEN, advanced.act().history().get(6).what().kind());
    }

    private static Opinion ofTheDay(OpinionKind kind) {
        return new Opinion(kind, OpinionOutcome.FAVOURABLE, "Carla Neri", TestCouncil.START.toLocalDate(), "");
    }

    @Test
    void anActThatWasNotOnTheAgendaStaysWhereItIs() {
        MeetingDecisions decisions = MeetingDecisions.of(new TestCouncil().minutes());
        assertEquals(new Advanced(Iter.plain(), List.of()), decisions.advance(Iter.plain(), "Segretario", ""));
        assertEquals(List.of(), decisions.advance(List.of(Iter.plain()), "Segretario"));
        assertEquals(
                1,
                decisions
                        .advance(List.of(Iter.plain(), proposed()), "Segretario")
                        .size());
    }
}
