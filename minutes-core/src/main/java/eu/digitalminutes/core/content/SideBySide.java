// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.content;

import eu.digitalminutes.core.outcome.CancelledException;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Several files read at the same time, each by one thread; all threads end with the call. */
final class SideBySide {
    private static final int BLOCK = 1 << 16;

    private final List<Path> files;
    private final Task.Stage stage;

    SideBySide(List<Path> files, Task task) throws IOException {
        this.files = List.copyOf(files);
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        stage = task.stage("fingerprint " + files.size() + " files", bytes);
    }

    List<TreedFingerprint> fingerprints() throws IOException {
        int processors = Runtime.getRuntime().availableProcessors();
        ExecutorService threads =
                Executors.newFixedThreadPool(Math.max(1, Math.min(files.size(), processors)), work -> {
                    Thread thread = new Thread(work, "minutes-fingerprint");
                    thread.setDaemon(true);
                    return thread;
                });
        try {
            List<Future<TreedFingerprint>> running = new ArrayList<>();
            for (Path file : files) {
                running.add(threads.submit(() -> one(file)));
            }
            List<TreedFingerprint> made = new ArrayList<>();
            for (Future<TreedFingerprint> one : running) {
                made.add(one.get());
            }
            stage.complete();
            return made;
        } catch (ExecutionException e) {
            throw thrown(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("fingerprint");
        } finally {
            end(threads);
        }
    }

    private TreedFingerprint one(Path file) throws IOException {
        long size = Files.size(file);
        MessageDigest digest = Fingerprinter.sha256();
        ChunkTreeBuilder tree = new ChunkTreeBuilder();
        long bytes = 0;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] block = new byte[BLOCK];
            for (int count = in.read(block); count >= 0 && bytes <= size; count = in.read(block)) {
                digest.update(block, 0, count);
                tree.update(block, count);
                bytes += count;
                synchronized (stage) {
                    stage.advance(count);
                }
            }
        }
        Fingerprinter.requireUnchanged(file, size, bytes);
        return new TreedFingerprint(new Fingerprint(Digest.of(digest.digest()), bytes), tree.build());
    }

    private static IOException thrown(@Nullable Throwable cause) {
        if (cause instanceof RuntimeException failure) {
            throw failure;
        } else if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof IOException failure ? failure : new IOException(cause);
    }

    /** Nobody reads on once the call has ended. */
    private static void end(ExecutorService threads) {
        threads.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            while (!threads.awaitTermination(1, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
