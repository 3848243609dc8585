// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.check;

import static eu.digitalminutes.signature.internal.check.LegalChecks.CATALOGUE;

import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.signature.report.VerifiedSignature;
import eu.digitalminutes.signature.report.VerifiedTimestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Checks 8, 9, 11 and 13: when each signature was made, and who can prove it. */
final class TimeCheck {
    /** Clocks of a signer's computer and of an authority differ by minutes in practice. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private TimeCheck() {}

    static List<Finding> of(ContainerFacts facts) {
        List<Finding> findings = new ArrayList<>();
        for (VerifiedSignature signature : facts.signatures()) {
            existence(signature, facts.at(), findings);
            revocation(signature, findings);
            timestamps(signature, findings);
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
            facts.understood()
                    .flatMap(minutes -> minutes.meeting().closedAt())
                    .ifPresent(closed -> afterTheMeeting(signature, closed.toInstant(), facts, findings));
        }
        return findings;
    }

    /** An answer for a time before the signature existed says nothing about it. */
    private static void existence(VerifiedSignature signature, Instant at, List<Finding> findings) {
        signature.timestamps().stream()
                .map(VerifiedTimestamp::time)
                .findFirst()
                .or(signature::signingTime)
                .filter(made -> at.isBefore(made.minus(TOLERANCE)))
                .ifPresent(made -> findings.add(CATALOGUE.undecided(
                        "NOT_YET_SIGNED", signature.signer(), signature.signer(), made.toString(), at.toString())));
    }

    /** What was known before the signature cannot show that the certificate was still good. */
    private static void revocation(VerifiedSignature signature, List<Finding> findings) {
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

    private static void timestamps(VerifiedSignature signature, List<Finding> findings) {
        String where = signature.signer();
        if (signature.timestamps().isEmpty()) {
            if (signature.provenBy().isEmpty()) {
                findings.add(CATALOGUE.finding("NO_TIMESTAMP", Severity.WARN, where, signature.signer()));
            }
            return;
        }
        for (VerifiedTimestamp timestamp : signature.timestamps()) {
            if (timestamp.indication().equals("FAILED")
                    || timestamp.indication().equals("TOTAL_FAILED")) {
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
        if (signature.level().equals("T")) {
            findings.add(CATALOGUE.finding("NO_LONG_TERM_EVIDENCE", Severity.WARN, where, signature.signer()));
        }
    }

    private static void afterTheMeeting(
            VerifiedSignature signature, Instant closed, ContainerFacts facts, List<Finding> findings) {
        facts.profile()
                .signingTerm()
                .ifPresent(term -> signature
                        .signingTime()
                        .or(signature::bestSignatureTime)
                        .filter(time -> time.isAfter(closed.plus(term)))
                        .ifPresent(time -> findings.add(CATALOGUE.finding(
                                "SIGNED_LATE",
                                Severity.WARN,
                                signature.signer(),
                                signature.signer(),
                                time.toString(),
                                closed.plus(term).toString()))));
        signature
                .bestSignatureTime()
                .or(signature::signingTime)
                .filter(time -> time.isBefore(closed))
                .ifPresent(time -> findings.add(CATALOGUE.finding(
                        "SIGNED_BEFORE_THE_END",
                        Severity.WARN,
                        signature.signer(),
                        signature.signer(),
                        time.toString(),
                        closed.toString())));
    }
}
