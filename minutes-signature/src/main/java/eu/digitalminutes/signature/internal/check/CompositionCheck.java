// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.check;

import static eu.digitalminutes.signature.internal.check.LegalChecks.CATALOGUE;

import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.minutes.Composition;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import java.util.ArrayList;
import java.util.List;

/** Checks 1 and 2: facts, written act and recording are all there, and the facts name the recording by its digest. */
final class CompositionCheck {
    private CompositionCheck() {}

    static List<Finding> of(ContainerFacts facts) {
        List<Finding> findings = new ArrayList<>();
        if (!facts.unreadable().isEmpty()) {
            findings.add(CATALOGUE.finding("MINUTES_UNREADABLE", Severity.FAIL, Minutes.FILE_NAME, facts.unreadable()));
        } else if (facts.minutes() == null) {
            findings.add(CATALOGUE.finding("MINUTES_MISSING", Severity.FAIL, Minutes.FILE_NAME));
        }
        facts.understood().ifPresent(minutes -> recordings(minutes, facts, findings));
        if (!facts.files().containsKey(Composition.WRITTEN_ACT)) {
            findings.add(CATALOGUE.finding("WRITTEN_ACT_MISSING", Severity.WARN, Composition.WRITTEN_ACT));
        }
        return findings;
    }

    private static void recordings(Minutes minutes, ContainerFacts facts, List<Finding> findings) {
        for (RecordingPart part : minutes.recordings()) {
            Fingerprint found = facts.files().get(part.name());
            if (found == null) {
                findings.add(CATALOGUE.finding("RECORDING_MISSING", Severity.FAIL, part.name(), part.name()));
            } else if (!found.equals(part.fingerprint())) {
                findings.add(CATALOGUE.finding(
                        "RECORDING_NOT_THE_NAMED_ONE",
                        Severity.FAIL,
                        part.name(),
                        part.name(),
                        part.fingerprint().digest().hex(),
                        found.digest().hex()));
            }
        }
    }
}
