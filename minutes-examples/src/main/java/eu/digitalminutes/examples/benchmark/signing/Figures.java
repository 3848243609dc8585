// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.benchmark.signing;

/**
 * What one process needed for one operation.
 *
 * @param failure why it failed; empty if it did not
 * @param wall nanoseconds on the clock; zero where only bytes were counted
 * @param cpu nanoseconds on processors
 * @param peak the most bytes that the process held in memory, small file and JVM included
 * @param read the bytes that it read
 * @param written the bytes that it wrote
 */
record Figures(String failure, long wall, long cpu, long peak, long read, long written) {
    static Figures failed(String why) {
        return new Figures(why, 0, 0, 0, 0, 0);
    }

    boolean isOk() {
        return failure.isEmpty();
    }

    boolean isOutOfMemory() {
        return failure.contains("OutOfMemoryError");
    }

    Figures with(long bytesRead, long bytesWritten) {
        return new Figures(failure, wall, cpu, peak, bytesRead, bytesWritten);
    }
}
