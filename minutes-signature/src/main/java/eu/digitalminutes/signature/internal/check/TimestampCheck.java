// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.check;

import static eu.digitalminutes.signature.internal.check.LegalChecks.CATALOGUE;

import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.signature.report.VerifiedSignature;
import eu.digitalminutes.signature.report.VerifiedTimestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Check 9: the time stamps of each signature are valid, qualified, and not before it. */
final class TimestampCheck {
    private TimestampCheck() {}

    /** Clocks of a signer's computer and of an authority differ by minutes in practice. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    static List<Finding> of(ContainerFacts facts) {
        List<Finding> findings = new ArrayList<>();
        for (VerifiedSignature signature : facts.signatures()) {
            signature.timestamps().forEach(stamp -> of(signature, stamp, findings));
        }
        return findings;
    }

    private static void of(VerifiedSignature signature, VerifiedTimestamp timestamp, List<Finding> findings) {
        String where = signature.signer();
        if (timestamp.indication().equals("FAILED") || timestamp.indication().equals("TOTAL_FAILED")) {
            findings.add(CATALOGUE.finding("TIMESTAMP_BROKEN", Severity.FAIL, where, timestamp.authority()));
        } else if (!timestamp.qualification().equals("QTSA")) {
            findings.add(CATALOGUE.finding("TIMESTAMP_NOT_QUALIFIED", Severity.WARN, where, timestamp.authority()));
        }
        signature
                .signingTime()
                .filter(claimed -> timestamp.time().isBefore(claimed.minus(TOLERANCE)))
                .ifPresent(claimed -> findings.add(CATALOGUE.finding(
                        "TIMESTAMP_BEFORE_SIGNING",
                        Severity.FAIL,
                        where,
                        timestamp.time().toString(),
                        claimed.toString())));
    }
}
