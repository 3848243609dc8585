// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.benchmark.packaging;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The inside of a process that does one operation, first on a small folder and then on the large one, which alone is
 * measured. Needs nothing but the JDK, since other people's libraries are measured with it too; Linux tells the rest.
 */
public final class Meter {
    /** A file in the folder of the large one that makes room, just before the operation, for what that will write. */
    static final String PAGES = "pages";

    private static final long SETTLING = 2_000;

    /** What only reads is measured so often, since the same reading costs 5 % more or less from one time to the next. */
    private static final int READINGS = 5;

    private Meter() {}

    /** One operation on a folder that holds {@code verbale.asice}. */
    public interface Work {
        /**
         * Does it.
         *
         * @param folder where the container lies and the results go
         * @throws Exception if it fails
         */
        void on(Path folder) throws Exception;
    }

    /**
     * Measures, and prints one line of numbers: wall and CPU nanoseconds, peak bytes, bytes read, bytes written, writes; of
     * what only reads the median of five times.
     *
     * @param arguments the operation, folders of small files separated by commas, the folder of the large file
     * @param works every operation that there is
     * @throws Exception if an operation fails
     */
    public static void main(String[] arguments, Map<String, Work> works) throws Exception {
        Work work = works.get(arguments[0]);
        if (work == null) {
            throw new IllegalArgumentException("no operation " + arguments[0] + ", only " + works.keySet());
        }
        for (String small : arguments[1].split(",", -1)) {
            work.on(Path.of(small));
        }
        // The compiler is still at work on what was warmed up, and its time would be counted.
        Thread.sleep(SETTLING);
        Files.deleteIfExists(Path.of(arguments[2]).resolve(PAGES));
        List<long[]> measured = new ArrayList<>();
        for (int i = 0; i < (arguments[0].endsWith("-verify") ? READINGS : 1); i++) {
            measured.add(once(work, Path.of(arguments[2])));
        }
        System.out.println();
        System.out.println(median(measured, 0) + " " + median(measured, 1) + " " + peak() + " " + median(measured, 2)
                + " " + median(measured, 3) + " " + median(measured, 4));
        // Libraries leave threads behind.
        Runtime.getRuntime().halt(0);
    }

    private static long[] once(Work work, Path folder) throws Exception {
        long[] before = counters();
        long start = System.nanoTime();
        work.on(folder);
        long wall = System.nanoTime() - start;
        long[] after = counters();
        return new long[] {wall, after[0] - before[0], after[1] - before[1], after[2] - before[2], after[3] - before[3]
        };
    }

    private static long median(List<long[]> measured, int column) {
        return measured.stream().mapToLong(one -> one[column]).sorted().toArray()[measured.size() / 2];
    }

    private static long[] counters() throws IOException {
        long cpu =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
        Path io = Path.of("/proc/self/io");
        return new long[] {cpu, number(io, "rchar:"), number(io, "wchar:"), number(io, "syscw:")};
    }

    private static long peak() throws IOException {
        return number(Path.of("/proc/self/status"), "VmHWM:") * 1024;
    }

    private static long number(Path file, String name) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .sum();
    }
}
