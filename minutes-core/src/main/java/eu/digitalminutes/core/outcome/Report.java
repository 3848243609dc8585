// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.outcome;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * All that the checks found, and the verdict that follows from it (<i>rapporto di verifica</i>).
 *
 * <p>It holds every finding, not only the first. Immutable.
 */
public final class Report {
    private final List<Finding> findings;

    private Report(List<Finding> findings) {
        this.findings = findings;
    }

    /**
     * A report of the given findings, in the given order.
     *
     * @param findings the findings; may be empty
     * @return the report
     */
    public static Report of(Collection<Finding> findings) {
        return new Report(List.copyOf(findings));
    }

    /**
     * This report followed by another, so that one answer joins checks made in different places.
     *
     * @param other the other report
     * @return a new report with the findings of both
     */
    public Report and(Report other) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(other.findings);
        return new Report(List.copyOf(all));
    }

    /**
     * Every finding, in the order of the checks.
     *
     * @return an immutable list
     */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * The verdict: a certain failure makes it invalid, an undecided one indeterminate, warnings leave it valid.
     *
     * @return the verdict
     */
    public Verdict verdict() {
        boolean undecided = false;
        for (Finding finding : findings) {
            if (finding.severity() == Severity.FAIL) {
                if (finding.conclusive()) {
                    return Verdict.INVALID;
                }
                undecided = true;
            }
        }
        return undecided ? Verdict.INDETERMINATE : Verdict.VALID;
    }

    /**
     * This report, if its verdict is {@link Verdict#VALID}; for those who prefer to throw.
     *
     * @return this report
     * @throws MinutesException with code {@code NOT_VALID}, naming every failure, if it is not valid
     */
    public Report requireValid() {
        if (verdict() != Verdict.VALID) {
            List<String> failures = findings.stream()
                    .filter(finding -> finding.severity() == Severity.FAIL)
                    .map(Finding::toString)
                    .toList();
            throw new MinutesException("NOT_VALID", verdict() + ": " + String.join("; ", failures));
        }
        return this;
    }

    @Override
    public String toString() {
        return verdict() + " " + findings;
    }
}
