// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Set;

/**
 * Sundays and the holidays of the Republic (<i>giorni festivi</i>), as L. 260/1949, L. 54/1977, L. 336/2000 and, from
 * 2026, L. 151/2025 name them. The feast of the municipality's patron is not among them.
 */
final class ItalianHolidays {
    private static final MonthDay SAINT_FRANCIS = MonthDay.of(Month.OCTOBER, 4);
    private static final int SAINT_FRANCIS_SINCE = 2026;

    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(Month.JANUARY, 1),
            MonthDay.of(Month.JANUARY, 6),
            MonthDay.of(Month.APRIL, 25),
            MonthDay.of(Month.MAY, 1),
            MonthDay.of(Month.JUNE, 2),
            MonthDay.of(Month.AUGUST, 15),
            MonthDay.of(Month.NOVEMBER, 1),
            MonthDay.of(Month.DECEMBER, 8),
            MonthDay.of(Month.DECEMBER, 25),
            MonthDay.of(Month.DECEMBER, 26));

    private ItalianHolidays() {}

    static boolean contains(LocalDate day) {
        MonthDay date = MonthDay.from(day);
        return day.getDayOfWeek() == DayOfWeek.SUNDAY
                || FIXED.contains(date)
                || (date.equals(SAINT_FRANCIS) && day.getYear() >= SAINT_FRANCIS_SINCE)
                || day.equals(easter(day.getYear()).plusDays(1));
    }

    /** The day itself, or the next one that is no holiday. */
    static LocalDate moved(LocalDate day) {
        LocalDate free = day;
        while (contains(free)) {
            free = free.plusDays(1);
        }
        return free;
    }

    /** Easter Sunday of the Gregorian calendar, by golden number, century corrections and epact. */
    private static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int epact = Math.floorMod(century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15, 30);
        int moon = epact - (epact / 28) * (1 - (epact / 28) * (29 / (epact + 1)) * ((21 - golden) / 11));
        int weekday = Math.floorMod(year + year / 4 + moon + 2 - century + century / 4, 7);
        return LocalDate.of(year, Month.MARCH, 28).plusDays((long) moon - weekday);
    }
}
