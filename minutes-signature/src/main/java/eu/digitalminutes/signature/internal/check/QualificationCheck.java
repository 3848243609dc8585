// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.check;

import static eu.digitalminutes.signature.internal.check.LegalChecks.CATALOGUE;

import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.signature.report.VerifiedSignature;
import java.util.ArrayList;
import java.util.List;

/** Check 5: each signature is a qualified one of a person, with a certificate and a device that are. */
final class QualificationCheck {
    private QualificationCheck() {}

    static List<Finding> of(ContainerFacts facts) {
        List<Finding> findings = new ArrayList<>();
        if (facts.profile().requiresQualified()) {
            facts.signatures().stream()
                    .filter(signature ->
                            signature.passed() && !signature.qualification().equals("QESIG"))
                    .forEach(signature -> findings.add(of(signature, facts.trust())));
        }
        return findings;
    }

    private static Finding of(VerifiedSignature signature, ContainerFacts.TrustFacts trust) {
        String where = signature.signer();
        if (!trust.qualifying()) {
            return CATALOGUE.undecided("QUALIFICATION_UNKNOWN", where, signature.signer());
        } else if (signature.qualification().equals("QESEAL")) {
            return CATALOGUE.finding("SEAL_IN_PLACE_OF_SIGNATURE", Severity.FAIL, where, signature.signer());
        }
        return CATALOGUE.finding("NOT_QUALIFIED", Severity.FAIL, where, signature.signer(), signature.qualification());
    }
}
