// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.fixity;

import java.util.concurrent.TimeUnit;

/** So many bytes a second and no more, shared by all threads of an audit. */
final class Bandwidth {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final long bytesPerSecond;
    private long free = System.nanoTime();

    /** @param bytesPerSecond 0 for no limit */
    Bandwidth(long bytesPerSecond) {
        this.bytesPerSecond = bytesPerSecond;
    }

    /** Waits until the bytes that were just read are within the limit. */
    void spend(int bytes) throws InterruptedException {
        if (bytesPerSecond > 0) {
            long wait = reserve(bytes) - System.nanoTime();
            if (wait > 0) {
                TimeUnit.NANOSECONDS.sleep(wait);
            }
        }
    }

    private synchronized long reserve(int bytes) {
        long now = System.nanoTime();
        long cost = bytes * SECOND / bytesPerSecond;
        free = Math.max(free, now - SECOND / 10) + cost;
        return free;
    }
}
