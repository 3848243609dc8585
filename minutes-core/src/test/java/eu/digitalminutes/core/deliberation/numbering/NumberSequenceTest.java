// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation.numbering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.deliberation.Deliberation;
import eu.digitalminutes.core.deliberation.Iter;
import eu.digitalminutes.core.meeting.OrganKind;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.proposal.Proposal;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberSequenceTest extends NumberRegisterContract {
    @Override
    protected NumberRegister register() {
        return new NumberSequence();
    }

    private static Deliberation numbered(String reference, int number, int days) {
        Deliberation draft = Deliberation.draft(
                "c_z998",
                OrganKind.COUNCIL,
                "Oggetto",
                Proposal.of(reference, "Assessore"),
                Iter.spending().rules());
        Deliberation examined = Iter.examined(draft);
        Deliberation act = Iter.discussed(examined);
        return Iter.next(
                act.take(new eu.digitalminutes.core.deliberation.step.Step(
                        act.history().get(0).at().plusDays(days), "Segretario", "", Iter.voted(13, 0))),
                Iter.numbered(number));
    }

    private static List<String> codes(Deliberation... acts) {
        return NumberingCheck.of(List.of(acts)).stream().map(Finding::code).toList();
    }

    @Test
    void afterARestartTheSequenceGoesOnAndHoldersKeepTheirNumbers() {
        NumberSequence register =
                NumberSequence.continuing(List.of(numbered("2/2026", 8, 2), numbered("1/2026", 7, 1), Iter.spending()));
        assertEquals(
                7, register.number("c_z998", OrganKind.COUNCIL, 2026, "1/2026").number());
        assertEquals(
                9, register.number("c_z998", OrganKind.COUNCIL, 2026, "3/2026").number());
        MinutesException other = assertThrows(
                MinutesException.class, () -> register.number("c_z998", OrganKind.COUNCIL, 2027, "1/2026"));
        assertEquals("NUMBER_OF_OTHER_YEAR", other.code());
    }

    @Test
    void aRegisterWithAGapOrADoubleIsNotContinued() {
        MinutesException gap = assertThrows(
                MinutesException.class,
                () -> NumberSequence.continuing(List.of(numbered("1/2026", 1, 1), numbered("2/2026", 3, 2))));
        assertEquals("NUMBER_GAP", gap.code());
        MinutesException taken = assertThrows(
                MinutesException.class,
                () -> NumberSequence.continuing(List.of(numbered("1/2026", 1, 1), numbered("2/2026", 1, 2))));
        assertEquals("NUMBER_TAKEN", taken.code());
    }

    @Test
    void gapsDoublesAndNumbersAgainstTheCalendarAreFound() {
        assertEquals(List.of(), codes(numbered("1/2026", 1, 1), numbered("2/2026", 2, 1), Iter.spending()));
        assertEquals(List.of("NUMBER_GAP"), codes(numbered("1/2026", 1, 1), numbered("2/2026", 4, 2)));
        assertEquals(List.of("NUMBER_GAP"), codes(numbered("1/2026", 2, 1)));
        assertEquals(List.of("NUMBER_TAKEN"), codes(numbered("1/2026", 1, 1), numbered("2/2026", 1, 1)));
        assertEquals(List.of("NUMBER_NOT_MONOTONIC"), codes(numbered("1/2026", 1, 5), numbered("2/2026", 2, 1)));
        Finding gap = NumberingCheck.of(List.of(numbered("2/2026", 4, 2))).get(0);
        assertTrue(gap.message().italian().contains("1–3"), gap.toString());
    }
}
