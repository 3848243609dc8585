// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.check;

import static eu.digitalminutes.core.check.RuleFindings.CATALOGUE;

import eu.digitalminutes.core.course.Speech;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.rules.RecusalRule;
import eu.digitalminutes.core.voting.Vote;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Check 19: who is bound to abstain neither spoke nor voted on the point, and left where the regulation asks it. */
final class RecusalCheck {
    private RecusalCheck() {}

    static List<Finding> of(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (Vote vote : facts.votes()) {
            for (String seat : facts.recused(vote.item()).stream().sorted().toList()) {
                if (vote.ballots().containsKey(seat)) {
                    findings.add(CATALOGUE.finding("RECUSED_VOTED", Severity.WARN, vote.id(), facts.name(seat)));
                }
            }
            if (facts.rules().recusal().room() == RecusalRule.Room.MUST_LEAVE) {
                OffsetDateTime at = vote.closedAt().orElse(vote.openedAt());
                for (Seat seat : facts.recusedPresent(vote.item(), at)) {
                    findings.add(CATALOGUE.finding("RECUSED_STAYED", Severity.WARN, vote.id(), facts.name(seat.id())));
                }
            }
        }
        for (Speech speech : facts.course().speeches()) {
            if (facts.recused(speech.item()).contains(speech.seat())) {
                findings.add(CATALOGUE.finding(
                        "RECUSED_SPOKE",
                        Severity.WARN,
                        speech.item(),
                        facts.name(speech.seat()),
                        speech.span().from().toString()));
            }
        }
        return findings;
    }
}
