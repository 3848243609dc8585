// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.scale;

import com.sun.management.OperatingSystemMXBean;
import eu.digitalminutes.archive.MinutesArchive;
import eu.digitalminutes.archive.fixity.FixityAudit;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.outcome.CancelledException;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The inside of a process that is measured from its start to its end: one way to read a whole store. */
public final class AuditWork {
    private static final int BLOCK = 1 << 16;

    private AuditWork() {}

    /**
     * Does the work twice, and prints a line of numbers: wall and CPU nanoseconds from the start of the process to the end
     * of the first time, wall and CPU nanoseconds of the second time, the bytes that the work tells of.
     *
     * @param arguments the work, the store, the catalogue
     * @throws Exception if it fails
     */
    public static void main(String[] arguments) throws Exception {
        long told = run(arguments);
        long cold = ManagementFactory.getRuntimeMXBean().getUptime() * 1_000_000;
        long cpu = cpu();
        long start = System.nanoTime();
        if (!arguments[0].equals("stopped")) {
            run(arguments);
        }
        long warm = System.nanoTime() - start;
        long more = cpu() - cpu;
        System.out.println();
        System.out.println(cold + " " + cpu + " " + warm + " " + more + " " + told);
        // Spark leaves threads behind.
        Runtime.getRuntime().halt(0);
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static long run(String[] arguments) throws IOException {
        Path store = Path.of(arguments[1]);
        FixityAudit audit = MinutesArchive.audit(store, Path.of(arguments[2]));
        return switch (arguments[0]) {
            case "sha256" -> sha256(store);
            case "threads-1" -> audit.threads(1).run(Task.none()).bytes();
            case "threads-2" -> audit.threads(2).run(Task.none()).bytes();
            case "stopped" -> lost(audit.threads(2), store);
            case "spark" -> spark(arguments[1], arguments[2]);
            default -> throw new IllegalArgumentException("no work " + arguments[0]);
        };
    }

    private static List<Path> packages(Path store) throws IOException {
        try (Stream<Path> all = Files.list(store)) {
            return all.filter(file -> file.toString().endsWith(".zip")).sorted().toList();
        }
    }

    private static long sha256(Path store) throws IOException {
        long bytes = 0;
        byte[] block = new byte[BLOCK];
        for (Path file : packages(store)) {
            MessageDigest digest = Fingerprinter.sha256();
            try (InputStream in = Files.newInputStream(file)) {
                for (int count = in.read(block); count >= 0; count = in.read(block)) {
                    digest.update(block, 0, count);
                    bytes += count;
                }
            }
            if (digest.digest().length != 32) {
                throw new IllegalStateException("no digest");
            }
        }
        return bytes;
    }

    private static long spark(String store, String catalogue) throws IOException {
        try (PrintStream out = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            int code = SparkAudit.run(new String[] {store, catalogue}, out);
            if (code != 0) {
                throw new IllegalStateException("the job ended with " + code);
            }
        }
        return sizes(Path.of(store));
    }

    private static long sizes(Path store) throws IOException {
        long bytes = 0;
        for (Path file : packages(store)) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    /** How many bytes are read twice because of a stop in the middle. */
    private static long lost(FixityAudit audit, Path store) throws IOException {
        long half = sizes(store) / 2 / BLOCK;
        AtomicLong blocks = new AtomicLong();
        Instant start = Instant.now();
        try {
            audit.run(Task.none().cancellableBy(() -> blocks.incrementAndGet() > half));
            throw new IllegalStateException("it was not stopped");
        } catch (CancelledException e) {
            Duration since = Duration.between(start, Instant.now());
            long rest = audit.olderThan(since).run(Task.none()).bytes();
            long whole = audit.run(Task.none()).bytes();
            return blocks.get() * BLOCK + rest - whole;
        }
    }
}
