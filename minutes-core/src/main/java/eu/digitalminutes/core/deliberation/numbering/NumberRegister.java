// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation.numbering;

import eu.digitalminutes.core.deliberation.step.DeliberationNumber;
import eu.digitalminutes.core.meeting.OrganKind;
import java.io.IOException;

/**
 * Where deliberations get their numbers (<i>registro delle deliberazioni</i>): a table of the host, or
 * {@link NumberSequence}.
 *
 * <p>An implementation gives each number once and leaves none out, whatever the number of callers and whether or not
 * they use it: the number and the reference that got it are kept in one transaction.
 */
@FunctionalInterface
public interface NumberRegister {
    /**
     * The number of a deliberation; the next of the sequence if it has none yet, the same as before if it has one.
     *
     * @param ipaCode the body's code in the index of public administrations
     * @param organ the organ that decided
     * @param year the year of adoption
     * @param reference the deliberation's reference in the register of proposals
     * @return the number
     * @throws IOException if the register does not answer; ask again, the same reference gets the same number
     */
    DeliberationNumber number(String ipaCode, OrganKind organ, int year, String reference) throws IOException;
}
