// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.ruling;

import eu.digitalminutes.core.outcome.MinutesException;

/**
 * Who is present when the quorum is counted (<i>presenti</i>).
 *
 * @param members members present, the mayor among them
 * @param mayor whether the mayor is one of them
 */
public record Attendance(int members, boolean mayor) {
    /**
     * Who is present when the quorum is counted (<i>presenti</i>).
     *
     * @param members members present, the mayor among them
     * @param mayor whether the mayor is one of them
     * @throws MinutesException with code {@code PRESENT_INVALID} if the number cannot be
     */
    public Attendance {
        if (members < (mayor ? 1 : 0)) {
            throw new MinutesException("PRESENT_INVALID", "not a number of members present: " + members);
        }
    }

    /**
     * Those present besides the mayor.
     *
     * @return their number
     */
    public int withoutMayor() {
        return mayor ? members - 1 : members;
    }
}
