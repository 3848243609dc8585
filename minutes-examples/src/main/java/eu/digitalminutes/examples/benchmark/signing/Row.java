// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.benchmark.signing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What is known of one operation of one tool after some rounds. */
final class Row {
    private final String tool;
    private final String operation;
    private final long bytes;
    private final List<Round> rounds = new ArrayList<>();
    private String heap = "";
    private String failure = "";
    private long read;
    private long written;

    /** One measurement with the pass of SHA-256 to which it is compared. */
    private record Round(Figures figures, Figures pass) {}

    Row(String tool, String operation, long bytes) {
        this.tool = tool;
        this.operation = operation;
        this.bytes = bytes;
    }

    String tool() {
        return tool;
    }

    String operation() {
        return operation;
    }

    /** The heap that sufficed; empty for what is no JVM. */
    String heap() {
        return heap;
    }

    /** Why it cannot be done; empty if it can. */
    String failure() {
        return failure;
    }

    /** With this heap it was tried. */
    void tried(String size, Figures figures) {
        heap = size;
        failure = figures.failure();
    }

    void counted(Figures figures) {
        read = figures.read();
        written = figures.written();
    }

    /** A failure in a later round stands for all. */
    void timed(Figures figures, Figures pass) {
        if (!figures.isOk()) {
            failure = figures.failure();
            return;
        }
        rounds.add(new Round(figures, pass));
    }

    /** Passes over the file; where the system counted clearly more than the JVM recorded, the system's number. */
    double passesRead() {
        return passes(read, median(figures -> figures.read()));
    }

    double passesWritten() {
        return passes(written, median(figures -> figures.written()));
    }

    private double passes(long recorded, double system) {
        double more = system - recorded > bytes / 20.0 + (8 << 20) ? system : recorded;
        return more / bytes;
    }

    boolean isTimed() {
        return !rounds.isEmpty();
    }

    double seconds() {
        return median(figures -> figures.wall() / 1e9);
    }

    double peak() {
        return median(Figures::peak) / 1e6;
    }

    double wall() {
        return middle(rounds.stream()
                .mapToDouble(
                        round -> (double) round.figures().wall() / round.pass().wall())
                .toArray());
    }

    double cpu() {
        return middle(rounds.stream()
                .mapToDouble(
                        round -> (double) round.figures().cpu() / round.pass().cpu())
                .toArray());
    }

    private double median(ToDoubleFunction<Figures> value) {
        return middle(rounds.stream()
                .mapToDouble(round -> value.applyAsDouble(round.figures()))
                .toArray());
    }

    private static double middle(double[] values) {
        if (values.length == 0) {
            return 0;
        }
        Arrays.sort(values);
        int half = values.length / 2;
        return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }
}
