// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.check;

import static eu.digitalminutes.signature.internal.check.LegalChecks.CATALOGUE;

import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Check 2 for an excerpt: each piece is what was signed; of the rest nothing is said. */
final class ExcerptCheck {
    private ExcerptCheck() {}

    static List<Finding> of(ContainerFacts facts, ExcerptFacts excerpt) {
        List<Finding> findings = new ArrayList<>();
        if (!facts.unreadable().isEmpty()) {
            findings.add(CATALOGUE.finding("MINUTES_UNREADABLE", Severity.FAIL, Minutes.FILE_NAME, facts.unreadable()));
        }
        Optional<Minutes> minutes = facts.understood();
        Optional<RecordingPart> part = minutes.flatMap(all -> all.recording(excerpt.part()));
        if (part.isEmpty() || part.get().treeRoot().isEmpty()) {
            findings.add(CATALOGUE.finding("EXCERPT_WITHOUT_ROOT", Severity.FAIL, excerpt.part(), excerpt.part()));
            return findings;
        }
        for (ExcerptFacts.Piece piece : excerpt.pieces()) {
            findings.add(piece(minutes.get(), part.get(), piece));
        }
        if (!excerpt.rest().isEmpty()) {
            findings.add(CATALOGUE.finding(
                    "EXCERPT_LEAVES_OUT", Severity.INFO, excerpt.part(), String.join(", ", excerpt.rest())));
        }
        return findings;
    }

    private static Finding piece(Minutes minutes, RecordingPart part, ExcerptFacts.Piece piece) {
        Severity severity = piece.proven() ? Severity.INFO : Severity.FAIL;
        String code = piece.proven() ? "EXCERPT_PROVEN" : "EXCERPT_ALTERED";
        String from = Places.bytes(piece.bytes().from());
        String to = Places.bytes(piece.bytes().to());
        return piece.span() == null
                ? CATALOGUE.finding(code + "_BYTES", severity, part.name(), part.name(), from, to)
                : CATALOGUE.finding(
                        code,
                        severity,
                        part.name(),
                        part.name(),
                        Places.clock(piece.span().from()),
                        Places.clock(piece.span().to()),
                        Places.items(minutes, part, piece.span()),
                        from,
                        to);
    }
}
