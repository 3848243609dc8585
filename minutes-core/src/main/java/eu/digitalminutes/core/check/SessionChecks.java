// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.check;

import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.Finding;
import java.util.ArrayList;
import java.util.List;

/** The checks of one meeting, in the order in which a reader of minutes would make them. */
public final class SessionChecks {
    private SessionChecks() {}

    /**
     * All findings about minutes, as far as the facts alone tell: checks 14 to 21 and 24 of the legal report.
     *
     * @param minutes the facts
     * @return the findings, possibly none
     */
    public static List<Finding> of(Minutes minutes) {
        Facts facts = new Facts(minutes);
        List<Finding> findings = new ArrayList<>();
        findings.addAll(HeadCheck.of(facts));
        findings.addAll(MembershipCheck.of(facts));
        findings.addAll(ConvocationCheck.of(facts));
        findings.addAll(TimelineCheck.of(facts));
        findings.addAll(ChainCheck.of(facts));
        findings.addAll(QuorumCheck.of(facts));
        findings.addAll(VoteCheck.of(facts));
        findings.addAll(BallotCheck.of(facts));
        findings.addAll(ImmediateExecutionCheck.of(facts));
        findings.addAll(OpinionCheck.of(facts));
        findings.addAll(RecusalCheck.of(facts));
        findings.addAll(RemoteCheck.of(facts));
        findings.addAll(RecordingCheck.of(facts));
        findings.addAll(AnnexCheck.of(facts));
        findings.addAll(LineageCheck.of(facts));
        return findings;
    }
}
