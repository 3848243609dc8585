// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.rules;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;

/**
 * How long an entry stays at the albo on-line (<i>periodo di pubblicazione</i>): full days, counted from the day after the
 * one on which publication begins; a day on which the albo could be read for less than twelve hours is made up for by one
 * more; an end on a holiday moves to the next working day.
 *
 * <p>{@link PublicationRule} counts the first day, as TUEL 124 does, and says how long publication must last at least.
 * This term is never shorter.
 *
 * @see <a href="https://www.agid.gov.it/it/piattaforme/albo-on-line">AgID, Linee guida sulla pubblicità legale, 2016;
 *     L. 69/2009, art. 32; TUEL, art. 124</a>
 */
public final class AlboTerm {
    /** The days of TUEL 124, where no other law names others. */
    public static final int ORDINARY_DAYS = 15;

    private AlboTerm() {}

    /**
     * The last day of publication.
     *
     * @param from the day on which publication begins, itself not counted
     * @param days full days that are due, 1 or more
     * @param interrupted days on which the albo could be read for less than twelve hours
     * @return the last day, neither a holiday nor an interrupted day
     * @throws IllegalArgumentException if no day is due
     */
    public static LocalDate lastDay(LocalDate from, int days, Collection<LocalDate> interrupted) {
        Objects.requireNonNull(from, "from");
        if (days < 1) {
            throw new IllegalArgumentException("an entry stays for a day at least, not " + days);
        }
        Set<LocalDate> lost = Set.copyOf(interrupted);
        LocalDate last = from;
        int full = 0;
        while (full < days) {
            last = last.plusDays(1);
            full += lost.contains(last) ? 0 : 1;
        }
        last = ItalianHolidays.moved(last);
        while (lost.contains(last)) {
            last = ItalianHolidays.moved(last.plusDays(1));
        }
        return last;
    }
}
