// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.benchmark.signing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The results as Markdown. */
final class ResultTable {
    private ResultTable() {}

    static String of(Options options, List<Row> rows) {
        List<String> lines = new ArrayList<>();
        lines.add("One file of " + options.sizeName() + (options.sparse() ? ", sparse" : ", incompressible") + "; "
                + times(options.rounds()) + "; JDK " + System.getProperty("java.version") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors.");
        for (Row row : rows) {
            if (row.operation().equals("sha256") && row.isTimed() && !row.heap().isEmpty()) {
                lines.add(String.format(Locale.ROOT, "One pass of SHA-256 took %.2f s on the clock.", row.seconds()));
            }
        }
        lines.add("");
        lines.add("| operation | tool | heap | passes read | written | peak MB | wall | CPU |");
        lines.add("| --- | --- | --- | --- | --- | --- | --- | --- |");
        for (Row row : rows) {
            String start = "| " + Words.of(row.operation()) + " | " + row.tool() + " | ";
            if (!row.failure().isEmpty()) {
                lines.add(start + row.heap() + " | – | – | – | " + reason(row.failure()) + " | – |");
            } else if (row.isTimed()) {
                lines.add(start
                        + String.format(
                                Locale.ROOT,
                                "%s | %.2f | %.2f | %.0f | %.2f | %.2f |",
                                row.heap().isEmpty() ? "–" : row.heap(),
                                row.passesRead(),
                                row.passesWritten(),
                                row.peak(),
                                row.wall(),
                                row.cpu()));
            } else {
                lines.add(start
                        + String.format(
                                Locale.ROOT,
                                "%s | %.2f | %.2f | – | – | – |",
                                row.heap(),
                                row.passesRead(),
                                row.passesWritten()));
            }
        }
        List<String> goals = Goals.of(rows);
        if (!goals.isEmpty()) {
            lines.add("");
            lines.add("| goal | wanted | measured | |");
            lines.add("| --- | --- | --- | --- |");
            lines.addAll(goals);
        }
        return String.join("\n", lines) + "\n";
    }

    private static String times(int rounds) {
        return rounds == 0 ? "not timed" : rounds == 1 ? "timed once" : rounds + " timed rounds, the median";
    }

    private static String reason(String failure) {
        if (failure.contains("OutOfMemoryError")) {
            return "out of memory";
        }
        String text = failure.replace('|', '/');
        return text.length() > 120 ? text.substring(0, 120) + "…" : text;
    }
}
