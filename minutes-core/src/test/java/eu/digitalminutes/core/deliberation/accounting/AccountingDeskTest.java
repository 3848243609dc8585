// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation.accounting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.deliberation.Deliberation;
import eu.digitalminutes.core.deliberation.DeliberationState;
import eu.digitalminutes.core.deliberation.Iter;
import eu.digitalminutes.core.deliberation.RefusedStepException;
import eu.digitalminutes.core.deliberation.step.Completion;
import eu.digitalminutes.core.deliberation.step.Decision;
import eu.digitalminutes.core.deliberation.step.Ending;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import eu.digitalminutes.core.proposal.Effect;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AccountingDeskTest {
    private static final BigDecimal ALL = new BigDecimal("1250.50");
    private static final Map<String, BigDecimal> BUDGET =
            Map.of("101", new BigDecimal("1000.00"), "102", new BigDecimal("300.00"));

    private static AccountingDesk desk(AccountingSystem system) {
        return AccountingDesk.at(system, () -> OffsetDateTime.parse("2026-06-01T09:00:00+02:00"));
    }

    private static FaultyAccounting sound() {
        return new FaultyAccounting(BUDGET, 0, 0);
    }

    /** The host's way: repeat with what is stored until the desk answers. */
    private static Deliberation until(UnaryOperator<Deliberation> call, Deliberation act) {
        for (int i = 0; i < 200; i++) {
            try {
                return call.apply(act);
            } catch (ServiceUnavailableException e) {
                assertEquals("ACCOUNTING_UNAVAILABLE", e.code());
            }
        }
        throw new AssertionError("two hundred calls failed");
    }

    @Test
    void reservedCommittedAndPreserved() {
        FaultyAccounting system = sound();
        Deliberation act = desk(system).reserve(Iter.executable(), Iter.OFFICER);
        assertEquals(ALL, system.reserved());
        act = desk(system).commit(act, Iter.OFFICER);
        assertEquals(ALL, system.committed());
        assertEquals(DeliberationState.COMMITTED, act.state());
        int calls = system.calls;
        assertEquals(act, desk(system).commit(act, Iter.OFFICER));
        assertEquals(calls, system.calls);
        assertEquals("I-41/2026#1.0", act.standing().funding().get(0).reference());
    }

    @Test
    void whoIsNotResponsibleForTheChapterIsRefusedAndTheSystemIsNotAsked() {
        FaultyAccounting system = sound();
        RefusedStepException stop =
                assertThrows(RefusedStepException.class, () -> desk(system).commit(Iter.executable(), "Sindaco"));
        assertEquals("OFFICER_NOT_RESPONSIBLE", stop.code());
        assertTrue(stop.refusals().get(0).basis().contains("183(9)"));
        assertThrows(RefusedStepException.class, () -> desk(system).release(Iter.executable(), 1, "Sindaco"));
        assertEquals(0, system.calls);
    }

    @Test
    void nothingIsCommittedBeforeTheActTakesEffect() {
        FaultyAccounting system = sound();
        assertEquals(
                "NOT_EXECUTABLE",
                assertThrows(RefusedStepException.class, () -> desk(system).commit(Iter.published(), Iter.OFFICER))
                        .code());
        assertEquals(0, system.calls);
    }

    @Test
    void tooLittleMoneyIsRefusedWithTheFigures() {
        FaultyAccounting system = new FaultyAccounting(Map.of("101", new BigDecimal("999.99")), 0, 0);
        RefusedStepException stop =
                assertThrows(RefusedStepException.class, () -> desk(system).reserve(Iter.approved(), Iter.OFFICER));
        assertEquals("FUNDS_INSUFFICIENT", stop.code());
        assertTrue(stop.refusals().get(0).message().italian().contains("999.99"));
    }

    @Test
    void whatWasReservedIsGivenBackWhenTheProposalIsWithdrawn() {
        FaultyAccounting system = sound();
        Deliberation act = desk(system).reserve(Iter.examined(Iter.spending()), Iter.OFFICER);
        assertEquals(ALL, system.reserved());
        Deliberation ended = Iter.next(act, OffsetDateTime.parse("2026-06-01T09:00:00+02:00"), new Ending.Withdrawn());
        Deliberation settled = desk(system).settle(ended, Iter.OFFICER);
        assertEquals(0, system.reserved().signum());
        assertEquals(DeliberationState.WITHDRAWN, settled.state());
        assertEquals(ended.history().size() + 2, settled.history().size());
    }

    @Test
    void anAmendmentThatChangesMoneyGivesBackTheOldSumsAndReservesTheNew() {
        FaultyAccounting system = sound();
        Deliberation act = desk(system).reserve(Iter.discussed(Iter.examined(Iter.spending())), Iter.OFFICER);
        Deliberation amended = Iter.next(
                act,
                OffsetDateTime.parse("2026-06-01T10:00:00+02:00"),
                new Decision.Amended(
                        Iter.ballot("v0", VoteKind.AMENDMENT, Tally.of(13, 0, 0), Outcome.APPROVED),
                        "",
                        true,
                        Effect.SPENDING,
                        List.of(Iter.money("101", "900.00"))));
        AccountingDesk later = AccountingDesk.at(system, () -> OffsetDateTime.parse("2026-06-01T11:00:00+02:00"));
        Deliberation reserved = later.reserve(amended, Iter.OFFICER);
        assertEquals(new BigDecimal("900.00"), system.reserved());
        assertEquals(reserved, later.settle(reserved, Iter.OFFICER));
    }

    @Test
    void aCommitmentIsGivenBackOnlyOnceTheActIsAnnulled() {
        FaultyAccounting system = sound();
        Deliberation act = desk(system).commit(Iter.executable(), Iter.OFFICER);
        assertEquals(
                "COMMITMENT_STANDS",
                assertThrows(RefusedStepException.class, () -> desk(system).release(act, 1, Iter.OFFICER))
                        .code());
        Deliberation annulled =
                Iter.next(act, OffsetDateTime.parse("2026-06-01T10:00:00+02:00"), new Ending.Annulled(Iter.ACT));
        AccountingDesk later = AccountingDesk.at(system, () -> OffsetDateTime.parse("2026-06-01T11:00:00+02:00"));
        assertEquals(annulled, later.settle(annulled, Iter.OFFICER));
        later.release(annulled, 1, Iter.OFFICER);
        assertEquals(new BigDecimal("250.50"), system.committed());
    }

    @Property(tries = 300)
    void whateverFailsEverySumOfAnActInEffectIsCommittedOnce(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 90) int percent) {
        FaultyAccounting system = new FaultyAccounting(BUDGET, seed, percent);
        Deliberation before = Iter.executable();
        try {
            before = desk(system).reserve(before, Iter.OFFICER);
        } catch (MinutesException lost) {
            assertEquals("ACCOUNTING_UNAVAILABLE", lost.code());
        }
        Deliberation start = before;
        Deliberation act = until(one -> desk(system).commit(one, Iter.OFFICER), start);
        assertEquals(ALL, system.committed());
        assertEquals(0, system.reserved().signum());
        assertEquals(
                act.standing().proposal().commitments().size(),
                act.standing().funding().size());
        assertEquals(
                DeliberationState.PRESERVED,
                Iter.next(act, new Completion.Preserved(Iter.DIGEST)).state());
        assertEquals(
                act.history(),
                until(one -> desk(system).commit(one, Iter.OFFICER), act).history());
    }

    @Property(tries = 300)
    void whateverFailsNothingStaysReservedForAnActThatCameToAnEnd(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 90) int percent, @ForAll boolean answerLost) {
        FaultyAccounting system = new FaultyAccounting(BUDGET, seed, percent);
        Deliberation before = Iter.discussed(Iter.examined(Iter.spending()));
        Deliberation reserved = before;
        try {
            reserved = desk(system).reserve(before, Iter.OFFICER);
        } catch (MinutesException lost) {
            assertEquals("ACCOUNTING_UNAVAILABLE", lost.code());
        }
        Deliberation stored = answerLost ? before : reserved;
        Deliberation ended = Iter.next(
                stored,
                OffsetDateTime.parse("2026-06-01T09:00:00+02:00"),
                seed % 2 == 0 ? new Ending.Withdrawn() : Iter.voted(6, 7));
        Deliberation settled = until(one -> desk(system).settle(one, Iter.OFFICER), ended);
        assertEquals(0, system.reserved().signum());
        assertEquals(0, system.committed().signum());
        assertEquals(BUDGET.get("101"), system.availability("101", 2026));
        assertEquals(settled, desk(system).settle(settled, Iter.OFFICER));
    }

    @Test
    void callersAtTheSameTimeCommitOnce() throws Exception {
        FaultyAccounting system = new FaultyAccounting(BUDGET, 7, 30);
        Deliberation act = Iter.executable();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<Deliberation>> answers = IntStream.range(0, 16)
                    .mapToObj(i -> pool.submit(() -> until(one -> desk(system).commit(one, Iter.OFFICER), act)))
                    .toList();
            for (Future<Deliberation> answer : answers) {
                assertEquals(DeliberationState.COMMITTED, answer.get().state());
            }
        } finally {
            pool.shutdownNow();
        }
        assertEquals(ALL, system.committed());
    }
}
