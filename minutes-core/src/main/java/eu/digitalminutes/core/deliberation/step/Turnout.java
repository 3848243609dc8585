// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation.step;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.ruling.Attendance;

/**
 * Before whom a vote was taken (<i>presenti alla votazione</i>).
 *
 * @param call which call of the meeting, 1 or 2
 * @param assigned members assigned to the organ, the mayor not counted
 * @param inOffice members in office, the mayor not counted
 * @param mayor whether the mayor is a member of the organ
 * @param present members present, the mayor among them
 * @param mayorPresent whether the mayor is one of those present
 * @param recused those present who must abstain
 */
public record Turnout(
        int call, int assigned, int inOffice, boolean mayor, int present, boolean mayorPresent, int recused) {
    /**
     * Before whom a vote was taken.
     *
     * @param call which call of the meeting, 1 or 2
     * @param assigned members assigned to the organ, the mayor not counted
     * @param inOffice members in office, the mayor not counted
     * @param mayor whether the mayor is a member of the organ
     * @param present members present, the mayor among them
     * @param mayorPresent whether the mayor is one of those present
     * @param recused those present who must abstain
     * @throws MinutesException with code {@code PRESENT_EXCEEDS_COMPONENTS} if more are there than the organ has
     */
    public Turnout {
        if (present > assigned + (mayor ? 1 : 0)) {
            throw new MinutesException(
                    "PRESENT_EXCEEDS_COMPONENTS", present + " members are present, " + assigned + " are assigned");
        }
    }

    /**
     * A full organ in first call of which nobody must abstain.
     *
     * @param assigned members assigned and in office, the mayor not counted
     * @param present members present, the mayor among them
     * @return the turnout, the mayor a member and present
     * @throws MinutesException with code {@code PRESENT_EXCEEDS_COMPONENTS} if more are there than the organ has
     */
    public static Turnout of(int assigned, int present) {
        return new Turnout(1, assigned, assigned, true, present, true, 0);
    }

    /**
     * Those present, the mayor apart.
     *
     * @return their number
     * @throws MinutesException with code {@code PRESENT_INVALID} if the number cannot be
     */
    public Attendance attendance() {
        return new Attendance(present, mayorPresent);
    }
}
