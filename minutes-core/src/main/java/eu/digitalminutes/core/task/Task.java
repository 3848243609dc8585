// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.task;

import eu.digitalminutes.core.outcome.CancelledException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last argument of every long work: who is told of its progress, and who may stop it.
 *
 * <p>Interrupting the working thread stops it as well. One task may serve several works, one after the other; it is not
 * for several threads at once.
 */
public final class Task {
    private static final Logger LOG = LoggerFactory.getLogger(Task.class);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private final ProgressListener listener;
    private final Cancellation cancellation;

    private Task(ProgressListener listener, Cancellation cancellation) {
        this.listener = listener;
        this.cancellation = cancellation;
    }

    /**
     * Nobody listens, and only an interrupt stops the work.
     *
     * @return the silent task
     */
    public static Task none() {
        return new Task(progress -> {}, () -> false);
    }

    /**
     * A task that tells a listener.
     *
     * @param listener who is told
     * @return the task
     */
    public static Task reporting(ProgressListener listener) {
        return new Task(Objects.requireNonNull(listener, "listener"), () -> false);
    }

    /**
     * The same task, stoppable by the given condition.
     *
     * @param condition asked at every buffer
     * @return a new task
     */
    public Task cancellableBy(Cancellation condition) {
        return new Task(listener, Objects.requireNonNull(condition, "condition"));
    }

    /**
     * Begins a stage of work on so many bytes; for those who write a work of their own on top of this SDK.
     *
     * @param name what is being done
     * @param bytesTotal how many bytes the stage will handle
     * @return the stage, to be told of every block
     */
    public Stage stage(String name, long bytesTotal) {
        return new Stage(name, bytesTotal);
    }

    /** One stage of a work: counts bytes, tells the listener now and then, and stops when asked to. */
    public final class Stage {
        private final String name;
        private final long total;
        private long done;
        private long toldAt = System.nanoTime();

        private Stage(String name, long total) {
            this.name = Objects.requireNonNull(name, "name");
            this.total = total;
            throwIfCancelled();
        }

        /**
         * Tells that a block was handled.
         *
         * @param bytes the length of the block
         * @throws CancelledException if the work should stop
         */
        public void advance(long bytes) {
            throwIfCancelled();
            done += bytes;
            long now = System.nanoTime();
            if (now - toldAt >= PAUSE) {
                toldAt = now;
                tell();
            }
        }

        /** Tells that the stage is complete; the listener always hears of it. */
        public void complete() {
            tell();
        }

        private void throwIfCancelled() {
            if (cancellation.isCancelled() || Thread.currentThread().isInterrupted()) {
                throw new CancelledException(name);
            }
        }

        private void tell() {
            try {
                listener.onProgress(new Progress(name, done, total));
            } catch (RuntimeException e) {
                LOG.warn("a progress listener failed at {}", name, e);
            }
        }
    }
}
