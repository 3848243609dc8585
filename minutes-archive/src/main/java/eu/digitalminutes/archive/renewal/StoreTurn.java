// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.renewal;

import eu.digitalminutes.core.evidence.HashFunction;
import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The turn of one process to work on a store; the system ends it with the process. */
final class StoreTurn implements AutoCloseable {
    private final Path store;
    private final FileChannel file;

    private StoreTurn(Path store, FileChannel file) {
        this.store = store;
        this.file = file;
    }

    /**
     * Takes the turn.
     *
     * @throws MinutesException with code {@code EVIDENCE_BUSY} if another has it
     */
    static StoreTurn take(Path store) throws IOException {
        Files.createDirectories(store);
        FileChannel file =
                FileChannel.open(store.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = file.tryLock();
            if (lock != null) {
                return new StoreTurn(store, file);
            }
        } catch (OverlappingFileLockException e) {
            file.close();
            throw busy(store);
        } catch (IOException e) {
            file.close();
            throw e;
        }
        file.close();
        throw busy(store);
    }

    private static MinutesException busy(Path store) {
        return new MinutesException("EVIDENCE_BUSY", "another work on " + store + " is under way; try again after it");
    }

    List<EvidenceRun> runs() throws IOException {
        return RunFolder.all(store);
    }

    /** Begins the next run; those that processes left in the making are removed. */
    PendingRun begin(RunKind kind, HashFunction function) throws IOException {
        Leftovers.removePending(store);
        int last = runs().stream().mapToInt(EvidenceRun::number).max().orElse(0);
        return new PendingRun(store, last + 1, kind, function);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
