// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.check;

import static eu.digitalminutes.core.check.RuleFindings.CATALOGUE;

import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.voting.Vote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Check 17: immediate execution is a vote of its own, after the proposal was approved; its majority is check 16's. */
final class ImmediateExecutionCheck {
    private ImmediateExecutionCheck() {}

    static List<Finding> of(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < facts.votes().size(); i++) {
            Vote vote = facts.votes().get(i);
            if (vote.kind() == VoteKind.IMMEDIATE_EXECUTION
                    && facts.votes().subList(0, i).stream().noneMatch(earlier -> approves(earlier, vote.item()))) {
                findings.add(CATALOGUE.finding("IMMEDIATE_WITHOUT_APPROVAL", Severity.FAIL, vote.id()));
            }
        }
        return findings;
    }

    private static boolean approves(Vote vote, String item) {
        return (vote.kind() == VoteKind.MAIN || vote.kind() == VoteKind.ELECTION)
                && vote.item().equals(item)
                && vote.proclaimed().equals(Optional.of(Outcome.APPROVED));
    }
}
