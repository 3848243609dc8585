// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.check;

import static eu.digitalminutes.signature.internal.check.LegalChecks.CATALOGUE;

import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.signature.report.VerifiedSignature;
import java.util.ArrayList;
import java.util.List;

/** Checks 3, 5, 6 and 7: each signature stands, and is a qualified one of a person. */
final class SignatureCheck {
    private SignatureCheck() {}

    static List<Finding> of(ContainerFacts facts) {
        List<Finding> findings = new ArrayList<>();
        if (facts.signatures().isEmpty()
                && (facts.composed() || facts.timestamps().isEmpty())) {
            findings.add(CATALOGUE.finding("NO_SIGNATURE", Severity.FAIL, ""));
        }
        for (VerifiedSignature signature : facts.signatures()) {
            if (signature.passed()) {
                qualification(signature, facts, findings);
            } else if (signature.indication().equals("TOTAL_FAILED")) {
                findings.add(CATALOGUE.finding(
                        "SIGNATURE_BROKEN",
                        Severity.FAIL,
                        signature.signer(),
                        signature.signer(),
                        signature.subIndication()));
            } else {
                findings.add(undecided(signature));
            }
        }
        return findings;
    }

    private static Finding undecided(VerifiedSignature signature) {
        String where = signature.signer();
        String reason = signature.subIndication();
        if (reason.startsWith("CRYPTO_CONSTRAINTS")) {
            return CATALOGUE.undecided("ALGORITHM_WEAK", where, signature.signer(), reason, signature.algorithm());
        } else if (reason.startsWith("REVOKED")) {
            return CATALOGUE.undecided("CERTIFICATE_REVOKED", where, signature.signer(), reason);
        } else if (reason.equals("NO_CERTIFICATE_CHAIN_FOUND")) {
            return CATALOGUE.undecided("ISSUER_UNKNOWN", where, signature.signer(), reason);
        } else if (reason.startsWith("OUT_OF_BOUNDS")) {
            return CATALOGUE.undecided("CERTIFICATE_OUT_OF_TIME", where, signature.signer(), reason);
        } else if (reason.equals("CERTIFICATE_CHAIN_GENERAL_FAILURE") || reason.equals("TRY_LATER")) {
            return CATALOGUE.undecided("REVOCATION_UNKNOWN", where, signature.signer(), reason);
        }
        return CATALOGUE.undecided(
                "SIGNATURE_UNDECIDED", where, signature.signer(), reason, String.join("; ", signature.reasons()));
    }

    private static void qualification(VerifiedSignature signature, ContainerFacts facts, List<Finding> findings) {
        if (signature.qualification().equals("QESIG") || !facts.profile().requiresQualified()) {
            return;
        }
        String where = signature.signer();
        if (!facts.trust().qualifying()) {
            findings.add(CATALOGUE.undecided("QUALIFICATION_UNKNOWN", where, signature.signer()));
        } else if (signature.qualification().equals("QESEAL")) {
            findings.add(CATALOGUE.finding("SEAL_IN_PLACE_OF_SIGNATURE", Severity.FAIL, where, signature.signer()));
        } else {
            findings.add(CATALOGUE.finding(
                    "NOT_QUALIFIED", Severity.FAIL, where, signature.signer(), signature.qualification()));
        }
    }
}
