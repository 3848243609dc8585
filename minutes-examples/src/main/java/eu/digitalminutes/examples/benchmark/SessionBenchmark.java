// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.benchmark;

import eu.digitalminutes.core.MinutesChecker;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.live.EventStore;
import eu.digitalminutes.core.live.LiveMeeting;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.rules.LocalRules;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/**
 * What a meeting costs: one event while it goes on, in a short and in a very long session, and the minutes of a whole
 * year.
 */
public final class SessionBenchmark {
    private static final int TURNS = 6;

    private SessionBenchmark() {}

    /**
     * Measures, and prints a table.
     *
     * @param arguments how many events a short session has, at least twenty, and a long one; how many events are timed after them; how
     *     many sessions a year has, and how many events each of those. All or none; by default 500, 50000, 5000, 40, 400
     * @throws IOException never: nothing is stored
     */
    public static void main(String[] arguments) throws IOException {
        int[] sizes = {500, 50_000, 5_000, 40, 400};
        if (arguments.length > 0) {
            sizes = Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        }
        run(sizes, System.out);
    }

    static void run(int[] sizes, PrintStream out) throws IOException {
        int timed = sizes[2];
        double small = Double.MAX_VALUE;
        double large = Double.MAX_VALUE;
        // Turn by turn, so that neither size has the warmer machine; of each the turn that was disturbed least.
        for (int turn = 0; turn < TURNS; turn++) {
            small = Math.min(small, median(sizes[0], timed));
            large = Math.min(large, median(sizes[1], timed));
        }
        row(out, "append and quorum after %,d events", sizes[0], "%.1f µs", small / 1_000);
        row(out, "append and quorum after %,d events", sizes[1], "%.1f µs", large / 1_000);
        row(out, "ratio, median of %,d each", timed, "%.2f", large / small);

        year(Math.max(1, sizes[3] / 10), sizes[4]);
        long before = cpu();
        long bytes = year(sizes[3], sizes[4]);
        row(out, "a year of %,d sessions, checked and written", sizes[3], "%.2f CPU s", (cpu() - before) / 1e9);
        row(out, "of %,d events each, as minutes.json", sizes[4], "%.1f MB", bytes / 1e6);
    }

    private static void row(PrintStream out, String what, int size, String unit, double value) {
        out.println(String.format(
                Locale.ROOT,
                "%-50s %14s",
                String.format(Locale.ROOT, what, size),
                String.format(Locale.ROOT, unit, value)));
    }

    /**
     * Nanoseconds for one event and one question, in the middle of all that were timed. A meeting is left before it is a
     * fifth longer than asked.
     */
    private static double median(int before, int timed) throws IOException {
        long[] nanos = new long[timed];
        int each = Math.min(timed, Math.max(1, before / 5));
        for (int done = 0; done < timed; done += each) {
            LiveMeeting live =
                    LiveMeeting.begin(LongSession.head(1), LocalRules.ordinaryCouncil(), EventStore.inMemory());
            for (int i = 0; i < before; i++) {
                live.append(LongSession.event(i));
            }
            for (int i = 0; i < Math.min(each, timed - done); i++) {
                SessionEvent event = LongSession.event(before + i);
                long start = System.nanoTime();
                live.append(event);
                boolean quorate = live.quorum().holds();
                nanos[done + i] = System.nanoTime() - start;
                if (!quorate) {
                    throw new IllegalStateException("sixteen or more are there, and the legal number is missing");
                }
            }
        }
        Arrays.sort(nanos);
        return nanos[timed / 2];
    }

    /** The bytes of all minutes of a year, each built, checked and written. */
    private static long year(int sessions, int events) {
        long bytes = 0;
        for (int number = 1; number <= sessions; number++) {
            Minutes minutes = Minutes.of(LongSession.whole(number, events), LocalRules.ordinaryCouncil());
            MinutesChecker.check(minutes).requireValid();
            bytes += MinutesJson.write(minutes).length;
        }
        return bytes;
    }

    /** Of this thread only: neither the collector nor other programs count. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
