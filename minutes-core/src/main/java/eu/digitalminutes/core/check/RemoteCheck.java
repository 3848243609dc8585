// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.check;

import static eu.digitalminutes.core.check.RuleFindings.CATALOGUE;

import eu.digitalminutes.core.event.AttendanceMode;
import eu.digitalminutes.core.event.Attending;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.SessionMode;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import java.util.ArrayList;
import java.util.List;

/** Check 20: who attends remotely does so under the body's own regulation, identified with certainty. */
final class RemoteCheck {
    private RemoteCheck() {}

    static List<Finding> of(Meeting meeting) {
        List<Finding> findings = new ArrayList<>();
        boolean anyRemote = meeting.mode() != SessionMode.IN_PERSON;
        for (SessionEvent event : meeting.events()) {
            if (event.what() instanceof Attending.Joined joined && joined.mode() == AttendanceMode.REMOTE) {
                anyRemote = true;
                if (joined.identification().isBlank()) {
                    findings.add(CATALOGUE.finding(
                            "REMOTE_NOT_IDENTIFIED",
                            Severity.WARN,
                            joined.seat(),
                            meeting.seat(joined.seat()).person().fullName()));
                }
            }
        }
        if (anyRemote && meeting.remoteRegulation().isBlank()) {
            findings.add(CATALOGUE.finding("REMOTE_WITHOUT_REGULATION", Severity.FAIL, ""));
        }
        return findings;
    }
}
