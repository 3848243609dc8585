// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation;

import eu.digitalminutes.core.proposal.Effect;
import eu.digitalminutes.core.proposal.Opinion;
import eu.digitalminutes.core.proposal.OpinionKind;
import eu.digitalminutes.core.proposal.OpinionOutcome;
import eu.digitalminutes.core.proposal.Proposal;
import eu.digitalminutes.core.rules.OpinionRule;
import eu.digitalminutes.core.ruling.OpinionRuling;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Which opinions a proposal still lacks, the order of steps telling which were given on the amended text. */
final class OpinionsDue {
    private OpinionsDue() {}

    static OpinionRuling of(Unfolding act) {
        return act.rules.opinions().ruling(traits(act), given(act));
    }

    /** Whether the opinion that counts of some kind is against. */
    static boolean isUnfavourable(Proposal proposal) {
        for (OpinionKind kind : OpinionKind.values()) {
            Optional<OpinionOutcome> outcome = proposal.opinion(kind).map(Opinion::outcome);
            if (outcome.equals(Optional.of(OpinionOutcome.UNFAVOURABLE))) {
                return true;
            }
        }
        return false;
    }

    private static Set<OpinionRule.Trait> traits(Unfolding act) {
        Set<OpinionRule.Trait> traits = EnumSet.noneOf(OpinionRule.Trait.class);
        if (act.proposal.isPolicy()) {
            traits.add(OpinionRule.Trait.POLICY_ACT);
        }
        if (act.proposal.effect() != Effect.NONE) {
            traits.add(OpinionRule.Trait.ACCOUNTING_EFFECTS);
        }
        if (act.proposal.effect() == Effect.SPENDING) {
            traits.add(OpinionRule.Trait.SPENDING);
        }
        if (act.amended) {
            traits.add(OpinionRule.Trait.AMENDED);
        }
        return traits;
    }

    private static Set<OpinionRule.Opinion> given(Unfolding act) {
        Set<OpinionRule.Opinion> given = EnumSet.noneOf(OpinionRule.Opinion.class);
        if (act.proposal.opinion(OpinionKind.TECHNICAL).isPresent()) {
            given.add(OpinionRule.Opinion.TECHNICAL);
        }
        if (act.proposal.opinion(OpinionKind.ACCOUNTING).isPresent()) {
            given.add(OpinionRule.Opinion.ACCOUNTING);
        }
        if (act.opinionsSinceAmendment.contains(OpinionKind.TECHNICAL)) {
            given.add(OpinionRule.Opinion.TECHNICAL_ON_AMENDMENT);
        }
        if (act.opinionsSinceAmendment.contains(OpinionKind.ACCOUNTING)) {
            given.add(OpinionRule.Opinion.ACCOUNTING_ON_AMENDMENT);
        }
        if (!act.proposal.coverageVisa().isBlank()) {
            given.add(OpinionRule.Opinion.COVERAGE);
        }
        return given;
    }
}
