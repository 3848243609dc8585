// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.check;

import static eu.digitalminutes.core.check.RuleFindings.CATALOGUE;

import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.ItemKind;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.proposal.Effect;
import eu.digitalminutes.core.proposal.Opinion;
import eu.digitalminutes.core.proposal.OpinionKind;
import eu.digitalminutes.core.proposal.OpinionOutcome;
import eu.digitalminutes.core.proposal.Proposal;
import eu.digitalminutes.core.rules.OpinionRule;
import eu.digitalminutes.core.ruling.OpinionRuling;
import eu.digitalminutes.core.voting.Vote;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Check 18: every proposal put to the vote had the opinions that were due, or a word that they were not. */
final class OpinionCheck {
    private final Facts facts;
    private final List<Finding> findings = new ArrayList<>();

    private OpinionCheck(Facts facts) {
        this.facts = facts;
    }

    static List<Finding> of(Facts facts) {
        OpinionCheck check = new OpinionCheck(facts);
        for (AgendaItem item : facts.meeting().agenda()) {
            Optional<Vote> main = facts.votes().stream()
                    .filter(vote -> vote.item().equals(item.id()) && vote.kind() == VoteKind.MAIN)
                    .findFirst();
            main.ifPresent(vote -> check.item(item, vote));
        }
        return check.findings;
    }

    private void item(AgendaItem item, Vote vote) {
        Proposal proposal = item.proposal().orElse(null);
        if (proposal == null) {
            if (item.kind() == ItemKind.PROPOSAL) {
                findings.add(CATALOGUE.finding("OPINIONS_UNKNOWN", Severity.INFO, item.id(), item.number()));
            }
            return;
        }
        OpinionRuling ruling = facts.rules().opinions().ruling(traits(proposal, item), given(proposal, vote));
        if (!ruling.holds()) {
            findings.add(RuleFindings.explained("OPINION_MISSING", Severity.WARN, item.id(), ruling, item.number()));
        } else if (ruling.warnings().contains("COVERAGE_BEFORE_EFFECT")) {
            findings.add(CATALOGUE.finding("COVERAGE_VISA_MISSING", Severity.WARN, item.id(), item.number()));
        }
        boolean departs = vote.proclaimed().equals(Optional.of(Outcome.APPROVED))
                && proposal.opinions().stream()
                        .anyMatch(opinion -> proposal.opinion(opinion.kind()).equals(Optional.of(opinion))
                                && opinion.outcome() == OpinionOutcome.UNFAVOURABLE);
        if (departs) {
            findings.add(CATALOGUE.finding("OPINION_DEPARTED_FROM", Severity.WARN, item.id(), item.number()));
        }
    }

    private Set<OpinionRule.Trait> traits(Proposal proposal, AgendaItem item) {
        Set<OpinionRule.Trait> traits = EnumSet.noneOf(OpinionRule.Trait.class);
        if (proposal.isPolicy()) {
            traits.add(OpinionRule.Trait.POLICY_ACT);
        }
        if (proposal.effect() != Effect.NONE) {
            traits.add(OpinionRule.Trait.ACCOUNTING_EFFECTS);
        }
        if (proposal.effect() == Effect.SPENDING) {
            traits.add(OpinionRule.Trait.SPENDING);
        }
        boolean amended = facts.votes().stream()
                .anyMatch(vote -> vote.item().equals(item.id())
                        && vote.kind() == VoteKind.AMENDMENT
                        && vote.proclaimed().equals(Optional.of(Outcome.APPROVED)));
        if (amended) {
            traits.add(OpinionRule.Trait.AMENDED);
        }
        return traits;
    }

    /** An opinion declared not due counts as given; one of the day of the vote counts for the amended text too. */
    private static Set<OpinionRule.Opinion> given(Proposal proposal, Vote vote) {
        Set<OpinionRule.Opinion> given = EnumSet.noneOf(OpinionRule.Opinion.class);
        LocalDate day = vote.openedAt().toLocalDate();
        for (Opinion opinion : proposal.opinions()) {
            boolean onTheDay = !opinion.date().isBefore(day);
            if (opinion.date().isAfter(day)) {
                continue;
            }
            if (opinion.kind() == OpinionKind.TECHNICAL) {
                given.add(OpinionRule.Opinion.TECHNICAL);
                if (onTheDay) {
                    given.add(OpinionRule.Opinion.TECHNICAL_ON_AMENDMENT);
                }
            } else if (opinion.kind() == OpinionKind.ACCOUNTING) {
                given.add(OpinionRule.Opinion.ACCOUNTING);
                if (onTheDay) {
                    given.add(OpinionRule.Opinion.ACCOUNTING_ON_AMENDMENT);
                }
            }
        }
        if (!proposal.coverageVisa().isBlank()) {
            given.add(OpinionRule.Opinion.COVERAGE);
        }
        return given;
    }
}
