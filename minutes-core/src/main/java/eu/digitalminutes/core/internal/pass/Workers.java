// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.pass;

import eu.digitalminutes.core.outcome.CancelledException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Several works at the same time, by threads that end with the call. */
public final class Workers {
    private Workers() {}

    /**
     * Does the works; the first failure ends them all.
     *
     * @param <T> what each gives
     * @param works what is to be done
     * @param threads how many are done at once, at least 1
     * @param name what the threads are called
     * @return what the works gave, in their order
     * @throws IOException as a work throws it; unchecked exceptions come through as they are
     * @throws CancelledException if the calling thread is interrupted
     */
    public static <T> List<T> run(List<Callable<T>> works, int threads, String name) throws IOException {
        if (works.isEmpty()) {
            return List.of();
        }
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, Math.min(threads, works.size())), work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<T>> running = new ArrayList<>();
            works.forEach(work -> running.add(pool.submit(work)));
            List<T> done = new ArrayList<>();
            for (Future<T> one : running) {
                done.add(one.get());
            }
            return done;
        } catch (ExecutionException e) {
            throw thrown(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException(name);
        } finally {
            end(pool);
        }
    }

    private static IOException thrown(@Nullable Throwable cause) {
        if (cause instanceof RuntimeException failure) {
            throw failure;
        } else if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof IOException failure ? failure : new IOException(cause);
    }

    /** Nobody works on once the call has ended. */
    private static void end(ExecutorService pool) {
        pool.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            while (!pool.awaitTermination(1, TimeUnit.SECONDS)) {
                pool.shutdownNow();
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
