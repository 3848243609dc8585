// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a reader on a thread of its own, so that one which never comes back is noticed, and shows where it is. */
final class Watched implements AutoCloseable {
    /** Of the processor's time, which the neighbours of a build do not lengthen. */
    private static final Duration WORK = Duration.ofSeconds(5);

    /** For one that waits for something. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
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
        return outcome(done, worked().plus(WORK));
    }

    private Optional<Throwable> outcome(CompletableFuture<Void> done, Duration most) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (worked().compareTo(most) < 0 && System.nanoTime() < end) {
            try {
                done.get(250, TimeUnit.MILLISECONDS);
                return Optional.empty();
            } catch (ExecutionException e) {
                return Optional.ofNullable(e.getCause());
            } catch (TimeoutException e) {
                // looks at the clocks, and waits on
            }
        }
        IllegalStateException hang = new IllegalStateException("not done after " + WORK + " of work, or " + PATIENCE);
        hang.setStackTrace(thread.getStackTrace());
        return Optional.of(hang);
    }

    /** How long the thread has worked for all files together. */
    Duration worked() {
        return Duration.ofNanos(clock.getThreadCpuTime(thread.getId()));
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
