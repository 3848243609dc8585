// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.fixity;

import eu.digitalminutes.core.outcome.Report;
import java.util.Collection;
import java.util.List;

/**
 * What an audit found (<i>esito della verifica di integrità</i>). Immutable.
 *
 * @param packages how many packages were audited to their end
 * @param recent how many were left out because they had been audited not long ago
 * @param elsewhere how many were left out because another process was at them
 * @param bytes how many bytes were read, over all starts of this audit in this process
 * @param report what is wrong, with the package and the file; empty and valid if nothing is
 * @param checks each package that was audited to its end, or that the store has lost
 */
public record AuditReport(
        int packages, int recent, int elsewhere, long bytes, Report report, List<FixityCheck> checks) {
    /**
     * What an audit found.
     *
     * @param packages how many packages were audited to their end
     * @param recent how many were left out because they had been audited not long ago
     * @param elsewhere how many were left out because another process was at them
     * @param bytes how many bytes were read
     * @param report what is wrong
     * @param checks each package that was audited to its end, or that the store has lost
     */
    public AuditReport {
        checks = List.copyOf(checks);
    }

    /** Packages that nobody looked at. */
    static AuditReport left(int recent, int elsewhere) {
        return new AuditReport(0, recent, elsewhere, 0, Report.of(List.of()), List.of());
    }

    /** One package, looked at. */
    static AuditReport of(int packages, long bytes, FixityCheck check) {
        return new AuditReport(packages, 0, 0, bytes, check.report(), List.of(check));
    }

    /**
     * What two audits found together.
     *
     * @param other another audit, of other packages
     * @return the sums, and the findings of this one before those of the other
     */
    public AuditReport and(AuditReport other) {
        return sum(List.of(this, other));
    }

    static AuditReport sum(Collection<AuditReport> all) {
        return new AuditReport(
                all.stream().mapToInt(AuditReport::packages).sum(),
                all.stream().mapToInt(AuditReport::recent).sum(),
                all.stream().mapToInt(AuditReport::elsewhere).sum(),
                all.stream().mapToLong(AuditReport::bytes).sum(),
                Report.of(all.stream()
                        .flatMap(one -> one.report().findings().stream())
                        .toList()),
                all.stream().flatMap(one -> one.checks().stream()).toList());
    }
}
