// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.check;

import static eu.digitalminutes.core.check.RuleFindings.CATALOGUE;

import eu.digitalminutes.core.event.Attending;
import eu.digitalminutes.core.event.Choice;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.event.VotingMethod;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.presence.Presence;
import eu.digitalminutes.core.rules.LocalRules;
import eu.digitalminutes.core.voting.Vote;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Checks 16, 17 and 19: every vote adds up, is proclaimed as counted, and holds only those who may vote. */
final class VoteCheck {
    private final Meeting meeting;
    private final LocalRules rules;
    private final Presence presence;
    private final List<Finding> findings = new ArrayList<>();

    private VoteCheck(Meeting meeting, LocalRules rules) {
        this.meeting = meeting;
        this.rules = rules;
        this.presence = Presence.of(meeting);
    }

    static List<Finding> of(Meeting meeting, LocalRules rules) {
        VoteCheck check = new VoteCheck(meeting, rules);
        for (Vote vote : Vote.allOf(meeting)) {
            check.vote(vote);
        }
        return check.findings;
    }

    private void vote(Vote vote) {
        Tally tally = vote.tally().orElse(null);
        OffsetDateTime closed = vote.closedAt().orElse(null);
        if (tally == null || closed == null) {
            fail("VOTE_NOT_COUNTED", vote);
            return;
        }
        int present = presence.membersAt(closed).size();
        if (tally.counted() != present) {
            fail("TALLY_INCOHERENT", vote, tally.counted(), present);
        }
        ballots(vote, tally, closed);
        Outcome outcome = rules.outcome(vote.kind(), tally, meeting);
        int required = rules.requiredYes(vote.kind(), tally, meeting);
        Outcome proclaimed = vote.proclaimed().orElse(null);
        if (proclaimed == null) {
            fail("VOTE_NOT_PROCLAIMED", vote);
        } else if (proclaimed != outcome) {
            String code = vote.kind() == VoteKind.IMMEDIATE_EXECUTION ? "IMMEDIATE_EXECUTION_SHORT" : "OUTCOME_WRONG";
            fail(code, vote, tally.yes(), required);
        }
    }

    private void ballots(Vote vote, Tally tally, OffsetDateTime closed) {
        for (String seat : vote.ballots().keySet().stream().sorted().toList()) {
            String name = meeting.seat(seat).person().fullName();
            if (!meeting.seat(seat).member()) {
                fail("VOTER_NO_MEMBER", vote, name);
            } else if (!presence.isPresent(seat, closed)) {
                fail("VOTER_ABSENT", vote, name);
            }
            if (recused(seat, vote.item())) {
                findings.add(CATALOGUE.finding("RECUSED_VOTED", Severity.WARN, vote.id(), name));
            }
        }
        if (vote.method() == VotingMethod.SECRET_BALLOT) {
            return;
        }
        names(vote, Choice.YES, tally.yes());
        names(vote, Choice.NO, tally.no());
        names(vote, Choice.ABSTAINED, tally.abstained());
        names(vote, Choice.NOT_VOTING, tally.notVoting());
    }

    /** More names than votes is a contradiction; fewer is a gap where the regulations ask for names. */
    private void names(Vote vote, Choice choice, int votes) {
        int named = vote.seatsThat(choice).size();
        if (named > votes) {
            fail("BALLOTS_INCOHERENT", vote, named, choice.label().italian(), votes);
        } else if (named < votes && (choice == Choice.NO || choice == Choice.ABSTAINED)) {
            findings.add(CATALOGUE.finding(
                    "NAMES_MISSING",
                    Severity.WARN,
                    vote.id(),
                    votes - named,
                    choice.label().italian()));
        }
    }

    private boolean recused(String seat, String item) {
        return meeting.events().stream()
                .map(SessionEvent::what)
                .anyMatch(what -> what instanceof Attending.Recused recusal
                        && recusal.seat().equals(seat)
                        && recusal.item().equals(item));
    }

    private void fail(String code, Vote vote, Object... arguments) {
        findings.add(CATALOGUE.finding(code, Severity.FAIL, vote.id(), arguments));
    }
}
