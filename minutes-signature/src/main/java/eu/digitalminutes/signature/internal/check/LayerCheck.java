// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.check;

import static eu.digitalminutes.signature.internal.check.LegalChecks.CATALOGUE;

import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.signature.report.VerifiedSignature;
import eu.digitalminutes.signature.report.VerifiedTimestamp;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks 2, 3 and 9 on every level: containers, standing time stamps, countersignatures, form.
 *
 * <p>A signed file counts with every level in it. Composed minutes count by their own level: what people signed long ago and
 * the council attached must be told, but does not make the minutes void.
 */
final class LayerCheck {
    private LayerCheck() {}

    static List<Finding> of(ContainerFacts facts) {
        List<Finding> findings = new ArrayList<>();
        own(facts.outermost(), facts.composed(), findings);
        if (facts.outermost().levels() == 0 && !facts.timestamps().isEmpty()) {
            String name = facts.outermost().name();
            findings.add(CATALOGUE.finding("TIMESTAMP_ONLY", Severity.WARN, name, name));
        }
        for (Layer outer : facts.outermost().inside()) {
            outer.all().forEach(layer -> {
                if (facts.composed()) {
                    attached(layer, findings);
                } else {
                    own(layer, false, findings);
                }
            });
        }
        return findings;
    }

    private static void own(Layer layer, boolean composed, List<Finding> findings) {
        findings.addAll(ContentCheck.of(layer, composed));
        findings.addAll(layer.findings());
        layer.timestamps().forEach(stamp -> standing(layer, stamp, findings));
        for (VerifiedSignature signature : layer.signatures()) {
            structure(signature, findings);
            signature.countersignedBy().forEach(counter -> countersignature(signature, counter, findings));
        }
    }

    private static void standing(Layer layer, VerifiedTimestamp stamp, List<Finding> findings) {
        if (stamp.indication().endsWith("FAILED")) {
            findings.add(CATALOGUE.finding("TIMESTAMP_BROKEN", Severity.FAIL, layer.name(), stamp.authority()));
        } else if (!stamp.indication().endsWith("PASSED")) {
            findings.add(CATALOGUE.undecided("TIMESTAMP_UNDECIDED", layer.name(), stamp.authority()));
        } else if (!stamp.qualification().equals("QTSA")) {
            findings.add(CATALOGUE.finding("TIMESTAMP_NOT_QUALIFIED", Severity.WARN, layer.name(), stamp.authority()));
        }
    }

    private static void structure(VerifiedSignature signature, List<Finding> findings) {
        if (signature.subIndication().equals("FORMAT_FAILURE")) {
            findings.add(CATALOGUE.finding(
                    "STRUCTURE_WRONG",
                    Severity.FAIL,
                    signature.signer(),
                    signature.signer(),
                    String.join("; ", signature.reasons())));
        } else if (!signature.structure().isEmpty()) {
            findings.add(CATALOGUE.finding(
                    "STRUCTURE_NOT_BY_SCHEMA",
                    Severity.WARN,
                    signature.signer(),
                    signature.signer(),
                    signature.structure().get(0)));
        }
    }

    private static void countersignature(
            VerifiedSignature signature, VerifiedSignature counter, List<Finding> findings) {
        if (counter.indication().equals("TOTAL_FAILED")) {
            findings.add(CATALOGUE.finding(
                    "COUNTERSIGNATURE_BROKEN",
                    Severity.FAIL,
                    counter.signer(),
                    counter.signer(),
                    signature.signer(),
                    counter.subIndication()));
        } else if (!counter.passed()) {
            findings.add(CATALOGUE.finding(
                    "COUNTERSIGNATURE_UNDECIDED",
                    Severity.WARN,
                    counter.signer(),
                    counter.signer(),
                    signature.signer(),
                    counter.subIndication()));
        }
    }

    private static void attached(Layer layer, List<Finding> findings) {
        for (VerifiedSignature signature : layer.signatures()) {
            if (!signature.passed()) {
                findings.add(CATALOGUE.finding(
                        "ATTACHMENT_SIGNATURE",
                        Severity.WARN,
                        layer.name(),
                        layer.name(),
                        signature.signer(),
                        signature.indication() + " " + signature.subIndication()));
            }
        }
        for (VerifiedTimestamp stamp : layer.timestamps()) {
            if (!stamp.indication().endsWith("PASSED")) {
                findings.add(CATALOGUE.finding(
                        "ATTACHMENT_SIGNATURE",
                        Severity.WARN,
                        layer.name(),
                        layer.name(),
                        stamp.authority(),
                        stamp.indication()));
            }
        }
    }
}
