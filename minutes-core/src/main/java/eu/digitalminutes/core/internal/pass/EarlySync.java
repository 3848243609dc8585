// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.pass;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Has the disk take what is written of a large file while more is written, so that little is left to wait for at its end.
 *
 * <p>It is no promise of its own: whoever needs the file on the disk still syncs it. But where the disk fails here, the
 * system may not say so a second time, so {@link #end()} does.
 */
public final class EarlySync implements AutoCloseable {
    /** Enough for the disk to be busy, and little enough to be quickly gone. */
    private static final long STEP = 64L << 20;

    private final FileChannel channel;
    private final Semaphore due = new Semaphore(0);
    private @Nullable Thread second;
    private long sinceLast;
    private volatile boolean ended;
    private volatile @Nullable IOException failure;

    /**
     * For a file that is going to be written on one thread.
     *
     * @param channel through which it is written
     */
    public EarlySync(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Tells that a block was written.
     *
     * @param bytes how many
     */
    public void written(int bytes) {
        sinceLast += bytes;
        if (sinceLast >= STEP) {
            sinceLast = 0;
            if (second == null) {
                second = new Thread(this::sync, "minutes-sync");
                second.setDaemon(true);
                second.start();
            }
            due.release();
        }
    }

    private void sync() {
        try {
            for (due.acquireUninterruptibly(); !ended; due.acquireUninterruptibly()) {
                // one sync takes all that was written meanwhile
                due.drainPermits();
                channel.force(false);
            }
        } catch (IOException e) {
            failure = e;
        }
    }

    /**
     * Waits for a sync that is under way.
     *
     * @throws IOException if one has failed
     */
    public void end() throws IOException {
        close();
        IOException failed = failure;
        if (failed != null) {
            throw failed;
        }
    }

    /** Ends it whatever happened; for when the file is given up. */
    @Override
    public void close() {
        Thread running = second;
        ended = true;
        due.release();
        boolean interrupted = false;
        while (running != null && running.isAlive()) {
            try {
                running.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
