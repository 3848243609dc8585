// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.check;

import static eu.digitalminutes.core.check.RuleFindings.CATALOGUE;

import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.event.VotingMethod;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.ItemKind;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.ruling.Candidate;
import eu.digitalminutes.core.ruling.ElectionCount;
import eu.digitalminutes.core.ruling.ElectionRuling;
import eu.digitalminutes.core.voting.Vote;
import eu.digitalminutes.core.voting.VoteResult;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Check 16: every vote adds up, and is proclaimed as the count and the rules have it. */
final class VoteCheck {
    private final Facts facts;
    private final List<Finding> findings = new ArrayList<>();

    private VoteCheck(Facts facts) {
        this.facts = facts;
    }

    static List<Finding> of(Facts facts) {
        VoteCheck check = new VoteCheck(facts);
        facts.votes().forEach(check::vote);
        return check.findings;
    }

    private void vote(Vote vote) {
        Tally tally = vote.tally().orElse(null);
        OffsetDateTime closed = vote.closedAt().orElse(null);
        if (tally == null || closed == null) {
            fail("VOTE_NOT_COUNTED", vote);
            return;
        }
        int present = facts.presence().membersAt(closed).size();
        int bound = facts.recusedPresent(vote.item(), closed).size();
        if (tally.counted() != present && tally.counted() != present - bound) {
            fail("TALLY_INCOHERENT", vote, tally.counted(), present);
        }
        if (vote.proclaimed().isEmpty()) {
            fail("VOTE_NOT_PROCLAIMED", vote);
        }
        if (tally.counted() <= present && present <= facts.membership().components()) {
            if (vote.kind() == VoteKind.ELECTION && !vote.candidates().isEmpty()) {
                election(vote, tally, present);
            } else if (vote.kind() != VoteKind.ELECTION) {
                outcome(vote, closed);
            }
        }
        secrecy(vote, closed);
    }

    private void outcome(Vote vote, OffsetDateTime closed) {
        List<String> present =
                facts.presence().membersAt(closed).stream().map(Seat::id).toList();
        String chair = facts.course().presidentAt(closed).map(Seat::id).orElse("");
        Set<String> recused = facts.recused(vote.item());
        VoteResult.of(vote, facts.rules(), facts.membership(), present, recused, chair)
                .filter(ruling ->
                        vote.proclaimed().isPresent() && !vote.proclaimed().equals(Optional.of(ruling.outcome())))
                .ifPresent(ruling -> findings.add(RuleFindings.explained(
                        vote.kind() == VoteKind.IMMEDIATE_EXECUTION ? "IMMEDIATE_EXECUTION_SHORT" : "OUTCOME_WRONG",
                        Severity.FAIL,
                        vote.id(),
                        ruling,
                        ruling.counted(),
                        ruling.required())));
    }

    /** Who was proclaimed elected has the votes; how many seats there are follows from how many were proclaimed. */
    private void election(Vote vote, Tally tally, int present) {
        Set<String> proclaimed = new TreeSet<>(vote.elected());
        List<Candidate> candidates = vote.candidates().entrySet().stream()
                .map(one -> Candidate.of(one.getKey(), one.getValue()))
                .toList();
        if (!vote.candidates().keySet().containsAll(proclaimed)) {
            fail("ELECTED_WITHOUT_VOTES", vote, String.join(", ", proclaimed));
            return;
        }
        try {
            ElectionRuling ruling = facts.rules()
                    .elections()
                    .ruling(
                            ElectionCount.of(candidates, tally.yes())
                                    .before(present, tally.blank(), tally.spoiled())
                                    .forSeats(Math.max(1, proclaimed.size())),
                            facts.membership());
            if (!proclaimed.isEmpty() && !proclaimed.equals(new TreeSet<>(ruling.elected()))) {
                findings.add(RuleFindings.explained(
                        "ELECTION_WRONG", Severity.FAIL, vote.id(), ruling, String.join(", ", proclaimed)));
            }
        } catch (MinutesException e) {
            fail("ELECTION_INCOHERENT", vote, String.valueOf(e.getMessage()));
        }
    }

    private void secrecy(Vote vote, OffsetDateTime closed) {
        AgendaItem item = facts.meeting().item(vote.item());
        if (vote.method() != VotingMethod.SECRET_BALLOT) {
            if (item.kind() == ItemKind.APPOINTMENT
                    && (vote.kind() == VoteKind.MAIN || vote.kind() == VoteKind.ELECTION)) {
                findings.add(CATALOGUE.finding("APPOINTMENT_IN_OPEN_VOTE", Severity.INFO, vote.id()));
            }
            return;
        }
        int named = scrutineersBefore(closed);
        int asked = facts.rules().elections().scrutineers();
        if (named < asked) {
            findings.add(CATALOGUE.finding("SCRUTINEERS_MISSING", Severity.WARN, vote.id(), named, asked));
        }
    }

    private int scrutineersBefore(OffsetDateTime at) {
        int named = 0;
        for (SessionEvent event : facts.meeting().timeline()) {
            if (event.what() instanceof Voting.ScrutineersNamed scrutineers
                    && !event.at().isAfter(at)) {
                named = Math.max(named, scrutineers.seats().size());
            }
        }
        return named;
    }

    private void fail(String code, Vote vote, Object... arguments) {
        findings.add(CATALOGUE.finding(code, Severity.FAIL, vote.id(), arguments));
    }
}
