// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.check;

import static eu.digitalminutes.signature.internal.check.LegalChecks.CATALOGUE;

import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.signature.trust.ListStanding;
import eu.digitalminutes.signature.trust.ListState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Check 6, for the lists themselves: what they cannot say is undecided, not invalid. A list that is not needed, since every
 * signature is found qualified without it, is only a warning.
 */
final class TrustCheck {
    private TrustCheck() {}

    static List<Finding> of(ContainerFacts facts) {
        List<Finding> findings = new ArrayList<>();
        boolean needed = facts.signatures().isEmpty()
                || facts.signatures().stream()
                        .anyMatch(one -> !one.passed() || !one.qualification().startsWith("Q"));
        for (ListState list : facts.trust().lists()) {
            String name = name(list);
            if (list.standing() == ListStanding.IN_GRACE) {
                findings.add(CATALOGUE.finding("TRUSTED_LIST_IN_GRACE", Severity.WARN, name, name, what(list)));
            } else if (!list.standing().isTrusted()) {
                String code = "TRUSTED_LIST_" + list.standing();
                findings.add(
                        needed
                                ? CATALOGUE.undecided(code, name, name, what(list))
                                : CATALOGUE.finding(code, Severity.WARN, name, name, what(list)));
            }
        }
        if (facts.trust().empty() && facts.trust().lists().isEmpty()) {
            findings.add(CATALOGUE.undecided("NO_TRUST", ""));
        }
        return findings;
    }

    /** Since when it is overdue, or what else is the matter. */
    private static String what(ListState list) {
        return list.standing() == ListStanding.STALE || list.standing() == ListStanding.IN_GRACE
                ? list.nextUpdate().map(Instant::toString).orElse("–")
                : list.problem();
    }

    /** Whose list, or, if it cannot be read, where it is from. */
    private static String name(ListState list) {
        String address = list.address().toString();
        return list.territory().isEmpty() ? address.substring(address.lastIndexOf('/') + 1) : list.territory();
    }
}
