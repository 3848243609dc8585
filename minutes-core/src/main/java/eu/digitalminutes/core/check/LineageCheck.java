// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.check;

import static eu.digitalminutes.core.check.RuleFindings.CATALOGUE;

import eu.digitalminutes.core.minutes.Lineage;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.rules.MinutesRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Check 24: minutes are registered and approved, and a correction is a new version that names the one before. */
final class LineageCheck {
    private LineageCheck() {}

    static List<Finding> of(Facts facts) {
        Lineage lineage = facts.minutes().lineage();
        List<Finding> findings = new ArrayList<>();
        if (lineage.registration().isEmpty()) {
            findings.add(CATALOGUE.finding("NOT_REGISTERED", Severity.INFO, ""));
        }
        boolean wanted = facts.rules().minutes().approval() != MinutesRule.Approval.NONE;
        if (lineage.approval().isEmpty() && wanted) {
            findings.add(CATALOGUE.finding("NOT_APPROVED", Severity.INFO, ""));
        }
        LocalDate held = facts.meeting().scheduledAt().toLocalDate();
        lineage.approval()
                .filter(approval -> approval.date().isBefore(held))
                .ifPresent(approval -> findings.add(CATALOGUE.finding(
                        "APPROVED_BEFORE_MEETING",
                        Severity.WARN,
                        approval.meeting(),
                        approval.date().toString(),
                        held.toString())));
        if (lineage.version() > 1 && lineage.rectification().isEmpty()) {
            findings.add(CATALOGUE.finding("VERSION_WITHOUT_PREVIOUS", Severity.WARN, "", lineage.version()));
        }
        if (lineage.version() == 1 && lineage.rectification().isPresent()) {
            findings.add(CATALOGUE.finding("RECTIFICATION_WITHOUT_VERSION", Severity.WARN, ""));
        }
        lineage.rectification()
                .filter(change -> change.approvedIn().isBlank())
                .ifPresent(change -> findings.add(CATALOGUE.finding("RECTIFICATION_UNDECIDED", Severity.WARN, "")));
        return findings;
    }
}
