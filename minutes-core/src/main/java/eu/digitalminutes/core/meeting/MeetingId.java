// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.meeting;

import java.util.Locale;
import java.util.Objects;

/**
 * What names one meeting for good (<i>identificativo della seduta</i>).
 *
 * @param ipaCode the body's code in the index of public administrations
 * @param organ the kind of organ
 * @param year the year of the meeting's number
 * @param number the meeting's number in that year, from 1
 */
public record MeetingId(String ipaCode, OrganKind organ, int year, int number) {
    /**
     * A meeting's name.
     *
     * @param ipaCode the body's code in the index of public administrations
     * @param organ the kind of organ
     * @param year the year of the number
     * @param number the number in that year, from 1
     * @throws IllegalArgumentException if the number is not positive
     */
    public MeetingId {
        Objects.requireNonNull(ipaCode, "ipaCode");
        Objects.requireNonNull(organ, "organ");
        if (number < 1) {
            throw new IllegalArgumentException("meetings are numbered from 1, not " + number);
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s-%s-%d-%04d", ipaCode, organ.code(), year, number);
    }
}
