// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.check;

import static eu.digitalminutes.signature.internal.check.LegalChecks.CATALOGUE;

import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.signature.report.VerifiedSignature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Check 13: each signature was put after the end of the meeting, within the term of the regulation. */
final class SigningTimeCheck {
    private SigningTimeCheck() {}

    static List<Finding> of(ContainerFacts facts) {
        List<Finding> findings = new ArrayList<>();
        facts.understood()
                .flatMap(minutes -> minutes.meeting().closedAt())
                .ifPresent(closed -> facts.signatures()
                        .forEach(signature -> afterTheMeeting(signature, closed.toInstant(), facts, findings)));
        return findings;
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
