// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.check;

import static eu.digitalminutes.signature.internal.check.LegalChecks.CATALOGUE;

import eu.digitalminutes.core.content.ChunkTree;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.media.MediaSpan;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * Check 2, part by part: the tree of a recording is the one that the facts name and the recording has, else parts could be
 * proven of what nobody signed; and of a damaged recording it says which minutes and items are hit.
 */
final class TreeCheck {
    /** A damage of a thousand places is told by its first ones. */
    private static final int TOLD = 20;

    private TreeCheck() {}

    static List<Finding> of(ContainerFacts facts) {
        List<Finding> findings = new ArrayList<>();
        facts.understood()
                .ifPresent(minutes -> minutes.recordings()
                        .forEach(
                                part -> part.treeRoot().ifPresent(root -> tree(minutes, part, root, facts, findings))));
        return findings;
    }

    private static void tree(
            Minutes minutes, RecordingPart part, Digest root, ContainerFacts facts, List<Finding> findings) {
        String file = ChunkTree.nameFor(part.name());
        RecordingTree tree = facts.outermost().trees().get(part.name());
        if (!facts.files().containsKey(file)) {
            findings.add(CATALOGUE.finding("TREE_MISSING", Severity.WARN, file, part.name()));
        } else if (tree == null) {
            findings.add(CATALOGUE.finding("TREE_NOT_COMPARED", Severity.INFO, file, part.name()));
        } else if (tree.declared() == null) {
            findings.add(CATALOGUE.finding("TREE_MALFORMED", Severity.FAIL, file, tree.malformed()));
        } else if (!tree.declared().root().equals(root)) {
            findings.add(CATALOGUE.finding(
                    "TREE_NOT_THE_NAMED_ONE",
                    Severity.FAIL,
                    file,
                    file,
                    root.hex(),
                    tree.declared().root().hex()));
        } else if (part.fingerprint().equals(facts.files().get(part.name()))) {
            if (!tree.same()) {
                findings.add(CATALOGUE.finding("TREE_OF_ANOTHER_RECORDING", Severity.FAIL, file, file, part.name()));
            }
        } else {
            damage(minutes, part, tree.places(), findings);
        }
    }

    private static void damage(
            Minutes minutes, RecordingPart part, List<RecordingTree.Place> places, List<Finding> findings) {
        for (RecordingTree.Place place : places.subList(0, Math.min(TOLD, places.size()))) {
            String from = Places.bytes(place.bytes().from());
            String to = Places.bytes(place.bytes().to());
            MediaSpan span = place.span();
            if (span == null) {
                findings.add(CATALOGUE.finding(
                        "RECORDING_DAMAGED_BYTES", Severity.FAIL, part.name(), part.name(), from, to));
            } else {
                findings.add(CATALOGUE.finding(
                        place.about() ? "RECORDING_DAMAGED_ABOUT" : "RECORDING_DAMAGED_AT",
                        Severity.FAIL,
                        part.name(),
                        part.name(),
                        Places.clock(span.from()),
                        Places.clock(span.to()),
                        Places.items(minutes, part, span),
                        from,
                        to));
            }
        }
        if (places.size() > TOLD) {
            findings.add(CATALOGUE.finding(
                    "RECORDING_DAMAGED_MORE", Severity.FAIL, part.name(), part.name(), places.size() - TOLD));
        }
    }
}
