// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eu.digitalminutes.core.deliberation.step.Advance;
import eu.digitalminutes.core.deliberation.step.Completion;
import eu.digitalminutes.core.deliberation.step.Decision;
import eu.digitalminutes.core.deliberation.step.Ending;
import eu.digitalminutes.core.deliberation.step.Preparation;
import eu.digitalminutes.core.deliberation.step.Spending;
import eu.digitalminutes.core.deliberation.step.StepKind;
import eu.digitalminutes.core.proposal.OpinionKind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every state against every step. The act spends on two chapters. */
class StepTableTest {
    private static final String TABLE = """
            DRAFT           | PROPOSED
            PROPOSED        | OPINION_GIVEN COVERAGE_ATTESTED PUT_ON_AGENDA WITHDRAWN LAPSED MONEY_RESERVED MONEY_RELEASED
            EXAMINED        | OPINION_GIVEN COVERAGE_ATTESTED PUT_ON_AGENDA WITHDRAWN LAPSED MONEY_RESERVED MONEY_RELEASED
            ON_AGENDA       | OPINION_GIVEN COVERAGE_ATTESTED DISCUSSION_OPENED POSTPONED WITHDRAWN LAPSED MONEY_RESERVED MONEY_RELEASED
            DISCUSSED       | OPINION_GIVEN COVERAGE_ATTESTED AMENDED VOTED POSTPONED WITHDRAWN LAPSED MONEY_RESERVED MONEY_RELEASED
            POSTPONED       | OPINION_GIVEN COVERAGE_ATTESTED PUT_ON_AGENDA WITHDRAWN LAPSED MONEY_RESERVED MONEY_RELEASED
            APPROVED        | COVERAGE_ATTESTED IMMEDIATE_EXECUTION_VOTED NUMBERED MONEY_RESERVED MONEY_RELEASED
            NUMBERED        | COVERAGE_ATTESTED IMMEDIATE_EXECUTION_VOTED MINUTES_SIGNED MONEY_RESERVED MONEY_RELEASED RECTIFIED REVOKED ANNULLED
            MINUTES_SIGNED  | COVERAGE_ATTESTED IMMEDIATE_EXECUTION_VOTED PUBLISHED MONEY_RESERVED MONEY_RELEASED RECTIFIED REVOKED ANNULLED
            PUBLISHED       | COVERAGE_ATTESTED IMMEDIATE_EXECUTION_VOTED GROUP_LEADERS_NOTIFIED BECAME_EXECUTABLE MONEY_RESERVED MONEY_RELEASED RECTIFIED REVOKED ANNULLED
            EXECUTABLE      | GROUP_LEADERS_NOTIFIED COMMITMENT_REGISTERED MONEY_RESERVED MONEY_RELEASED RECTIFIED REVOKED ANNULLED
            COMMITTED       | GROUP_LEADERS_NOTIFIED PRESERVED RECTIFIED REVOKED ANNULLED
            PRESERVED       | GROUP_LEADERS_NOTIFIED RECTIFIED REVOKED ANNULLED
            REJECTED        | MONEY_RELEASED
            WITHDRAWN       | MONEY_RELEASED
            LAPSED          | MONEY_RELEASED
            REVOKED         | GROUP_LEADERS_NOTIFIED PRESERVED MONEY_RELEASED
            ANNULLED        | GROUP_LEADERS_NOTIFIED PRESERVED MONEY_RELEASED
            """;

