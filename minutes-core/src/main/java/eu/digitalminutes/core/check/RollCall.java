// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.check;

import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.meeting.Meeting;
import java.time.OffsetDateTime;

/** When the roll call (<i>appello</i>) is over: at the verification of the quorum, else when the first item begins. */
final class RollCall {
    private RollCall() {}

    static OffsetDateTime endOf(Meeting meeting, OffsetDateTime opened) {
        for (SessionEvent event : meeting.timeline()) {
            boolean over = event.what() instanceof Conduct.QuorumVerified
                    || event.what() instanceof Business.ItemOpened
                    || event.what() instanceof Voting.VoteOpened
                    || event.what() instanceof Conduct.Closed
                    || event.what() instanceof Conduct.Dissolved;
            if (over && !event.at().isBefore(opened)) {
                return event.at();
            }
        }
        return opened;
    }
}
