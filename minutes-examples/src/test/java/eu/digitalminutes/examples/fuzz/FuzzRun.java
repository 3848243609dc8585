// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** One target under fire for some inputs or some time; what it did not survive is written down. */
final class FuzzRun {
    private static final Path KEPT = Path.of("target", "fuzz");
    private static final long GROWTH = 64L << 20;
    private static final int MOST_FINDINGS = 20;

    private final Target target;
    private final long seed;
    private final Map<String, String> findings = new LinkedHashMap<>();
    private long slowest;
    private long inputs;

    FuzzRun(Target target, long seed) {
        this.target = target;
        this.seed = seed;
    }

    /** Reads damaged files until there were so many, or the time is over; the undamaged ones come first. */
    List<String> fire(long most, Duration time) throws IOException, InterruptedException {
        Mutator mutator = new Mutator(target.corpus());
        try (Watched watched = new Watched()) {
            for (Seed sound : target.corpus()) {
                one(watched, sound);
            }
            long before = used();
            long end = System.nanoTime() + time.toNanos();
            for (long i = 0; i < most && System.nanoTime() < end && findings.size() < MOST_FINDINGS; i++) {
                one(watched, mutator.damaged(new Random(seed * 1_000_003 + i)));
            }
            long growth = used() - before;
            if (growth > GROWTH) {
                findings.put("heap", target.name() + ": the heap grew by " + (growth >> 20) + " MiB");
            }
            System.err.printf(
                    "fuzz %-12s %7d inputs, at most %5d ms of work, heap %+d KiB%n",
                    target.name(), inputs, slowest, growth >> 10);
        }
        return new ArrayList<>(findings.values());
    }

    /** Reads one file again. */
    List<String> again(Seed kept) throws IOException, InterruptedException {
        try (Watched watched = new Watched()) {
            one(watched, kept);
        }
        return new ArrayList<>(findings.values());
    }

    private void one(Watched watched, Seed damaged) throws IOException, InterruptedException {
        Duration start = watched.worked();
        Optional<Throwable> thrown = watched.thrownBy(target.reader(), damaged);
        slowest = Math.max(slowest, watched.worked().minus(start).toMillis());
        inputs++;
        if (thrown.isPresent() && !target.documents(thrown.get())) {
            note(thrown.get(), damaged);
        }
    }

    /** The first input for each place at which something came to light. */
    private void note(Throwable thrown, Seed damaged) throws IOException {
        StringBuilder trace = new StringBuilder(String.valueOf(thrown));
        StackTraceElement[] frames = thrown.getStackTrace();
        for (int i = 0; i < Math.min(40, frames.length); i++) {
            if (i < 4 || frames[i].getClassName().startsWith("eu.digitalminutes")) {
                trace.append("\n    at ").append(frames[i]);
            }
        }
        String place = thrown.getClass() + (frames.length == 0 ? "" : frames[0].toString());
        if (!findings.containsKey(place)) {
            Path file = KEPT.resolve(target.name() + "-" + seed + "-" + inputs + "@"
                    + damaged.name().replace('/', '!'));
            Files.createDirectories(KEPT);
            Files.write(file, damaged.bytes());
            findings.put(place, target.name() + ": " + file + ": " + trace);
        }
    }

    private static long used() {
        for (int i = 0; i < 2; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
