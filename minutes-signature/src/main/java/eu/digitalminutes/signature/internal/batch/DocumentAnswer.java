// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.batch;

import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.signature.report.VerificationReport;
import eu.digitalminutes.signature.report.VerifiedSignature;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * What there is to say of one document in one line.
 *
 * @param file the document
 * @param verdict {@code VALID}, {@code INVALID}, {@code INDETERMINATE} or {@code REFUSED}
 * @param code why it was refused, as a code; empty otherwise
 * @param message why it was refused, in words; empty otherwise
 * @param validatedAt the instant for which the answer holds
 * @param format the form
 * @param integrity whether the signed bytes are unchanged
 * @param timestamps how many, those of signatures and those that stand alone
 * @param signatures for each: who, kind, level, indication
 * @param failures the codes of the findings that fail
 * @param warnings the codes of the findings that warn
 * @param millis how long it took
 */
public record DocumentAnswer(
        DocumentFile file,
        String verdict,
        String code,
        String message,
        Instant validatedAt,
        String format,
        String integrity,
        int timestamps,
        List<Signature> signatures,
        List<String> failures,
        List<String> warnings,
        long millis) {
    private static final String REFUSED = "REFUSED";
    private static final int MAX_MESSAGE = 500;
    private static final int MAX_SIGNATURES = 100;

    /** What there is to say of one signature. */
    record Signature(String signer, String role, String level, String indication, String qualification) {
        private static Signature of(VerifiedSignature signature) {
            return new Signature(
                    cut(signature.signer()),
                    cut(signature.role().map(role -> role.code()).orElse(signature.claimedRole())),
                    signature.level(),
                    signature.indication()
                            + (signature.subIndication().isEmpty() ? "" : " ")
                            + signature.subIndication(),
                    signature.qualification());
        }
    }

    /** A document that was verified. */
    public static DocumentAnswer of(DocumentFile file, VerificationReport report, long millis) {
        return new DocumentAnswer(
                file,
                report.verdict().name(),
                "",
                "",
                report.validatedAt(),
                report.format(),
                report.integrity(),
                report.timestamps().size(),
                report.signatures().stream()
                        .limit(MAX_SIGNATURES)
                        .map(Signature::of)
                        .toList(),
                codes(report, Severity.FAIL),
                codes(report, Severity.WARN),
                millis);
    }

    /** A file that could not be verified. */
    public static DocumentAnswer refused(DocumentFile file, String code, String message, Instant at, long millis) {
        return new DocumentAnswer(
                file, REFUSED, code, cut(message), at, "", "", 0, List.of(), List.of(), List.of(), millis);
    }

    String each(Function<Signature, String> what) {
        return String.join("; ", signatures.stream().map(what).toList());
    }

    private static List<String> codes(VerificationReport report, Severity severity) {
        return report.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .map(Finding::code)
                .distinct()
                .toList();
    }

    private static String cut(String text) {
        return text.length() <= MAX_MESSAGE ? text : text.substring(0, MAX_MESSAGE) + "…";
    }
}
