// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.check;

import static eu.digitalminutes.signature.internal.check.LegalChecks.CATALOGUE;

import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.signature.report.VerifiedSignature;
import java.util.ArrayList;
import java.util.List;

/** Check 3: each signature is there and intact, over what it signs. */
final class SignatureCheck {
    private SignatureCheck() {}

    static List<Finding> of(ContainerFacts facts) {
        List<Finding> findings = new ArrayList<>();
        if (facts.signatures().isEmpty()
                && (facts.composed() || facts.timestamps().isEmpty())) {
            findings.add(CATALOGUE.finding("NO_SIGNATURE", Severity.FAIL, ""));
        }
        for (VerifiedSignature signature : facts.signatures()) {
            String where = signature.signer();
            String reason = signature.subIndication();
            if (signature.indication().equals("TOTAL_FAILED")) {
                findings.add(CATALOGUE.finding("SIGNATURE_BROKEN", Severity.FAIL, where, signature.signer(), reason));
            } else if (!signature.passed() && !isForAnother(reason)) {
                findings.add(CATALOGUE.undecided(
                        "SIGNATURE_UNDECIDED",
                        where,
                        signature.signer(),
                        reason,
                        String.join("; ", signature.reasons())));
            }
        }
        return findings;
    }

    /** Whether the check of the issuer, of the certificate or of the algorithm tells why. */
    private static boolean isForAnother(String reason) {
        return IssuerCheck.tells(reason) || CertificateCheck.tells(reason) || AlgorithmCheck.tells(reason);
    }
}
