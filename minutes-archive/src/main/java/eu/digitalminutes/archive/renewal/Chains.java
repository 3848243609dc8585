// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.renewal;

import eu.digitalminutes.archive.internal.tree.RecordForm;
import eu.digitalminutes.archive.internal.tree.ReducedTree;
import eu.digitalminutes.archive.internal.tree.TreeFile;
import eu.digitalminutes.core.evidence.HashFunction;
import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts the record of an object together from the runs that it went through. */
final class Chains implements AutoCloseable {
    private final Path store;
    private final List<EvidenceRun> runs;
    private final Map<Integer, TreeFile> trees = new HashMap<>();
    private final Map<Integer, ObjectTable> tables = new HashMap<>();

    /** The renewals of a run are the same for all its objects. */
    private final Map<String, byte[]> renewals = new HashMap<>();

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

    byte[] record(Place place) throws IOException {
        Set<HashFunction> functions = new LinkedHashSet<>();
        List<byte[]> chains = chains(place, Integer.MAX_VALUE, functions);
        return RecordForm.record(functions, chains);
    }

    /** The chains of an object as they were before a run, in the one encoding that the next chain is over. */
    byte[] sequence(Place place, int before) throws IOException {
        return RecordForm.sequenceOf(chains(place, before, new LinkedHashSet<>()));
    }

    /** The chains that came before the one of a place; empty for the first. */
    Optional<byte[]> earlier(Place place) throws IOException {
        int previous = place.entry().previous();
        return previous == 0
                ? Optional.empty()
                : Optional.of(sequence(previous(place, previous), place.run().number()));
    }

    private List<byte[]> chains(Place place, int before, Set<HashFunction> functions) throws IOException {
        EvidenceRun run = place.run();
        int previous = place.entry().previous();
        List<byte[]> chains =
                previous == 0 ? new ArrayList<>() : chains(previous(place, previous), run.number(), functions);
        functions.add(run.function());
        List<byte[]> chain = new ArrayList<>();
        chain.add(stamped(run, place.entry().hashes()));
        List<EvidenceRun> later = run.renewals(runs, before);
        List<byte[]> tokens = new ArrayList<>(List.of(run.stamp().token()));
        for (EvidenceRun renewal : later) {
            String key = run.number() + "/" + renewal.number();
            byte[] known = renewals.get(key);
            if (known == null) {
                known = stamped(renewal, hashes(tokens, run.function()));
                renewals.put(key, known);
            }
            chain.add(known);
            tokens.add(renewal.stamp().token());
        }
        chains.add(RecordForm.sequenceOf(chain));
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

    /** The time stamps of a chain as a renewal hashes them: all that were before it, in one group. */
    static List<byte[]> hashes(List<byte[]> tokens, HashFunction function) {
        return tokens.stream()
                .map(token -> function.computation().digest(token))
                .toList();
    }

    private byte[] stamped(EvidenceRun run, List<byte[]> hashes) throws IOException {
        byte[] leaf = ReducedTree.leaf(hashes, run.function().computation());
        ReducedTree tree = ReducedTree.of(hashes, tree(run).beside(leaf));
        if (!Arrays.equals(tree.root(hashes, run.function()), run.root())) {
            throw damaged(run, "has a tree that does not lead to its root");
        }
        return RecordForm.archiveTimeStamp(run.function(), tree, run.stamp().token());
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
