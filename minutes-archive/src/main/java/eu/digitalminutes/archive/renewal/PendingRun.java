// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.renewal;

import eu.digitalminutes.archive.internal.tree.FixedRecords;
import eu.digitalminutes.archive.internal.tree.ReducedTree;
import eu.digitalminutes.archive.internal.tree.TreeWriter;
import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.core.evidence.ArchiveStamp;
import eu.digitalminutes.core.evidence.EvidenceAuthority;
import eu.digitalminutes.core.evidence.HashFunction;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.List;

/** A run in the making, beside its place until it is whole and synced. Closing it without a commit removes it. */
final class PendingRun implements AutoCloseable {
    private final int number;
    private final RunKind kind;
    private final HashFunction function;
    private final Path target;
    private final RunFolder folder;
    private final FixedRecords leaves;
    private final MessageDigest digest;
    private final TableWriter table;
    private boolean done;

    PendingRun(Path store, int number, RunKind kind, HashFunction function) throws IOException {
        this.number = number;
        this.kind = kind;
        this.function = function;
        this.target = RunFolder.of(store, number, kind).path();
        this.folder = new RunFolder(Files.createDirectory(PendingFile.beside(target)));
        this.leaves = new FixedRecords(function.bytes());
        this.digest = function.computation();
        this.table = new TableWriter(folder.table(), folder.index());
    }

    int number() {
        return number;
    }

    boolean isEmpty() {
        return leaves.size() == 0;
    }

    void add(ObjectEntry entry) throws IOException {
        table.add(entry);
        add(entry.hashes());
        if (!entry.xml().isEmpty() && !entry.isSameInXml()) {
            add(entry.xml());
        }
    }

    /** What stands in the tree without being an object: time stamps that are renewed. */
    void add(List<byte[]> hashes) {
        leaves.add(ReducedTree.leaf(hashes, digest));
    }

    /** Builds the tree, has its root stamped and puts the run in its place. */
    EvidenceRun commit(List<Integer> covers, EvidenceAuthority authority) throws IOException {
        table.complete();
        leaves.sort();
        leaves.removeDuplicates();
        byte[] root;
        try (FileChannel tree =
                FileChannel.open(folder.tree(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            root = TreeWriter.write(leaves, function, tree);
            tree.force(true);
        }
        ArchiveStamp stamp = authority.stamp(function, root);
        EvidenceRun run = new EvidenceRun(number, kind, function, table.size(), covers, root, stamp, true);
        write(folder.token(), stamp.token());
        write(folder.json(), RunJson.write(run));
        table.close();
        PendingFile.syncFolder(folder.path());
        Files.move(folder.path(), target, StandardCopyOption.ATOMIC_MOVE);
        done = true;
        PendingFile.syncFolder(target.resolveSibling(""));
        return run;
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = java.nio.channels.Channels.newOutputStream(channel)) {
            out.write(content);
            channel.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        table.close();
        if (!done) {
            Leftovers.remove(folder.path());
        }
    }
}
