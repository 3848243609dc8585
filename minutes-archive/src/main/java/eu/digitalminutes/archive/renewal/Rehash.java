// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.renewal;

import eu.digitalminutes.core.evidence.HashFunction;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.FindingCatalogue;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Hashes objects again, each with its earlier chains, once it is certain that it still is what they prove.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4998">RFC 4998, 5.2, hash-tree renewal</a>
 */
final class Rehash implements AutoCloseable {
    private static final FindingCatalogue CATALOGUE = FindingCatalogue.of(Rehash.class);

    private final Path store;
    private final Chains chains;
    private final HashFunction function;
    private final PendingRun pending;
    private final Task task;
    private final MessageDigest digest;
    private final Map<HashFunction, ObjectHasher> hashers = new HashMap<>();
    private final Map<Integer, Long> counts = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    Rehash(Path store, Chains chains, HashFunction function, PendingRun pending, Task task) {
        this.store = store;
        this.chains = chains;
        this.function = function;
        this.pending = pending;
        this.task = task;
        this.digest = function.computation();
    }

    void add(PreservedObject object) throws IOException {
        Optional<Chains.Place> found = chains.latest(object.name());
        if (found.isEmpty()) {
            findings.add(CATALOGUE.finding("OBJECT_WITHOUT_RECORD", Severity.WARN, object.name()));
            return;
        }
        Chains.Place place = found.get();
        HashFunction old = place.run().function();
        if (old == function) {
            return;
        }
        ObjectHashes hashes = hasher(old).hash(object, task);
        if (!isProven(place, hashes.plain(0))) {
            findings.add(CATALOGUE.finding(
                    "OBJECT_ALTERED",
                    Severity.FAIL,
                    object.name(),
                    place.run().stamp().time()));
            return;
        }
        int number = place.run().number();
        byte[] before = digest.digest(
                chains.sequence(place, pending.number(), EvidenceForm.ASN1).orElseThrow());
        pending.add(new ObjectEntry(
                object.name(), number, joined(hashes.plain(1), before, digest), inXml(place, hashes.canonical(1))));
        counts.merge(number, 1L, Long::sum);
    }

    /** In XML, what came before stands beside the hashes of the files; none if it or one of them has no such form. */
    private List<byte[]> inXml(Chains.Place place, List<byte[]> hashes) throws IOException {
        Optional<byte[]> before = chains.sequence(place, pending.number(), EvidenceForm.XML);
        return hashes.isEmpty() || before.isEmpty()
                ? List.of()
                : Stream.concat(hashes.stream(), Stream.of(digest.digest(before.get())))
                        .toList();
    }

    private ObjectHasher hasher(HashFunction old) throws IOException {
        ObjectHasher hasher = hashers.get(old);
        if (hasher == null) {
            hasher = new ObjectHasher(store, RunKind.REHASH, List.of(old, function));
            hashers.put(old, hasher);
        }
        return hasher;
    }

    /** Whether the hashes are those of the last chain. */
    private boolean isProven(Chains.Place place, List<byte[]> hashes) throws IOException {
        MessageDigest old = place.run().function().computation();
        Optional<byte[]> earlier = chains.earlier(place);
        List<byte[]> expected = place.entry().hashes();
        List<byte[]> found = earlier.isEmpty() ? hashes : joined(hashes, old.digest(earlier.get()), old);
        if (found.size() != expected.size()) {
            return false;
        }
        for (int i = 0; i < found.size(); i++) {
            if (!Arrays.equals(found.get(i), expected.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<byte[]> joined(List<byte[]> hashes, byte[] before, MessageDigest digest) {
        return hashes.stream()
                .map(hash -> {
                    digest.update(hash);
                    return digest.digest(before);
                })
                .toList();
    }

    /** The runs all of whose objects went over; of the others it is said how many did not. */
    List<Integer> replaced(List<EvidenceRun> standing) {
        List<Integer> replaced = new ArrayList<>();
        for (EvidenceRun run : standing) {
            long left = run.objects() - counts.getOrDefault(run.number(), 0L);
            if (left == 0) {
                replaced.add(run.number());
            } else if (run.function() != function) {
                findings.add(CATALOGUE.finding("OBJECTS_LEFT", Severity.WARN, run.toString(), left));
            }
        }
        return replaced;
    }

    List<Finding> findings() {
        return findings;
    }

    /** How many files were not read because a run that was stopped had read them. */
    long resumed() {
        return hashers.values().stream().mapToLong(ObjectHasher::resumed).sum();
    }

    @Override
    public void close() throws IOException {
        for (ObjectHasher hasher : hashers.values()) {
            hasher.close();
        }
    }
}
