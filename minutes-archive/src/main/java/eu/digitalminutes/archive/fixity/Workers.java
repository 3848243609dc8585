// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.fixity;

import eu.digitalminutes.core.outcome.CancelledException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Some work on each of many things, a few at a time, until all is done or one fails. */
final class Workers {
    private Workers() {}

    /** What is done to one thing. */
    @FunctionalInterface
    interface Work<T> {
        T apply(String thing) throws IOException;
    }

    static <T> Map<String, T> run(List<String> things, int threads, Work<T> work) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "minutes-audit");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Map<String, Future<T>> begun = new HashMap<>();
            things.forEach(thing -> begun.put(thing, pool.submit(() -> work.apply(thing))));
            Map<String, T> done = new HashMap<>();
            for (String thing : things) {
                Future<T> future = begun.get(thing);
                if (future != null) {
                    done.put(thing, result(future));
                }
            }
            return done;
        } finally {
            pool.shutdownNow();
            awaitEnd(pool);
        }
    }

    private static <T> T result(Future<T> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException | CancellationException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("audit");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Whoever is told that it ended may take the store away. */
    private static void awaitEnd(ExecutorService pool) {
        try {
            if (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("an audit did not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
