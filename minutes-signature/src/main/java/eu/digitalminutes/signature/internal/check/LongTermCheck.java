// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.check;

import static eu.digitalminutes.signature.internal.check.LegalChecks.CATALOGUE;

import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import java.util.List;

/** Check 11: each signature carries what it takes to verify it when the services are gone. */
final class LongTermCheck {
    private LongTermCheck() {}

    static List<Finding> of(ContainerFacts facts) {
        return facts.signatures().stream()
                .filter(signature -> signature.level().equals("T"))
                .map(signature -> CATALOGUE.finding(
                        "NO_LONG_TERM_EVIDENCE", Severity.WARN, signature.signer(), signature.signer()))
                .toList();
    }
}
