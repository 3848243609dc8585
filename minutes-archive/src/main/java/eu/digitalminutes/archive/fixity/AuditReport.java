// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.fixity;

import eu.digitalminutes.core.outcome.Report;
import java.util.stream.Stream;

/**
 * What an audit found (<i>esito della verifica di integrità</i>). Immutable.
 *
 * @param packages how many packages were audited to their end
 * @param recent how many were left out because they had been audited not long ago
 * @param elsewhere how many were left out because another process was at them
 * @param bytes how many bytes were read, over all starts of this audit in this process
 * @param report what is wrong, with the package and the file; empty and valid if nothing is
 */
public record AuditReport(int packages, int recent, int elsewhere, long bytes, Report report) {
    /**
     * What two audits found together.
     *
     * @param other another audit, of other packages
     * @return the sums, and the findings of this one before those of the other
     */
    public AuditReport and(AuditReport other) {
        return new AuditReport(
                packages + other.packages,
                recent + other.recent,
                elsewhere + other.elsewhere,
                bytes + other.bytes,
                other.report.findings().isEmpty() ? report : joined(report, other.report));
    }

    private static Report joined(Report one, Report other) {
        return Report.of(Stream.of(one, other)
                .flatMap(report -> report.findings().stream())
                .toList());
    }
}
