// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.check;

import eu.digitalminutes.core.MinutesChecker;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.FindingCatalogue;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.signature.profile.VerificationProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The checks on signed minutes, in the order in which the report tells them. */
public final class LegalChecks {
    static final FindingCatalogue CATALOGUE = FindingCatalogue.of(LegalChecks.class);

    private LegalChecks() {}

    /** Every finding about a container. */
    public static Report of(ContainerFacts facts) {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(TrustCheck.of(facts));
        findings.addAll(LayerCheck.of(facts));
        findings.addAll(SignatureCheck.of(facts));
        findings.addAll(QualificationCheck.of(facts));
        findings.addAll(IssuerCheck.of(facts));
        findings.addAll(CertificateCheck.of(facts));
        findings.addAll(TimeReferenceCheck.of(facts));
        findings.addAll(TimestampCheck.of(facts));
        findings.addAll(AlgorithmCheck.of(facts));
        findings.addAll(LongTermCheck.of(facts));
        findings.addAll(SigningTimeCheck.of(facts));
        if (facts.composed()) {
            findings.addAll(SignerCheck.of(facts));
            findings.addAll(RoleCheck.of(facts));
            ExcerptFacts excerpt = facts.outermost().excerpt();
            if (excerpt == null) {
                findings.addAll(CompositionCheck.of(facts));
                findings.addAll(TreeCheck.of(facts));
            } else {
                findings.addAll(ExcerptCheck.of(facts, excerpt));
            }
        } else {
            findings.add(CATALOGUE.finding("NOT_COMPOSED", Severity.WARN, ""));
        }
        facts.understood()
                .ifPresent(
                        minutes -> findings.addAll(MinutesChecker.check(minutes).findings()));
        findings.add(CATALOGUE.finding("TECHNICAL_VALIDATION", Severity.INFO, ""));
        return Report.of(saidOnce(findings).stream()
                .map(finding -> weighed(finding, facts.profile()))
                .toList());
    }

    private static Finding weighed(Finding finding, VerificationProfile profile) {
        Severity severity = profile.severity(finding.code(), finding.severity());
        return severity == finding.severity()
                ? finding
                : Finding.of(finding.code(), severity, finding.where(), finding.message(), finding.basis());
    }

    /** In a folder of minutes each person signs each file: what is to say of all of them is said once. */
    private static List<Finding> saidOnce(List<Finding> findings) {
        Map<String, Finding> once = new LinkedHashMap<>();
        for (Finding finding : findings) {
            once.putIfAbsent(
                    String.join(
                            "\n",
                            finding.code(),
                            finding.where(),
                            finding.message().english()),
                    finding);
        }
        return List.copyOf(once.values());
    }
}
