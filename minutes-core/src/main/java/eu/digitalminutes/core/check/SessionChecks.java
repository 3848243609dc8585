// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.check;

import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.rules.LocalRules;
import java.util.ArrayList;
import java.util.List;

/** The checks of one meeting, in the order in which a reader of minutes would make them. */
public final class SessionChecks {
    private SessionChecks() {}

    /**
     * All findings about a meeting.
     *
     * @param meeting what happened
     * @param rules the rules in force
     * @param recordings the parts of the recording
     * @return the findings, possibly none
     */
    public static List<Finding> of(Meeting meeting, LocalRules rules, List<RecordingPart> recordings) {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(HeadCheck.of(meeting));
        findings.addAll(TimelineCheck.of(meeting));
        findings.addAll(QuorumCheck.of(meeting, rules));
        findings.addAll(VoteCheck.of(meeting, rules));
        findings.addAll(RemoteCheck.of(meeting));
        findings.addAll(RecordingCheck.of(meeting, recordings));
        return findings;
    }
}