    private static Map<DeliberationState, Deliberation> positions() {
        Map<DeliberationState, Deliberation> all = new EnumMap<>(DeliberationState.class);
        Deliberation examined = Iter.examined(Iter.spending());
        Deliberation executable = Iter.executable();
        Deliberation committed = Iter.next(executable, Iter.committed(executable, 1), Iter.committed(executable, 2));
        Deliberation numbered = Iter.next(Iter.approved(), Iter.numbered(13));
        Deliberation onAgenda = Iter.next(examined, new Preparation.PutOnAgenda(Iter.SITTING, "item-1"));
        for (Deliberation act : List.of(
                Iter.spending(),
                Iter.next(Iter.spending(), new Preparation.Proposed()),
                examined,
                onAgenda,
                Iter.next(onAgenda, new Decision.Postponed(Iter.SITTING)),
                Iter.discussed(examined),
                Iter.approved(),
                numbered,
                Iter.next(numbered, Iter.signed()),
                Iter.published(),
                executable,
                committed,
                Iter.next(committed, new Completion.Preserved(Iter.DIGEST)),
                Iter.next(Iter.discussed(examined), Iter.voted(6, 7)),
                Iter.next(examined, new Ending.Withdrawn()),
                Iter.next(examined, new Ending.Lapsed()),
                Iter.next(executable, new Ending.Revoked(Iter.ACT)),
                Iter.next(executable, new Ending.Annulled(Iter.ACT)))) {
            all.put(act.state(), act);
        }
        return all;
    }

    /** A step of a kind that is right wherever the kind is. */
    private static Advance sample(StepKind kind, Deliberation act) {
        String key = act.standing().funding().isEmpty()
                ? "none"
                : act.standing().funding().get(0).key();
        return switch (kind) {
            case PROPOSED -> new Preparation.Proposed();
            case OPINION_GIVEN -> Iter.opinion(OpinionKind.TECHNICAL);
            case COVERAGE_ATTESTED -> new Preparation.CoverageAttested("Ragioniera");
            case PUT_ON_AGENDA -> new Preparation.PutOnAgenda(Iter.SITTING, "item-1");
            case DISCUSSION_OPENED -> new Decision.DiscussionOpened(Iter.SITTING);
            case AMENDED -> Iter.amended(List.of(Iter.money("101", "900.00")));
            case VOTED -> Iter.voted(13, 0);
            case IMMEDIATE_EXECUTION_VOTED -> Iter.immediate(13, 0);
            case POSTPONED -> new Decision.Postponed(Iter.SITTING);
            case WITHDRAWN -> new Ending.Withdrawn();
            case LAPSED -> new Ending.Lapsed();
            case NUMBERED -> Iter.numbered(13);
            case MINUTES_SIGNED -> Iter.signed();
            case PUBLISHED -> Iter.albo("2026-03-05", "2026-03-19");
            case GROUP_LEADERS_NOTIFIED -> new Completion.GroupLeadersNotified(LocalDate.of(2026, 3, 5));
            case BECAME_EXECUTABLE -> Iter.effect("2026-03-15");
            case PRESERVED -> new Completion.Preserved(Iter.DIGEST);
            case MONEY_RESERVED -> new Spending.MoneyReserved(1, key, "");
            case COMMITMENT_REGISTERED -> new Spending.CommitmentRegistered(1, key, "");
            case MONEY_RELEASED -> new Spending.MoneyReleased(1, key);
            case RECTIFIED -> new Ending.Rectified(Iter.ACT);
            case REVOKED -> new Ending.Revoked(Iter.ACT);
            case ANNULLED -> new Ending.Annulled(Iter.ACT);
        };
    }

