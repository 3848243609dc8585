// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.fuzz;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a reader on a thread of its own, so that one which never comes back is noticed, and shows where it is. */
final class Watched implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LinkedBlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::serve, "fuzz");

    Watched() {
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                work.take().run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What it threw, or that it took too long. */
    Optional<Throwable> thrownBy(Target.Reader reader, Seed damaged) throws InterruptedException {
        CompletableFuture<Void> done = new CompletableFuture<>();
        work.add(() -> {
            try {
                reader.read(damaged);
                done.complete(null);
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        });
        try {
            done.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.ofNullable(e.getCause());
        } catch (TimeoutException e) {
            IllegalStateException hang = new IllegalStateException("not done after " + PATIENCE, e);
            hang.setStackTrace(thread.getStackTrace());
            return Optional.of(hang);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
