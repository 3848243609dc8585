// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.fixity;

import eu.digitalminutes.core.outcome.CancelledException;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** What every block that is read must pass: progress and cancellation, the limit of the bandwidth, the lease. */
final class Pace {
    private final Task.Stage stage;
    private final Bandwidth bandwidth;
    private final AtomicLong read;
    private final Lease lease;

    Pace(Task.Stage stage, Bandwidth bandwidth, AtomicLong read, Lease lease) {
        this.stage = stage;
        this.bandwidth = bandwidth;
        this.read = read;
        this.lease = lease;
    }

    void advance(int bytes) throws IOException {
        read.addAndGet(bytes);
        synchronized (stage) {
            stage.advance(bytes);
        }
        lease.keep();
        try {
            bandwidth.spend(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("audit");
        }
    }
}
