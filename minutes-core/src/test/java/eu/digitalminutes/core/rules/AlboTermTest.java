// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlboTermTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

    @Test
    void fifteenFullDaysRunFromTheDayAfter() {
        assertEquals(LocalDate.parse("2026-03-17"), AlboTerm.lastDay(MONDAY, 15, Set.of()));
    }

    @Test
    void anEndOnAHolidayMovesToTheNextWorkingDay() {
        assertEquals(
                LocalDate.parse("2026-03-23"),
                AlboTerm.lastDay(LocalDate.parse("2026-03-07"), 15, Set.of()),
                "22 March 2026 is a Sunday");
        assertEquals(
                LocalDate.parse("2026-04-07"),
                AlboTerm.lastDay(LocalDate.parse("2026-03-21"), 15, Set.of()),
                "5 April 2026 is Easter, the 6th its Monday");
    }

    @Test
    void aDayOfLessThanTwelveHoursIsMadeUpFor() {
        LocalDate lost = MONDAY.plusDays(3);
        assertEquals(LocalDate.parse("2026-03-18"), AlboTerm.lastDay(MONDAY, 15, List.of(lost)));
        assertEquals(
                LocalDate.parse("2026-03-18"),
                AlboTerm.lastDay(MONDAY, 15, List.of(LocalDate.parse("2026-03-17"))),
                "also the last one");
        assertEquals(
                LocalDate.parse("2026-03-24"),
                AlboTerm.lastDay(LocalDate.parse("2026-03-07"), 15, List.of(LocalDate.parse("2026-03-23"))),
                "also the one that a holiday brought");
        assertEquals(
                LocalDate.parse("2026-03-17"), AlboTerm.lastDay(MONDAY, 15, List.of(MONDAY)), "the first never counts");
    }

    @Test
    void neverEndsBeforeTheFifteenDaysOfTheLaw() {
        for (int i = 0; i < 400; i++) {
            LocalDate from = MONDAY.plusDays(i);
            LocalDate last = AlboTerm.lastDay(from, AlboTerm.ORDINARY_DAYS, Set.of());
            assertEquals(
                    true, PublicationRule.defaults().publication(from, last).holds(), from.toString());
        }
        assertThrows(IllegalArgumentException.class, () -> AlboTerm.lastDay(MONDAY, 0, Set.of()));
    }
}
