// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.check;

import static eu.digitalminutes.core.check.RuleFindings.CATALOGUE;

import eu.digitalminutes.core.exchange.EventChain;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import java.util.List;
import java.util.Locale;

/** The chain of events, where there is one, holds. */
final class ChainCheck {
    private ChainCheck() {}

    static List<Finding> of(Facts facts) {
        if (!EventChain.isChained(facts.meeting())) {
            return List.of();
        }
        return EventChain.verify(facts.meeting())
                .map(broken -> CATALOGUE.finding(
                        "EVENT_CHAIN_" + broken.what().name().toUpperCase(Locale.ROOT),
                        Severity.FAIL,
                        "/events/" + broken.event()))
                .map(List::of)
                .orElse(List.of());
    }
}
