// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.voting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.TestCouncil;
import eu.digitalminutes.core.event.Attending;
import eu.digitalminutes.core.event.Choice;
import eu.digitalminutes.core.event.Matter;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.event.VotingMethod;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.rules.LocalRules;
import eu.digitalminutes.core.ruling.VoteRuling;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VoteResultTest {
    private static final LocalRules RULES = LocalRules.ordinaryCouncil();

    private static TestCouncil council(VoteKind kind, Matter matter, int yes, int no, int abstained) {
        return new TestCouncil()
                .replace(
                        Voting.VoteOpened.class,
                        new Voting.VoteOpened("v1", "item-1", kind, VotingMethod.ROLL_CALL, "", matter))
                .replace(Voting.VoteClosed.class, TestCouncil.closed("v1", yes, no, abstained));
    }

    private static VoteRuling result(TestCouncil council) {
        Meeting meeting = council.meeting();
        return VoteResult.of(Vote.allOf(meeting).get(0), meeting, RULES).orElseThrow();
    }

    @Test
    void theResultNamesRuleBaseRequiredAndCounted() {
        VoteRuling ruling = result(council(VoteKind.MAIN, Matter.ORDINARY, 3, 2, 1));
        assertEquals(Outcome.APPROVED, ruling.outcome());
        assertEquals(5, ruling.base());
        assertEquals(3, ruling.required());
        assertEquals(3, ruling.counted());
        assertTrue(
                ruling.explanation().italian().contains("3"),
                ruling.explanation().italian());
    }

    @Test
    void immediateExecutionAndTheStatuteWantMoreThanTheMainVote() {
        assertEquals(
                Outcome.APPROVED,
                result(council(VoteKind.MAIN, Matter.ORDINARY, 3, 0, 3)).outcome());
        assertEquals(
                Outcome.REJECTED,
                result(council(VoteKind.IMMEDIATE_EXECUTION, Matter.ORDINARY, 3, 0, 3))
                        .outcome());
        assertEquals(
                Outcome.REJECTED,
                result(council(VoteKind.MAIN, Matter.STATUTE, 3, 0, 3)).outcome());
    }

    @Test
    void aCountThatCannotBeHasNoResult() {
        Meeting meeting = council(VoteKind.MAIN, Matter.ORDINARY, 3, 2, 1)
                .replace(Voting.VoteClosed.class, new Voting.VoteClosed("v1", Tally.of(9, 0, 0), Map.of()))
                .meeting();
        assertTrue(VoteResult.of(Vote.allOf(meeting).get(0), meeting, RULES).isEmpty());
    }

    @Test
    void everyMemberHasAStateAtAVote() {
        Meeting meeting = new TestCouncil()
                .absent("c5")
                .absent("c6")
                .at(8, new Attending.Excused("c5", "malattia"))
                .at(8, new Attending.OnMission("c6", "ANCI"))
                .at(33, new Attending.Recused("c3", "item-1"))
                .at(34, new Attending.Recused("c4", "item-1"))
                .at(35, new Attending.Left("c4", ""))
                .replace(
                        Voting.VoteClosed.class,
                        new Voting.VoteClosed("v1", Tally.of(1, 1, 0), Map.of("c1", Choice.YES, "c2", Choice.NO)))
                .meeting();
        assertEquals(
                Map.of(
                        "c1", VoterState.YES,
                        "c2", VoterState.NO,
                        "c3", VoterState.BOUND_INSIDE,
                        "c4", VoterState.BOUND_OUTSIDE,
                        "c5", VoterState.EXCUSED,
                        "c6", VoterState.ON_MISSION),
                VoterStates.of(Vote.allOf(meeting).get(0), meeting));
    }

    @Test
    void ofASecretBallotNoStateTellsTheChoice() {
        Meeting meeting = new TestCouncil()
                .replace(
                        Voting.VoteOpened.class,
                        new Voting.VoteOpened("v1", "item-1", VoteKind.MAIN, VotingMethod.SECRET_BALLOT, ""))
                .replace(Voting.VoteClosed.class, new Voting.VoteClosed("v1", Tally.of(5, 1, 0), Map.of()))
                .meeting();
        assertEquals(
                Map.of(
                        "c1", VoterState.VOTED,
                        "c2", VoterState.VOTED,
                        "c3", VoterState.VOTED,
                        "c4", VoterState.VOTED,
                        "c5", VoterState.VOTED,
                        "c6", VoterState.VOTED),
                VoterStates.of(Vote.allOf(meeting).get(0), meeting));
    }

    @Test
    void anAnnulledVoteIsKnownAsSuch() {
        Meeting meeting = new TestCouncil()
                .at(61, new Voting.VoteAnnulled("v1", "errore di conteggio"))
                .meeting();
        assertTrue(Vote.allOf(meeting).get(0).isAnnulled());
        assertFalse(Vote.allOf(new TestCouncil().meeting()).get(0).isAnnulled());
    }
}