    @ParameterizedTest
    @EnumSource
    void fromEachStateExactlyTheStepsOfTheTableAreLawful(DeliberationState state) {
        Deliberation act = positions().get(state);
        String lawful = Arrays.stream(StepKind.values())
                .filter(kind -> act.refusals(Iter.step(act, sample(kind, act))).isEmpty())
                .map(StepKind::name)
                .sorted()
                .collect(Collectors.joining(" "));
        String expected = TABLE.lines()
                .filter(line -> line.startsWith(state.name() + " "))
                .map(line -> Arrays.stream(
                                line.substring(line.indexOf('|') + 1).trim().split(" "))
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .findFirst()
                .orElseThrow();
        assertEquals(expected, lawful);
    }

    @ParameterizedTest
    @EnumSource
    void whatTheStateForbidsTheStepIsRefusedForAndSaysWhyInBothLanguages(DeliberationState state) {
        Deliberation act = positions().get(state);
        for (StepKind kind : StepKind.values()) {
            List<Refusal> byKind = act.refusals(kind);
            List<Refusal> byStep = act.refusals(Iter.step(act, sample(kind, act)));
            if (!byKind.isEmpty()) {
                assertEquals(
                        byKind.stream().map(Refusal::code).toList(),
                        byStep.stream().map(Refusal::code).toList());
            }
            for (Refusal refusal : byStep) {
                assertFalse(refusal.message().italian().contains("{"), refusal.toString());
                assertFalse(refusal.message().english().contains("{"), refusal.toString());
                assertFalse(refusal.basis().isBlank());
                assertFalse(refusal.message().italian().equals(refusal.message().english()));
            }
            if (!byStep.isEmpty()) {
                RefusedStepException stop =
                        assertThrows(RefusedStepException.class, () -> Iter.next(act, sample(kind, act)));
                assertEquals(byStep, stop.refusals());
                assertEquals(byStep.get(0).code(), stop.code());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DRAFT, VOTED, NOT_PROPOSED",
        "PROPOSED, PROPOSED, ALREADY_PROPOSED",
        "PROPOSED, VOTED, NOT_ON_AGENDA OPINION_MISSING",
        "EXAMINED, VOTED, NOT_ON_AGENDA",
        "EXAMINED, NUMBERED, VOTE_NOT_APPROVED",
        "EXAMINED, COMMITMENT_REGISTERED, NOT_EXECUTABLE",
        "ON_AGENDA, PUT_ON_AGENDA, ALREADY_ON_AGENDA",
        "ON_AGENDA, VOTED, NOT_DISCUSSED",
        "DISCUSSED, DISCUSSION_OPENED, ALREADY_DISCUSSED",
        "DISCUSSED, IMMEDIATE_EXECUTION_VOTED, VOTE_NOT_APPROVED",
        "APPROVED, WITHDRAWN, ALREADY_DECIDED",
        "APPROVED, MINUTES_SIGNED, NOT_NUMBERED",
        "APPROVED, REVOKED, NOT_NUMBERED",
        "APPROVED, BECAME_EXECUTABLE, NOT_PUBLISHED",
        "NUMBERED, PUBLISHED, NOT_SIGNED",
        "NUMBERED, NUMBERED, ALREADY_NUMBERED",
        "PUBLISHED, PUBLISHED, ALREADY_PUBLISHED",
        "PUBLISHED, PRESERVED, NOT_EXECUTABLE SPENDING_WITHOUT_COMMITMENT",
        "EXECUTABLE, PRESERVED, SPENDING_WITHOUT_COMMITMENT",
        "EXECUTABLE, COVERAGE_ATTESTED, ALREADY_EXECUTABLE",
        "COMMITTED, COMMITMENT_REGISTERED, ALREADY_COMMITTED",
        "COMMITTED, MONEY_RELEASED, COMMITMENT_STANDS",
        "PRESERVED, PRESERVED, ALREADY_PRESERVED",
        "REJECTED, VOTED, ALREADY_FINAL",
        "WITHDRAWN, PUT_ON_AGENDA, ALREADY_FINAL",
        "REVOKED, BECAME_EXECUTABLE, ALREADY_FINAL",
    })
    void anUnlawfulStepNamesTheRuleThatItBreaks(DeliberationState state, StepKind kind, String codes) {
        Deliberation act = positions().get(state);
        List<Refusal> refusals = act.refusals(Iter.step(act, sample(kind, act)));
        assertEquals(codes, refusals.stream().map(Refusal::code).collect(Collectors.joining(" ")));
    }

    @Test
    void thereIsAnActInEveryState() {
        assertEquals(DeliberationState.values().length, positions().size());
    }
}
