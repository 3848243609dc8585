// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.signature.MinutesVerifier;
import eu.digitalminutes.signature.report.VerificationReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Signed minutes that may be packed or published: what is certainly broken goes no further. */
final class SoundMinutes {
    private SoundMinutes() {}

    static SignedMinutes of(Path container, TrustOptions trust, CommandOptions options) throws IOException {
        return minutes(container, report(container, trust, options));
    }

    /** What was found, of minutes that are not certainly broken. */
    static VerificationReport report(Path container, TrustOptions trust, CommandOptions options) throws IOException {
        VerificationReport report = MinutesVerifier.trusting(trust.anchors(), trust.access())
                .verify(container, Instant.now(), options.task());
        if (report.verdict() == Verdict.INVALID) {
            List<String> failures = report.findings().stream()
                    .filter(finding -> finding.severity() == Severity.FAIL && finding.conclusive())
                    .map(Finding::toString)
                    .toList();
            throw new MinutesException("NOT_VALID", container + " is not valid: " + String.join("; ", failures));
        }
        if (report.verdict() == Verdict.INDETERMINATE) {
            options.warn("signers.not-verified");
        }
        return report;
    }

    static SignedMinutes minutes(Path container, VerificationReport report) {
        return report.signedMinutes()
                .orElseThrow(() -> new MinutesException("MINUTES_MISSING", container + " holds no minutes.json"));
    }
}
