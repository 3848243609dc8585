// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation.step;

import eu.digitalminutes.core.meeting.OrganKind;
import java.util.Locale;
import java.util.Objects;

/**
 * The number of a deliberation (<i>numero di deliberazione</i>): one sequence for each organ and year, without gaps.
 *
 * @param ipaCode the body's code in the index of public administrations
 * @param organ the kind of organ
 * @param year the year of adoption
 * @param number the number in that year, from 1
 */
public record DeliberationNumber(String ipaCode, OrganKind organ, int year, int number) {
    /**
     * The number of a deliberation.
     *
     * @param ipaCode the body's code in the index of public administrations
     * @param organ the kind of organ
     * @param year the year of adoption
     * @param number the number in that year, from 1
     * @throws IllegalArgumentException if the code is blank or the number is not positive
     */
    public DeliberationNumber {
        Objects.requireNonNull(organ, "organ");
        if (ipaCode.isBlank() || number < 1) {
            throw new IllegalArgumentException("deliberations of a body are numbered from 1, not " + number);
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s-%s-%d-%04d", ipaCode, organ.code(), year, number);
    }
}
