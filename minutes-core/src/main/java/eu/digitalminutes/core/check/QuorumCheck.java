// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.check;

import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.Matter;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.presence.Quorum;
import eu.digitalminutes.core.rules.QuorumRule;
import eu.digitalminutes.core.ruling.Attendance;
import eu.digitalminutes.core.ruling.QuorumRuling;
import eu.digitalminutes.core.voting.Vote;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Check 15: enough members were there when the meeting began, at every vote, and whenever the chair counted. */
final class QuorumCheck {
    private final Facts facts;
    private final List<Finding> findings = new ArrayList<>();

    private QuorumCheck(Facts facts) {
        this.facts = facts;
    }

    static List<Finding> of(Facts facts) {
        QuorumCheck check = new QuorumCheck(facts);
        QuorumRule rule = facts.rules().quorumRule(facts.meeting().call(), Matter.ORDINARY);
        boolean presumed = rule.verification() == QuorumRule.Verification.ON_REQUEST;
        if (!presumed) {
            if (rule.when() == QuorumRule.When.THROUGHOUT) {
                check.opening();
            }
            check.votes();
        }
        check.countedByTheChair(presumed);
        return check.findings;
    }

    private void opening() {
        facts.meeting()
                .openedAt()
                .ifPresent(opened -> at("opening", Matter.ORDINARY, RollCall.endOf(facts.meeting(), opened), ""));
    }

    private void votes() {
        for (Vote vote : facts.votes()) {
            at(vote.id(), vote.matter(), vote.openedAt(), vote.item());
            vote.closedAt().ifPresent(closed -> at(vote.id(), vote.matter(), closed, vote.item()));
        }
    }

    /** Where the number is presumed until somebody asks, what the chair then found decides. */
    private void countedByTheChair(boolean presumed) {
        boolean asked = false;
        for (SessionEvent event : facts.meeting().timeline()) {
            if (event.what() instanceof Conduct.QuorumChallenged) {
                asked = true;
            } else if (event.what() instanceof Conduct.QuorumVerified && (asked || presumed)) {
                at("/events/" + facts.meeting().events().indexOf(event), Matter.ORDINARY, event.at(), "");
                asked = false;
            }
        }
        if (asked) {
            findings.add(RuleFindings.CATALOGUE.finding("QUORUM_NOT_VERIFIED", Severity.WARN, ""));
        }
    }

    private void at(String where, Matter matter, OffsetDateTime instant, String item) {
        List<Seat> present = facts.presence().membersAt(instant);
        Attendance bound = Quorum.attendance(facts.recusedPresent(item, instant));
        Attendance counted = facts.rules().recusal().forQuorum(Quorum.attendance(present), bound);
        QuorumRuling ruling = Quorum.of(facts.meeting(), facts.rules(), matter, counted);
        boolean saidAlready =
                findings.stream().anyMatch(finding -> finding.where().equals(where));
        if (!ruling.holds() && !saidAlready) {
            findings.add(RuleFindings.explained(
                    "QUORUM_MISSING", Severity.FAIL, where, ruling, ruling.counted(), ruling.required()));
        }
    }
}
