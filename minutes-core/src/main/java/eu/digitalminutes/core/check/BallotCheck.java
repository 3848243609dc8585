// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.check;

import static eu.digitalminutes.core.check.RuleFindings.CATALOGUE;

import eu.digitalminutes.core.event.Choice;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VotingMethod;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.voting.Vote;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Check 16: the names of an open vote are those of members who were there, and as many as the count says. */
final class BallotCheck {
    private final Facts facts;
    private final List<Finding> findings = new ArrayList<>();

    private BallotCheck(Facts facts) {
        this.facts = facts;
    }

    static List<Finding> of(Facts facts) {
        BallotCheck check = new BallotCheck(facts);
        for (Vote vote : facts.votes()) {
            Tally tally = vote.tally().orElse(null);
            OffsetDateTime closed = vote.closedAt().orElse(null);
            if (tally != null && closed != null && vote.method() != VotingMethod.SECRET_BALLOT) {
                check.voters(vote, closed);
                check.names(vote, Choice.YES, tally.yes());
                check.names(vote, Choice.NO, tally.no());
                check.names(vote, Choice.ABSTAINED, tally.abstained());
                check.names(vote, Choice.NOT_VOTING, tally.notVoting());
            }
        }
        return check.findings;
    }

    private void voters(Vote vote, OffsetDateTime closed) {
        List<String> members =
                facts.presence().membersAt(closed).stream().map(Seat::id).toList();
        for (String seat : vote.ballots().keySet().stream().sorted().toList()) {
            String name = facts.name(seat);
            if (!members.contains(seat) && facts.presence().isPresent(seat, closed)) {
                fail("VOTER_NO_MEMBER", vote, name);
            } else if (!members.contains(seat)) {
                fail(facts.meeting().seat(seat).member() ? "VOTER_ABSENT" : "VOTER_NO_MEMBER", vote, name);
            } else if (!facts.presence().isPresentThroughout(seat, vote.openedAt(), closed)) {
                findings.add(CATALOGUE.finding("VOTER_NOT_THROUGHOUT", Severity.WARN, vote.id(), name));
            }
        }
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

    private void fail(String code, Vote vote, Object... arguments) {
        findings.add(CATALOGUE.finding(code, Severity.FAIL, vote.id(), arguments));
    }
}
