// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.check;

import static eu.digitalminutes.core.check.RuleFindings.CATALOGUE;

import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.presence.Presence;
import eu.digitalminutes.core.rules.LocalRules;
import eu.digitalminutes.core.voting.Vote;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Check 15: enough members were there when the meeting began and at every vote. */
final class QuorumCheck {
    private final Meeting meeting;
    private final LocalRules rules;
    private final Presence presence;
    private final List<Finding> findings = new ArrayList<>();

    private QuorumCheck(Meeting meeting, LocalRules rules) {
        this.meeting = meeting;
        this.rules = rules;
        this.presence = Presence.of(meeting);
    }

    static List<Finding> of(Meeting meeting, LocalRules rules) {
        QuorumCheck check = new QuorumCheck(meeting, rules);
        meeting.openedAt().ifPresent(opened -> check.at("opening", RollCall.endOf(meeting, opened)));
        for (Vote vote : Vote.allOf(meeting)) {
            check.at(vote.id(), vote.openedAt());
            vote.closedAt().ifPresent(closed -> check.at(vote.id(), closed));
        }
        return check.findings;
    }

    private void at(String where, OffsetDateTime instant) {
        int counted = rules.countedForQuorum(presence.membersAt(instant));
        int required = rules.quorum(meeting);
        boolean saidAlready =
                findings.stream().anyMatch(finding -> finding.where().equals(where));
        if (counted < required && !saidAlready) {
            findings.add(CATALOGUE.finding("QUORUM_MISSING", Severity.FAIL, where, counted, required, rules.source()));
        }
    }
}
