// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.check;

import static eu.digitalminutes.signature.internal.check.LegalChecks.CATALOGUE;

import eu.digitalminutes.core.outcome.Finding;
import java.util.ArrayList;
import java.util.List;

/** Whether the trusted lists can be used at all: what they cannot say is undecided, not invalid. */
final class TrustCheck {
    private TrustCheck() {}

    static List<Finding> of(ContainerFacts facts) {
        List<Finding> findings = new ArrayList<>();
        for (String problem : facts.trust().problems()) {
            findings.add(CATALOGUE.undecided("TRUSTED_LIST_UNUSABLE", "", problem));
        }
        if (facts.trust().empty() && facts.trust().problems().isEmpty()) {
            findings.add(CATALOGUE.undecided("NO_TRUST", ""));
        }
        return findings;
    }
}
