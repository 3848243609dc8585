// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.task;

/** Asked at every buffer whether a long work should stop. */
@FunctionalInterface
public interface Cancellation {
    /**
     * Whether to stop; must be quick and safe to call from the working thread.
     *
     * @return true once the work should stop
     */
    boolean isCancelled();
}
