// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.renewal;

import eu.digitalminutes.core.evidence.ArchiveStamp;
import eu.digitalminutes.core.evidence.HashFunction;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One run over the store, with its one time stamp (<i>marcatura dell'archivio</i>). Immutable. */
public final class EvidenceRun implements Comparable<EvidenceRun> {
    private final int number;
    private final RunKind kind;
    private final HashFunction function;
    private final long objects;
    private final List<Integer> covers;
    private final byte[] root;
    private final ArchiveStamp stamp;
    private final boolean inXml;

    EvidenceRun(
            int number,
            RunKind kind,
            HashFunction function,
            long objects,
            List<Integer> covers,
            byte[] root,
            ArchiveStamp stamp,
            boolean inXml) {
        this.number = number;
        this.kind = kind;
        this.function = function;
        this.objects = objects;
        this.covers = List.copyOf(covers);
        this.root = root.clone();
        this.stamp = stamp;
        this.inXml = inXml;
    }

    /**
     * Its place among the runs of the store.
     *
     * @return from one on
     */
    public int number() {
        return number;
    }

    /**
     * What it did.
     *
     * @return the kind
     */
    public RunKind kind() {
        return kind;
    }

    /**
     * The function that its tree is made with.
     *
     * @return the function
     */
    public HashFunction function() {
        return function;
    }

    /**
     * How many objects got a record or a new chain from it.
     *
     * @return none for a renewal of time stamps, which reads no object
     */
    public long objects() {
        return objects;
    }

    /**
     * The runs whose time stamps it renews, or which a rehash replaces.
     *
     * @return their numbers; empty for a creation
     */
    public List<Integer> covers() {
        return covers;
    }

    /**
     * The time stamp, with what one must know to renew it in time.
     *
     * @return the stamp
     */
    public ArchiveStamp stamp() {
        return stamp;
    }

    byte[] root() {
        return root.clone();
    }

    /** Whether it was made with what records in XML rest on. */
    boolean isInXml() {
        return inXml;
    }

    boolean hasObjects() {
        return kind != RunKind.RENEWAL;
    }

    /** Those whose records still rest on their last time stamp: no rehash has replaced them. */
    static List<EvidenceRun> standing(List<EvidenceRun> all) {
        Set<Integer> replaced = new HashSet<>();
        all.stream().filter(run -> run.kind == RunKind.REHASH).forEach(run -> replaced.addAll(run.covers));
        return all.stream()
                .filter(run -> run.hasObjects() && !replaced.contains(run.number))
                .toList();
    }

    /** The run of the newest time stamp of a run's chain, itself if it was never renewed. */
    EvidenceRun newest(List<EvidenceRun> all) {
        return renewals(all, Integer.MAX_VALUE).stream()
                .max(Comparator.naturalOrder())
                .orElse(this);
    }

    /** The renewals of its time stamp before another run, in their order. */
    List<EvidenceRun> renewals(List<EvidenceRun> all, int before) {
        return all.stream()
                .filter(run -> run.kind == RunKind.RENEWAL && run.number < before && run.covers.contains(number))
                .sorted()
                .toList();
    }

    @Override
    public int compareTo(EvidenceRun other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EvidenceRun run && number == run.number;
    }

    @Override
    public int hashCode() {
        return number;
    }

    @Override
    public String toString() {
        return number + " " + kind.code() + " " + function.standardName();
    }
}
