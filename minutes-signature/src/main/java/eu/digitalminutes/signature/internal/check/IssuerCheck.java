// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.check;

import static eu.digitalminutes.signature.internal.check.LegalChecks.CATALOGUE;

import eu.digitalminutes.core.outcome.Finding;
import java.util.List;

/** Check 6: each certificate was issued by a service that a trusted list has granted. */
final class IssuerCheck {
    private IssuerCheck() {}

    static List<Finding> of(ContainerFacts facts) {
        return facts.signatures().stream()
                .filter(signature -> signature.isUndecided() && tells(signature.subIndication()))
                .map(signature -> CATALOGUE.undecided(
                        "ISSUER_UNKNOWN", signature.signer(), signature.signer(), signature.subIndication()))
                .toList();
    }

    static boolean tells(String reason) {
        return reason.equals("NO_CERTIFICATE_CHAIN_FOUND");
    }
}
