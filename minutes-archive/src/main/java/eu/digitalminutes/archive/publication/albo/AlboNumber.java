// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication.albo;

import java.util.Locale;

/**
 * The number of an entry of the albo (<i>numero di registro</i>): seven digits at least, from 1 in each year.
 *
 * @param year the year of registration
 * @param number the number in that year
 * @see <a href="https://www.agid.gov.it/it/piattaforme/albo-on-line">AgID, Linee guida sulla pubblicità legale, ch. 11</a>
 */
public record AlboNumber(int year, int number) implements Comparable<AlboNumber> {
    /**
     * A number.
     *
     * @param year the year of registration
     * @param number the number in that year
     * @throws IllegalArgumentException if either is not positive
     */
    public AlboNumber {
        if (year < 1 || number < 1) {
            throw new IllegalArgumentException("entries are numbered from 1 in a year: " + number + " of " + year);
        }
    }

    /**
     * The number alone.
     *
     * @return seven digits or more
     */
    public String digits() {
        return String.format(Locale.ROOT, "%07d", number);
    }

    @Override
    public int compareTo(AlboNumber other) {
        return year == other.year ? Integer.compare(number, other.number) : Integer.compare(year, other.year);
    }

    @Override
    public String toString() {
        return year + "/" + digits();
    }
}
