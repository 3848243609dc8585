// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.benchmark.signing;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import jdk.jfr.Recording;

/**
 * The inside of a process that does one operation: first a few times on a small file, so that classes are loaded and compiled, then on the large
 * one, which alone is measured. Needs nothing but the JDK, since other people's libraries are measured with it too.
 */
public final class Gauge {
    private static final int TIMES = 20;
    private static final long WARM_NANOS = 6_000_000_000L;

    private Gauge() {}

    /** One operation; its files have the same names in the folder of the small and of the large recording. */
    public interface Work {
        /**
         * Does it.
         *
         * @param folder where recording and results lie
         * @param settings what the operation has to know besides: {@code keys}, {@code tsa}, {@code trust}
         * @throws Exception if it fails, or its result is wrong
         */
        void on(Path folder, Map<String, String> settings) throws Exception;
    }

    /**
     * Measures, and prints lines of the form {@code name=value}.
     *
     * @param arguments the operation, the folder of the small file, that of the large, and settings {@code name=value};
     *     with {@code jfr} every reading and writing of a file is recorded there
     * @param works every operation that there is
     * @throws IOException if the system tells nothing of the process
     */
    public static void main(String[] arguments, Map<String, Work> works) throws IOException {
        Work work = works.get(arguments[0]);
        if (work == null) {
            throw new IllegalArgumentException("no operation " + arguments[0] + ", only " + works.keySet());
        }
        Map<String, String> settings = new HashMap<>();
        for (int i = 3; i < arguments.length; i++) {
            int equals = arguments[i].indexOf('=');
            settings.put(arguments[i].substring(0, equals), arguments[i].substring(equals + 1));
        }
        String jfr = settings.get("jfr");
        int code = 0;
        try {
            if (jfr == null) {
                warm(work, Path.of(arguments[1]), settings);
            }
            work.on(Path.of(arguments[1]), settings);
            System.gc();
            if (jfr == null) {
                time(work, Path.of(arguments[2]), settings);
            } else {
                record(work, Path.of(arguments[2]), settings, Path.of(jfr));
            }
            tell("peak", proc("status", "VmHWM") << 10);
        } catch (Throwable e) { // an OutOfMemoryError is a result
            tell("failure", describe(e));
            code = 1;
        }
        System.out.flush();
        // Some libraries leave threads that would keep the process.
        Runtime.getRuntime().halt(code);
    }

    /** Several times, each in a copy of the folder: what is signed in it could not be signed again. */
    private static void warm(Work work, Path small, Map<String, String> settings) throws Exception {
        long start = System.nanoTime();
        for (int i = 1; i < TIMES && System.nanoTime() - start < WARM_NANOS; i++) {
            Path copy = Files.createTempDirectory("warm");
            try (DirectoryStream<Path> files = Files.newDirectoryStream(small)) {
                for (Path file : files) {
                    Files.copy(file, copy.resolve(file.getFileName()));
                }
            }
            work.on(copy, settings);
        }
    }

    private static void time(Work work, Path folder, Map<String, String> settings) throws Exception {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long read = proc("io", "rchar");
        long written = proc("io", "wchar");
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        work.on(folder, settings);
        long wall = System.nanoTime() - start;
        tell("cpu", system.getProcessCpuTime() - cpu);
        tell("wall", wall);
        tell("read", proc("io", "rchar") - read);
        tell("written", proc("io", "wchar") - written);
    }

    private static void record(Work work, Path folder, Map<String, String> settings, Path file) throws Exception {
        try (Recording recording = new Recording()) {
            for (String event : new String[] {"jdk.FileRead", "jdk.FileWrite"}) {
                recording.enable(event).withThreshold(Duration.ZERO).withoutStackTrace();
            }
            recording.start();
            work.on(folder, settings);
            recording.stop();
            recording.dump(file);
        }
    }

    private static void tell(String name, Object value) {
        System.out.println(name + "=" + value);
    }

    private static String describe(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null && !(cause instanceof OutOfMemoryError)) {
            cause = cause.getCause();
        }
        String text = e == cause ? e.toString() : cause + " in " + e;
        return text.replaceAll("\\s+", " ");
    }

    /** A number that the system tells of this process. */
    private static long proc(String file, String name) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self", file))) {
            if (line.startsWith(name + ":")) {
                return Long.parseLong(line.replaceAll("[^0-9]", ""));
            }
        }
        throw new IOException("/proc/self/" + file + " tells nothing of " + name);
    }
}
