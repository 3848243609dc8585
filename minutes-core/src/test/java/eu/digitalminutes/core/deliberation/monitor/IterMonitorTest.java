// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eu.digitalminutes.core.deliberation.Deliberation;
import eu.digitalminutes.core.deliberation.DeliberationState;
import eu.digitalminutes.core.deliberation.Iter;
import eu.digitalminutes.core.deliberation.RefusedStepException;
import eu.digitalminutes.core.deliberation.step.Ending;
import eu.digitalminutes.core.deliberation.step.Preparation;
import eu.digitalminutes.core.deliberation.step.Step;
import eu.digitalminutes.core.deliberation.step.StepKind;
import eu.digitalminutes.core.meeting.OrganKind;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.proposal.OpinionKind;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class IterMonitorTest {
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-06-01T09:00:00+02:00");

    private final IterMonitor monitor = new IterMonitor();

    private List<String> waiting() {
        return monitor.waiting().stream()
                .map(duty -> duty.step() + " " + duty.who().english())
                .toList();
    }

    @Test
    void aListenerIsToldOfEveryStepAndOneThatFailsChangesNothing() {
        List<Movement> told = new ArrayList<>();
        monitor.listen(movement -> {
            throw new IllegalStateException("screen off");
        });
        monitor.listen(told::add);
        monitor.put(Iter.spending());
        monitor.take("41/2026", Step.of(NOW, "Ufficio", new Preparation.Proposed()));
        Deliberation act = Iter.examined(Iter.spending());
        monitor.put(Iter.spending().take(Step.of(NOW, "Ufficio", new Preparation.Proposed())));
        assertEquals(2, told.size());
        assertEquals(DeliberationState.DRAFT, told.get(1).from());
        assertEquals(DeliberationState.PROPOSED, told.get(1).to());
        assertEquals(
                "HISTORY_DIVERGES",
                assertThrows(MinutesException.class, () -> monitor.put(act)).code());
        assertThrows(
                RefusedStepException.class,
                () -> monitor.take("41/2026", Step.of(NOW, "Ufficio", new Preparation.Proposed())));
        assertEquals(2, told.size());
        assertEquals(1, monitor.act("41/2026").orElseThrow().history().size());
        assertEquals(
                "DELIBERATION_UNKNOWN",
                assertThrows(
                                MinutesException.class,
                                () -> monitor.take("9/2026", Step.of(NOW, "Ufficio", new Ending.Withdrawn())))
                        .code());
    }

    @Test
    void itSaysWhatWaitsForWhomAndSinceWhen() {
        Deliberation proposed = Iter.next(Iter.spending(), new Preparation.Proposed());
        monitor.put(proposed);
        assertEquals(
                List.of(
                        "OPINION_GIVEN head of the service",
                        "OPINION_GIVEN head of finance",
                        "COVERAGE_ATTESTED head of finance"),
                waiting());
        assertEquals(
                Optional.of(proposed.history().get(0).at()),
                monitor.waiting().get(0).since());
        monitor.put(Iter.examined(Iter.spending()));
        assertEquals(List.of("PUT_ON_AGENDA who convenes the meeting"), waiting());
        monitor.put(Iter.discussed(Iter.examined(Iter.spending())));
        assertEquals(List.of("VOTED Council"), waiting());
        monitor.put(Iter.approved());
        assertEquals(List.of("NUMBERED secretary"), waiting());
        monitor.put(Iter.executable());
        assertEquals(
                List.of("COMMITMENT_REGISTERED " + Iter.OFFICER, "COMMITMENT_REGISTERED " + Iter.OFFICER), waiting());
    }

    @Test
    void itSaysWhatFallsDue() {
        monitor.put(Iter.published());
        assertEquals(List.of(), monitor.due(LocalDate.of(2026, 3, 14)));
        List<Duty> due = monitor.due(LocalDate.of(2026, 3, 15));
        assertEquals(
                List.of(StepKind.BECAME_EXECUTABLE),
                due.stream().map(Duty::step).toList());
        assertEquals(1, monitor.publishedUntil(LocalDate.of(2026, 3, 19)).size());
        assertEquals(0, monitor.publishedUntil(LocalDate.of(2026, 3, 20)).size());
        assertEquals(
                1, monitor.acts(OrganKind.COUNCIL, DeliberationState.PUBLISHED).size());
        assertEquals(
                0,
                monitor.acts(OrganKind.EXECUTIVE_BOARD, DeliberationState.PUBLISHED)
                        .size());
    }

    @Test
    void thePublicBoardShowsPositionAndHistoryAndNoPerson() {
        monitor.put(Iter.published());
        Board board = monitor.board(NOW, act -> true);
        Board.Row row = board.rows().get(0);
        assertEquals(DeliberationState.PUBLISHED, row.state());
        assertEquals(Optional.of("c_z998-council-2026-0013"), row.number());
        assertEquals(Optional.of(LocalDate.of(2026, 3, 15)), row.executable());
        assertEquals(Optional.of(LocalDate.of(2026, 3, 19)), row.publishedUntil());
        assertEquals(10, row.steps().size());
        assertFalse(board.toString().contains(Iter.OFFICER));
        assertFalse(board.toString().contains("Impresa"));
        assertEquals(List.of(), monitor.board(NOW, act -> false).rows());
    }

    @Test
    void stepsOfManyThreadsAreTakenOneAtATime() throws Exception {
        monitor.put(Iter.next(Iter.spending(), new Preparation.Proposed()));
        List<Movement> told = new ArrayList<>();
        monitor.listen(told::add);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<Deliberation>> answers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                answers.add(pool.submit(
                        () -> monitor.take("41/2026", Step.of(NOW, "Ufficio", Iter.opinion(OpinionKind.TECHNICAL)))));
            }
            for (Future<Deliberation> answer : answers) {
                answer.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertEquals(41, monitor.act("41/2026").orElseThrow().history().size());
        assertEquals(40, told.size());
        for (int i = 0; i < told.size(); i++) {
            assertEquals(i + 2, told.get(i).act().history().size());
        }
    }
}
