// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.benchmark.signing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What we want to reach, held against what was measured. */
final class Goals {
    private static final String OURS = "minutes";

    private final List<Row> rows;
    private final List<String> lines = new ArrayList<>();

    private Goals(List<Row> rows) {
        this.rows = rows;
    }

    /** A Markdown table; only goals of which everything was measured. */
    static List<String> of(List<Row> rows) {
        Goals goals = new Goals(rows);
        goals.atMost("fingerprint", 1.1);
        goals.atMost("fingerprint-tree", 1.3);
        goals.atMost("xades-e sign-two", 2.2);
        goals.row("copy-synced").ifPresent(copy -> goals.against("copy, synced", copy));
        goals.row("copy").ifPresent(copy -> goals.against("copy, not synced", copy));
        goals.atMost("xades-e add", 0.3);
        goals.atMost("xades-e extend", 0.3);
        goals.atMost("xades-e validate", 1.7);
        goals.atMost("p7m sign-two", 2.0);
        goals.atMost("p7m add", 1.7);
        goals.atMost("p7m validate", 1.4);
        for (String peer : List.of("DSS", "DigiDoc4j")) {
            goals.faster(peer, "xades-e sign-two", "xades-e sign-one", 10);
            goals.faster(peer, "xades-e add", "xades-e add", 100);
            goals.faster(peer, "xades-e validate", "xades-e validate", 3);
        }
        rows.stream()
                .filter(row -> row.tool().equals(OURS) && row.isTimed())
                .mapToDouble(Row::peak)
                .max()
                .ifPresent(
                        peak -> goals.line("peak memory of every operation", "≤ 250 MB", peak <= 250, "%.0f MB", peak));
        return goals.lines;
    }

    private Optional<Row> row(String operation) {
        return row(OURS, operation);
    }

    private Optional<Row> row(String tool, String operation) {
        return rows.stream()
                .filter(row -> row.tool().equals(tool) && row.operation().equals(operation) && row.isTimed())
                .findFirst();
    }

    private void atMost(String operation, double limit) {
        row(operation).ifPresent(row -> {
            String wanted = String.format(Locale.ROOT, "≤ %.1f passes", limit);
            line(Words.of(operation), wanted, row.wall() <= limit, "%.2f", row.wall());
        });
    }

    private void against(String name, Row copy) {
        row("xades-e sign-two").ifPresent(row -> {
            double ratio = row.wall() / (1 + copy.wall());
            String wanted = "≤ 1.3 × (SHA-256 + " + name + ")";
            line(Words.of(row.operation()), wanted, ratio <= 1.3, "%.2f ×", ratio);
        });
    }

    private void faster(String peer, String operation, String theirs, double times) {
        Optional<Row> other = row(peer, theirs);
        row(operation)
                .ifPresent(row -> other.ifPresent(slower -> {
                    double ratio = slower.wall() / row.wall();
                    String wanted = String.format(Locale.ROOT, "%.0f times faster than %s", times, peer);
                    line(Words.of(operation), wanted, ratio >= times, "%.0f ×", ratio);
                }));
    }

    private void line(String what, String wanted, boolean met, String format, double measured) {
        lines.add("| " + what + " | " + wanted + " | " + String.format(Locale.ROOT, format, measured) + " | "
                + (met ? "met" : "**not met**") + " |");
    }
}
