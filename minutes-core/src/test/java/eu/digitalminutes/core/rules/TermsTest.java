// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.rules.ConvocationRule.Notice;
import eu.digitalminutes.core.ruling.Membership;
import eu.digitalminutes.core.ruling.TermRuling;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days and hours of the law, counted one by one. */
class TermsTest {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final ConvocationRule RULE = ConvocationRule.defaults();

    private static ZonedDateTime at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(ROME);
    }

    @Property(tries = 400)
    void clearDaysAreTheWholeDaysStrictlyBetween(
            @ForAll @IntRange(max = 9000) int day,
            @ForAll @IntRange(max = 40) int later,
            @ForAll @IntRange(max = 23) int hour) {
        LocalDate notice = LocalDate.of(2010, 1, 1).plusDays(day);
        LocalDate sitting = notice.plusDays(later);
        int between = 0;
        for (LocalDate d = notice.plusDays(1); d.isBefore(sitting); d = d.plusDays(1)) {
            between++;
        }
        ZonedDateTime delivered = notice.atTime(hour, 0).atZone(ROME);
        ZonedDateTime held = sitting.atTime(23, 30).atZone(ROME);
        TermRuling clear = RULE.term(Notice.ORDINARY, delivered, held, ROME);
        assertEquals(between, clear.counted());
        assertEquals(between >= 5, clear.inTime());
        TermRuling plain =
                RULE.toBuilder().days(ConvocationRule.Days.PLAIN).build().term(Notice.ORDINARY, delivered, held, ROME);
        assertEquals(later, plain.counted());
        assertEquals(later >= 5, plain.inTime());
    }

    @ParameterizedTest
    @CsvSource({
        "ORDINARY, 2026-03-01T23:59, 2026-03-07", "EXTRAORDINARY, 2026-03-01T00:00, 2026-03-05",
        "ORDINARY, 2024-02-26T10:00, 2024-03-03", "ORDINARY, 2026-12-28T10:00, 2027-01-03"
    })
    void theEarliestDayFollowsTheClearDays(Notice notice, String delivered, LocalDate earliest) {
        assertEquals(
                Optional.of(earliest),
                RULE.earliest(notice, at(delivered), ROME).firstDay());
    }

    @Test
    void twentyFourHoursAreHoursAlsoWhenTheClockChanges() {
        TermRuling ruling = RULE.earliest(Notice.URGENT, at("2026-03-28T18:00"), ROME);
        assertEquals(Optional.of(at("2026-03-29T19:00")), ruling.firstInstant());
        assertTrue(RULE.term(Notice.URGENT, at("2026-05-04T18:00"), at("2026-05-05T18:00"), ROME)
                .inTime());
        assertFalse(RULE.term(Notice.ADDED_ITEM, at("2026-05-04T18:00"), at("2026-05-05T17:59"), ROME)
                .inTime());
    }

    @Test
    void theDayIsThatOfTheMunicipality() {
        ZonedDateTime lateInUtc = ZonedDateTime.parse("2026-06-01T22:30:00Z");
        assertEquals(
                Optional.of(LocalDate.of(2026, 6, 8)),
                RULE.earliest(Notice.ORDINARY, lateInUtc, ROME).firstDay());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-25, true", "2026-04-05, true", "2026-04-06, true", "2026-04-07, false", "2027-03-29, true",
        "2025-04-21, true", "2024-04-01, true", "2000-04-24, true", "2038-04-26, true", "2025-10-04, false",
        "2026-10-04, true", "2026-12-26, true", "2026-06-29, false", "2026-11-24, false"
    })
    void theHolidaysAreThoseOfTheRepublic(LocalDate day, boolean holiday) {
        assertEquals(holiday, ItalianHolidays.contains(day));
    }

    @Test
    void aTermMovesOverHolidaysOnlyWhereTheRuleSaysSo() {
        ConvocationRule moved =
                RULE.toBuilder().holidays(ConvocationRule.Holidays.MOVED).build();
        ZonedDateTime delivered = at("2026-03-30T10:00");
        assertEquals(
                Optional.of(LocalDate.of(2026, 4, 5)),
                RULE.earliest(Notice.ORDINARY, delivered, ROME).firstDay());
        assertEquals(
                Optional.of(LocalDate.of(2026, 4, 7)),
                moved.earliest(Notice.ORDINARY, delivered, ROME).firstDay());
    }

    @ParameterizedTest
    @CsvSource({
        "FROM_BEGINNING, COUNTED, 2026-03-11", "FROM_BEGINNING, NOT_COUNTED, 2026-03-12",
        "FROM_END, COUNTED, 2026-03-26", "FROM_END, NOT_COUNTED, 2026-03-26"
    })
    void executableAfterTheTenthDayByBothReadings(
            PublicationRule.Reading reading, PublicationRule.FirstDay first, LocalDate executable) {
        PublicationRule rule = PublicationRule.defaults().toBuilder()
                .reading(reading)
                .firstDay(first)
                .build();
        LocalDate from = LocalDate.of(2026, 3, 1);
        assertEquals(Optional.of(executable), rule.executability(from).firstDay());
        assertTrue(rule.executability(from, executable).holds());
        assertFalse(rule.executability(from, executable.minusDays(1)).holds());
    }

    @Test
    void publicationLastsFifteenDaysTheFirstOneCounted() {
        PublicationRule rule = PublicationRule.defaults();
        LocalDate from = LocalDate.of(2026, 3, 1);
        assertEquals(
                Optional.of(LocalDate.of(2026, 3, 15)), rule.publication(from).lastDay());
        assertTrue(rule.publication(from, LocalDate.of(2026, 3, 15)).holds());
        assertFalse(rule.publication(from, LocalDate.of(2026, 3, 14)).holds());
    }

    @ParameterizedTest
    @CsvSource({"10, true", "9, false", "30, true", "31, false"})
    void noConfidenceIsDiscussedFromTheTenthToTheThirtiethDay(int days, boolean inTime) {
        LocalDate filed = LocalDate.of(2026, 3, 1);
        assertEquals(
                inTime,
                NoConfidenceRule.defaults()
                        .discussion(filed, filed.plusDays(days))
                        .inTime());
    }

    @ParameterizedTest
    @CsvSource({"20, true", "21, false", "0, true", "-1, false"})
    void aRequestedSittingIsHeldWithinTwentyDays(int days, boolean inTime) {
        LocalDate asked = LocalDate.of(2026, 3, 1);
        assertEquals(inTime, RULE.requested(asked, asked.plusDays(days)).inTime());
    }

    @Test
    void aFifthOfTheCouncillorsMayAskForASitting() {
        assertTrue(RULE.request(Membership.council(16), 4).holds());
        assertFalse(RULE.request(Membership.council(16), 3).holds());
    }

    @Test
    void secondCallIsOnAnotherDay() {
        ZonedDateTime first = at("2026-03-01T20:00");
        assertFalse(RULE.secondCall(first, at("2026-03-01T21:30"), ROME).inTime());
        assertTrue(RULE.secondCall(first, at("2026-03-02T00:00"), ROME).inTime());
        ConvocationRule later = RULE.toBuilder().secondCallHours(48).build();
        assertFalse(later.secondCall(first, at("2026-03-03T19:59"), ROME).inTime());
        assertTrue(later.secondCall(first, at("2026-03-03T20:00"), ROME).inTime());
    }

    @Test
    void aSittingIsDesertedAnHourAfterTheHourOfTheNotice() {
        assertFalse(
                RULE.deserted(at("2026-03-01T20:00"), at("2026-03-01T20:59")).holds());
        assertTrue(RULE.deserted(at("2026-03-01T20:00"), at("2026-03-01T21:00")).holds());
    }

    @Test
    void everyTermExplainsItself() {
        TermRuling ruling = RULE.term(Notice.ORDINARY, at("2026-03-01T10:00"), at("2026-03-06T18:00"), ROME);
        assertEquals(
                "Termine di convocazione: 5 giorni liberi; prima data utile 2026-03-07; seduta del 2026-03-06:"
                        + " intercorsi 4 → fuori termine (" + RULE.source() + ")",
                ruling.explanation().italian());
        assertTrue(PublicationRule.defaults()
                .executability(LocalDate.of(2026, 3, 1))
                .explanation()
                .english()
                .contains("executable from 2026-03-11"));
    }
}
