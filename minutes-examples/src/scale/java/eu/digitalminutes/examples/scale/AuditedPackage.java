// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.scale;

import eu.digitalminutes.archive.fixity.AuditReport;
import eu.digitalminutes.archive.fixity.FixityAudit;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/**
 * What a worker tells the driver of one package.
 *
 * @param name its name in the store
 * @param packages 1 if it was audited to its end
 * @param recent 1 if somebody had audited it not long ago
 * @param elsewhere 1 if another process was at it
 * @param bytes how many bytes were read
 * @param verdict whether it is whole
 * @param findings what is wrong with it
 * @param failure why it could not be read; empty if it could
 */
record AuditedPackage(
        String name,
        int packages,
        int recent,
        int elsewhere,
        long bytes,
        Verdict verdict,
        List<Found> findings,
        String failure)
        implements Serializable {

    /** A finding that can travel. */
    record Found(String code, String severity, String where, String message) implements Serializable {
        private static Found of(Finding finding) {
            return new Found(
                    finding.code(),
                    finding.severity().name(),
                    finding.where(),
                    finding.message().english());
        }
    }

    /** Audits one package; a store or catalogue that cannot be read is told of, so that the others are audited. */
    static AuditedPackage audit(FixityAudit audit, String name) {
        try {
            AuditReport report = audit.audit(name, Task.none());
            return new AuditedPackage(
                    name,
                    report.packages(),
                    report.recent(),
                    report.elsewhere(),
                    report.bytes(),
                    report.report().verdict(),
                    report.report().findings().stream().map(Found::of).toList(),
                    "");
        } catch (IOException e) {
            return new AuditedPackage(name, 0, 0, 0, 0, Verdict.INDETERMINATE, List.of(), e.toString());
        }
    }

    /** The line for people. */
    String line() {
        String state = verdict.name();
        if (!failure.isEmpty()) {
            state = "FAILED";
        } else if (elsewhere > 0) {
            state = "ELSEWHERE";
        } else if (recent > 0) {
            state = "RECENT";
        }
        StringBuilder line =
                new StringBuilder(state).append(' ').append(name).append(' ').append(bytes);
        findings.forEach(one -> line.append(' ')
                .append(one.code())
                .append('(')
                .append(one.where())
                .append(')'));
        return failure.isEmpty()
                ? line.toString()
                : line.append(' ').append(failure).toString();
    }
}
