// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.check;

import static eu.digitalminutes.signature.internal.check.LegalChecks.CATALOGUE;

import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.signature.report.VerifiedSignature;
import eu.digitalminutes.signature.report.VerifiedTimestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Check 8: something opponible to third parties proves when each signature existed. */
final class TimeReferenceCheck {
    private TimeReferenceCheck() {}

    static List<Finding> of(ContainerFacts facts) {
        List<Finding> findings = new ArrayList<>();
        for (VerifiedSignature signature : facts.signatures()) {
            existence(signature, facts.at(), findings);
            if (signature.timestamps().isEmpty() && signature.provenBy().isEmpty()) {
                findings.add(CATALOGUE.finding("NO_TIMESTAMP", Severity.WARN, signature.signer(), signature.signer()));
            }
            signature
                    .provenBy()
                    .ifPresent(reference -> findings.add(CATALOGUE.finding(
                            "PROVEN_BY_REFERENCE",
                            Severity.INFO,
                            signature.signer(),
                            signature.signer(),
                            reference.time().toString(),
                            reference.identifier(),
                            CATALOGUE.text("reference." + reference.kind()).italian(),
                            CATALOGUE.text("reference." + reference.kind()).english())));
        }
        return findings;
    }

    /** An answer for a time before the signature existed says nothing about it. */
    private static void existence(VerifiedSignature signature, Instant at, List<Finding> findings) {
        signature.timestamps().stream()
                .map(VerifiedTimestamp::time)
                .findFirst()
                .or(signature::signingTime)
                .filter(made -> at.isBefore(made.minus(TimestampCheck.TOLERANCE)))
                .ifPresent(made -> findings.add(CATALOGUE.undecided(
                        "NOT_YET_SIGNED", signature.signer(), signature.signer(), made.toString(), at.toString())));
    }
}
