// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.task;

/** Told how far a long work is. */
@FunctionalInterface
public interface ProgressListener {
    /**
     * Called on the working thread, about ten times a second at most, and once at the end of each stage. What it
     * throws is logged and changes nothing.
     *
     * @param progress how far the work is
     */
    void onProgress(Progress progress);
}
