// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.minutes;

import java.time.LocalDate;
import java.util.Objects;

/**
 * How the organ approved minutes in a later meeting (<i>approvazione del verbale</i>). It checks what was written down
 * and decides nothing anew.
 *
 * @param meeting the name of the meeting that approved them, as {@code MeetingId} writes it
 * @param vote the vote there
 * @param date the day
 */
public record Approval(String meeting, String vote, LocalDate date) {
    /**
     * An approval.
     *
     * @param meeting the name of the meeting that approved them
     * @param vote the vote there
     * @param date the day
     * @throws IllegalArgumentException if meeting or vote is blank
     */
    public Approval {
        Objects.requireNonNull(date, "date");
        if (meeting.isBlank() || vote.isBlank()) {
            throw new IllegalArgumentException("an approval names the meeting and the vote");
        }
    }
}
