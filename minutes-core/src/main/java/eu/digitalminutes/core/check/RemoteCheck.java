// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.check;

import static eu.digitalminutes.core.check.RuleFindings.CATALOGUE;

import eu.digitalminutes.core.event.AttendanceMode;
import eu.digitalminutes.core.event.VotingMethod;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Publicity;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.meeting.SessionMode;
import eu.digitalminutes.core.minutes.AnnexKind;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.presence.PresenceInterval;
import eu.digitalminutes.core.rules.MinutesRule;
import eu.digitalminutes.core.voting.Vote;
import java.util.ArrayList;
import java.util.List;

/** Check 20: who attends remotely does so under the body's own regulation, identified with certainty, before a public. */
final class RemoteCheck {
    private final Facts facts;
    private final List<Finding> findings = new ArrayList<>();

    private RemoteCheck(Facts facts) {
        this.facts = facts;
    }

    static List<Finding> of(Facts facts) {
        RemoteCheck check = new RemoteCheck(facts);
        List<PresenceInterval> remote = facts.presence().intervals().stream()
                .filter(interval -> interval.mode() == AttendanceMode.REMOTE)
                .toList();
        remote.forEach(check::identified);
        if (!remote.isEmpty() || facts.meeting().mode() != SessionMode.IN_PERSON) {
            check.meeting(!remote.isEmpty());
        }
        return check.findings;
    }

    private void identified(PresenceInterval interval) {
        boolean said = findings.stream().anyMatch(finding -> finding.where().equals(interval.seat()));
        if (interval.identification().isBlank() && !said) {
            findings.add(CATALOGUE.finding(
                    "REMOTE_NOT_IDENTIFIED", Severity.WARN, interval.seat(), facts.name(interval.seat())));
        }
    }

    private void meeting(boolean somebodyRemote) {
        Meeting meeting = facts.meeting();
        if (meeting.remoteRegulation().isBlank()) {
            findings.add(CATALOGUE.finding("REMOTE_WITHOUT_REGULATION", Severity.FAIL, ""));
        }
        if (meeting.mode() == SessionMode.IN_PERSON) {
            findings.add(CATALOGUE.finding("REMOTE_NOT_CONVENED", Severity.WARN, ""));
        }
        boolean openToThePublic = meeting.publicity() == Publicity.PUBLIC
                && facts.rules().minutes().sittings() == MinutesRule.Sittings.PUBLIC;
        if (openToThePublic && meeting.broadcast().isBlank()) {
            findings.add(CATALOGUE.finding("REMOTE_WITHOUT_BROADCAST", Severity.WARN, ""));
        }
        boolean logged = facts.minutes().annexes().stream().anyMatch(annex -> annex.kind() == AnnexKind.PLATFORM_LOG);
        if (somebodyRemote && !logged) {
            findings.add(CATALOGUE.finding("PLATFORM_LOG_MISSING", Severity.INFO, ""));
        }
        for (Vote vote : facts.votes()) {
            boolean remoteVoter = facts.presence().membersAt(vote.openedAt()).stream()
                    .map(Seat::id)
                    .anyMatch(seat -> facts.presence().of(seat).stream()
                            .anyMatch(interval ->
                                    interval.mode() == AttendanceMode.REMOTE && interval.covers(vote.openedAt())));
            if (vote.method() == VotingMethod.SECRET_BALLOT && remoteVoter) {
                findings.add(CATALOGUE.finding("SECRET_BALLOT_REMOTE", Severity.INFO, vote.id()));
            }
        }
    }
}
