// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.rules;

import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Occurrence;
import eu.digitalminutes.core.meeting.SessionEvent;
import java.time.OffsetDateTime;

/** When the roll call (<i>appello</i>) is over: at the verification of the quorum, else when the first item begins. */
final class RollCall {
    private RollCall() {}

    static OffsetDateTime endOf(Meeting meeting, OffsetDateTime opened) {
        for (SessionEvent event : meeting.events()) {
            boolean over = event.what() instanceof Occurrence.QuorumVerified
                    || event.what() instanceof Occurrence.ItemOpened
                    || event.what() instanceof Occurrence.VoteOpened
                    || event.what() instanceof Occurrence.Closed;
            if (over && !event.at().isBefore(opened)) {
                return event.at();
            }
        }
        return opened;
    }
}
