// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.check;

import static eu.digitalminutes.signature.internal.check.LegalChecks.CATALOGUE;

import eu.digitalminutes.core.outcome.Finding;
import java.util.List;

/** Check 10: each signature rests on algorithms that are safe, or were when it is proven to have been made. */
final class AlgorithmCheck {
    private AlgorithmCheck() {}

    static List<Finding> of(ContainerFacts facts) {
        return facts.signatures().stream()
                .filter(signature -> signature.isUndecided() && tells(signature.subIndication()))
                .map(signature -> CATALOGUE.undecided(
                        "ALGORITHM_WEAK",
                        signature.signer(),
                        signature.signer(),
                        signature.subIndication(),
                        signature.algorithm()))
                .toList();
    }

    static boolean tells(String reason) {
        return reason.startsWith("CRYPTO_CONSTRAINTS");
    }
}
