// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.benchmark;

import com.sun.management.OperatingSystemMXBean;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.BatchVerifier;
import eu.digitalminutes.signature.MinutesVerifier;
import eu.digitalminutes.signature.report.BatchSummary;
import eu.digitalminutes.signature.trust.TrustAnchors;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Our side of the comparison, in a process of its own: verifies a folder twice, and times the second run. */
public final class BatchWork {
    private BatchWork() {}

    /**
     * Prints the seconds of the timed run on the clock and of CPU, and how many documents were valid.
     *
     * @param arguments the folder to warm up with, the folder to time, the list of lists, the number of threads
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        BatchVerifier batch = BatchVerifier.of(
                        MinutesVerifier.trusting(TrustAnchors.offlineLists(Path.of(arguments[2]))))
                .threads(Integer.parseInt(arguments[3]));
        verify(batch, Path.of(arguments[0]));
        long start = System.nanoTime();
        long cpu = cpu();
        BatchSummary summary = verify(batch, Path.of(arguments[1]));
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.println(seconds + " " + (cpu() - cpu) / 1e9 + " " + summary.valid());
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static BatchSummary verify(BatchVerifier batch, Path folder) throws IOException {
        Path results = Files.createTempDirectory("batch").resolve("results.jsonl");
        try {
            return batch.verify(folder, results, Task.none());
        } finally {
            Files.deleteIfExists(results);
            Files.deleteIfExists(results.resolveSibling(""));
        }
    }
}
