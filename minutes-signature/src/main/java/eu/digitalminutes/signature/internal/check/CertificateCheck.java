// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.check;

import static eu.digitalminutes.signature.internal.check.LegalChecks.CATALOGUE;

import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.signature.report.VerifiedSignature;
import eu.digitalminutes.signature.report.VerifiedTimestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Check 7: each certificate was neither expired, nor revoked, nor suspended at the best proven time. */
final class CertificateCheck {
    private CertificateCheck() {}

    static List<Finding> of(ContainerFacts facts) {
        List<Finding> findings = new ArrayList<>();
        for (VerifiedSignature signature : facts.signatures()) {
            String reason = signature.subIndication();
            if (signature.isUndecided() && tells(reason)) {
                findings.add(CATALOGUE.undecided(code(reason), signature.signer(), signature.signer(), reason));
            }
            asOf(signature, findings);
        }
        return findings;
    }

    static boolean tells(String reason) {
        return reason.startsWith("REVOKED")
                || reason.startsWith("OUT_OF_BOUNDS")
                || reason.equals("CERTIFICATE_CHAIN_GENERAL_FAILURE")
                || reason.equals("TRY_LATER");
    }

    private static String code(String reason) {
        if (reason.startsWith("REVOKED")) {
            return "CERTIFICATE_REVOKED";
        }
        return reason.startsWith("OUT_OF_BOUNDS") ? "CERTIFICATE_OUT_OF_TIME" : "REVOCATION_UNKNOWN";
    }

    /** What was known before the signature cannot show that the certificate was still good. */
    private static void asOf(VerifiedSignature signature, List<Finding> findings) {
        Instant made = signature.timestamps().stream()
                .map(VerifiedTimestamp::time)
                .findFirst()
                .or(signature::signingTime)
                .orElse(Instant.MAX);
        signature
                .revocationAsOf()
                .filter(known -> signature.passed() && known.isBefore(made.truncatedTo(ChronoUnit.SECONDS)))
                .ifPresent(known -> findings.add(CATALOGUE.finding(
                        "REVOCATION_BEFORE_SIGNING",
                        Severity.WARN,
                        signature.signer(),
                        signature.signer(),
                        known.toString(),
                        made.toString())));
    }
}
