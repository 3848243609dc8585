// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.renewal;

import eu.digitalminutes.archive.internal.tree.ProvenChain;
import eu.digitalminutes.archive.internal.tree.ReducedTree;
import eu.digitalminutes.archive.internal.tree.TreeFile;
import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts the record of an object together from the runs that it went through. */
final class Chains implements AutoCloseable {
    private final Path store;
    private final List<EvidenceRun> runs;
    private final Map<Integer, TreeFile> trees = new HashMap<>();
    private final Map<Integer, ObjectTable> tables = new HashMap<>();

    /** The renewals of a run are the same for all its objects. */
    private final Map<String, ProvenChain.Stamp> renewals = new HashMap<>();

    Chains(Path store, List<EvidenceRun> runs) {
        this.store = store;
        this.runs = runs;
    }

    /** An object where it was hashed last. */
    record Place(EvidenceRun run, ObjectEntry entry) {}

    Optional<Place> latest(String name) throws IOException {
        for (int i = runs.size() - 1; i >= 0; i--) {
            if (runs.get(i).hasObjects()) {
                Optional<ObjectEntry> entry = table(runs.get(i)).find(name);
                if (entry.isPresent()) {
                    return Optional.of(new Place(runs.get(i), entry.get()));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The record of an object.
     *
     * @throws MinutesException with code {@code EVIDENCE_NOT_IN_XML} if it has none of that form
     */
    byte[] record(Place place, EvidenceForm form) throws IOException {
        Optional<String> lack = lack(place, Integer.MAX_VALUE, form);
        if (lack.isPresent()) {
            throw new MinutesException(
                    "EVIDENCE_NOT_IN_XML",
                    place.entry().name() + " cannot be proven by a record in XML: " + lack.get()
                            + "; take the one in ASN.1 (RFC 4998)");
        }
        return form.record(chains(place, Integer.MAX_VALUE, form));
    }

    /** The chains of an object as they were before a run, as the next chain is over them; empty if they have no such form. */
    Optional<byte[]> sequence(Place place, int before, EvidenceForm form) throws IOException {
        return lack(place, before, form).isPresent()
                ? Optional.empty()
                : Optional.of(form.sequence(chains(place, before, form)));
    }

    /** The chains that came before the one of a place; empty for the first. */
    Optional<byte[]> earlier(Place place) throws IOException {
        int previous = place.entry().previous();
        return previous == 0
                ? Optional.empty()
                : sequence(previous(place, previous), place.run().number(), EvidenceForm.ASN1);
    }

    /** Why an object has no record of a form, if so. */
    private Optional<String> lack(Place place, int before, EvidenceForm form) throws IOException {
        if (form == EvidenceForm.ASN1) {
            return Optional.empty();
        }
        int number = place.entry().previous();
        Optional<String> earlier = number == 0
                ? Optional.empty()
                : lack(previous(place, number), place.run().number(), form);
        if (earlier.isPresent()) {
            return earlier;
        }
        Optional<EvidenceRun> old = Stream.concat(Stream.of(place.run()), place.run().renewals(runs, before).stream())
                .filter(run -> !run.isInXml())
                .findFirst();
        if (old.isPresent()) {
            return Optional.of("the run " + old.get() + " was made by a version that knew only ASN.1, and only evidence"
                    + " that is created anew in another store, from today on, can be written in XML");
        }
        return form.hashes(place.entry()).isEmpty()
                ? Optional.of("a file of it is XML that is too large for a canonical form, or has none")
                : Optional.empty();
    }

    private List<ProvenChain> chains(Place place, int before, EvidenceForm form) throws IOException {
        EvidenceRun run = place.run();
        int previous = place.entry().previous();
        List<ProvenChain> chains =
                previous == 0 ? new ArrayList<>() : chains(previous(place, previous), run.number(), form);
        List<ProvenChain.Stamp> chain = new ArrayList<>();
        chain.add(stamped(run, form.hashes(place.entry())));
        List<byte[]> tokens = new ArrayList<>(List.of(run.stamp().token()));
        for (EvidenceRun renewal : run.renewals(runs, before)) {
            String key = form + "/" + run.number() + "/" + renewal.number();
            ProvenChain.Stamp known = renewals.get(key);
            if (known == null) {
                known = stamped(renewal, form.renewed(tokens, run.function()));
                renewals.put(key, known);
            }
            chain.add(known);
            tokens.add(renewal.stamp().token());
        }
        chains.add(new ProvenChain(run.function(), chain));
        return chains;
    }

    private Place previous(Place place, int number) throws IOException {
        EvidenceRun run = runs.stream()
                .filter(one -> one.number() == number && number < place.run().number())
                .findFirst()
                .orElseThrow(() -> damaged(place.run(), "follows a run that is not there"));
        return new Place(
                run,
                table(run)
                        .find(place.entry().name())
                        .orElseThrow(() -> damaged(run, "lacks " + place.entry().name())));
    }

    private ProvenChain.Stamp stamped(EvidenceRun run, List<byte[]> hashes) throws IOException {
        byte[] leaf = ReducedTree.leaf(hashes, run.function().computation());
        ReducedTree tree = ReducedTree.of(hashes, tree(run).beside(leaf));
        if (!Arrays.equals(tree.root(hashes, run.function()), run.root())) {
            throw damaged(run, "has a tree that does not lead to its root");
        }
        return new ProvenChain.Stamp(tree, run.stamp().token());
    }

    private MinutesException damaged(EvidenceRun run, String problem) {
        return new MinutesException(
                "EVIDENCE_DAMAGED",
                "the run " + folder(run).path() + " " + problem + "; restore it from a copy of the store");
    }

    private RunFolder folder(EvidenceRun run) {
        return RunFolder.of(store, run.number(), run.kind());
    }

    private TreeFile tree(EvidenceRun run) throws IOException {
        TreeFile tree = trees.get(run.number());
        if (tree == null) {
            tree = folder(run).tree(run);
            trees.put(run.number(), tree);
        }
        return tree;
    }

    private ObjectTable table(EvidenceRun run) throws IOException {
        ObjectTable table = tables.get(run.number());
        if (table == null) {
            table = folder(run).table(run);
            tables.put(run.number(), table);
        }
        return table;
    }

    @Override
    public void close() throws IOException {
        for (TreeFile tree : trees.values()) {
            tree.close();
        }
        for (ObjectTable table : tables.values()) {
            table.close();
        }
    }
}
