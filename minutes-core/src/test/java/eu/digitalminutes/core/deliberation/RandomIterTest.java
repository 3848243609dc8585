// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.deliberation.step.Advance;
import eu.digitalminutes.core.deliberation.step.Ballot;
import eu.digitalminutes.core.deliberation.step.Completion;
import eu.digitalminutes.core.deliberation.step.Decision;
import eu.digitalminutes.core.deliberation.step.Ending;
import eu.digitalminutes.core.deliberation.step.ExecutabilityGround;
import eu.digitalminutes.core.deliberation.step.Preparation;
import eu.digitalminutes.core.deliberation.step.Step;
import eu.digitalminutes.core.deliberation.step.StepKind;
import eu.digitalminutes.core.deliberation.step.Turnout;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.exchange.DeliberationJson;
import eu.digitalminutes.core.proposal.OpinionKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whoever presses whatever button in whatever order. */
class RandomIterTest {
    private final LocalDate from = LocalDate.of(2026, 3, 5);

    private Advance any(Random random, Deliberation act) {
        int yes = random.nextInt(14);
        Outcome outcome = random.nextBoolean() ? Outcome.APPROVED : Outcome.REJECTED;
        VoteKind kind = random.nextBoolean() ? VoteKind.MAIN : VoteKind.IMMEDIATE_EXECUTION;
        Ballot ballot = Ballot.of(
                random.nextInt(5) == 0 ? Iter.LATER : Iter.SITTING,
                "v" + random.nextInt(3),
                kind,
                Turnout.of(12, 13),
                Tally.of(yes, 13 - yes, 0),
                outcome);
        List<Advance> all = List.of(
                new Preparation.Proposed(),
                Iter.opinion(random.nextBoolean() ? OpinionKind.TECHNICAL : OpinionKind.ACCOUNTING),
                new Preparation.CoverageAttested("Ragioniera"),
                new Preparation.PutOnAgenda(Iter.SITTING, "item-1"),
                new Decision.DiscussionOpened(Iter.SITTING),
                kind == VoteKind.MAIN ? new Decision.Voted(ballot) : new Decision.ImmediateExecutionVoted(ballot),
                Iter.voted(13, 0),
                Iter.immediate(13, 0),
                Iter.numbered(1),
                Iter.signed(),
                new Completion.Published("5", from, from.plusDays(10 + random.nextInt(8))),
                Iter.effect("2026-03-" + (10 + random.nextInt(10))),
                Iter.effectAtOnce("2026-03-02"),
                Iter.amended(List.of(Iter.money("101", "10.00"))),
                new Decision.Postponed(Iter.SITTING),
                new Completion.Preserved(Iter.DIGEST),
                act.history().isEmpty() ? new Preparation.Proposed() : Iter.reserved(act, 1),
                act.history().isEmpty() ? new Preparation.Proposed() : Iter.committed(act, 1),
                act.history().isEmpty() ? new Preparation.Proposed() : Iter.released(act, 1));
        return random.nextInt(200) == 0 ? new Ending.Withdrawn() : all.get(random.nextInt(all.size()));
    }

    @Property(tries = 150)
    void noActTakesEffectWithoutOpinionsApprovalVisaAndPublicationOrItsOwnVote(@ForAll long seed) {
        Random random = new Random(seed);
        Deliberation act = Iter.spending();
        for (int i = 0; i < 150; i++) {
            Step step = Iter.step(act, any(random, act));
            DeliberationState before = act.state();
            if (act.refusals(step).isEmpty()) {
                act = act.take(step);
            } else {
                assertEquals(before, act.state());
            }
        }
        Set<StepKind> taken =
                act.history().stream().map(step -> step.what().kind()).collect(Collectors.toSet());
        Standing standing = act.standing();
        if (standing.effect().isPresent()) {
            assertTrue(taken.containsAll(Set.of(
                    StepKind.OPINION_GIVEN, StepKind.COVERAGE_ATTESTED, StepKind.PUT_ON_AGENDA, StepKind.VOTED)));
            assertEquals(Outcome.APPROVED, standing.approval().orElseThrow().outcome());
            assertTrue(standing.approval().orElseThrow().tally().yes() >= 7);
            assertTrue(
                    standing.effect().get().ground() == ExecutabilityGround.IMMEDIATE
                            ? standing.isImmediate()
                            : !standing.effect().get().on().isBefore(from.plusDays(10)));
        }
        boolean committed = standing.funding().stream().anyMatch(slot -> slot.state() == FundingSlot.State.COMMITTED);
        assertTrue(!committed || standing.effect().isPresent());
        if (act.state() == DeliberationState.PRESERVED) {
            assertTrue(!standing.lacksCommitments() && standing.publication().isPresent());
        }
        assertEquals(act, DeliberationJson.read(DeliberationJson.write(act)));
    }
}
