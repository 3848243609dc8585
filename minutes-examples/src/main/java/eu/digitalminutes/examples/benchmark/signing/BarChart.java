// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.benchmark.signing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The wall times as a picture: bars on a logarithmic scale, each with its number, readable on light and dark pages. */
final class BarChart {
    private static final List<String> SHOWN = List.of(
            "xades-e sign-two", "xades-e sign-one", "xades-e add", "xades-e validate", "p7m sign-two", "p7s sign-two");
    private static final int WIDTH = 860;
    private static final int LEFT = 150;
    private static final int RIGHT = 130;
    private static final int BAR = 18;
    private static final double LEAST = 0.1;

    private final Options options;
    private final List<Row> rows;
    private final double decades;
    private int y = 40;

    private BarChart(Options options, List<Row> rows) {
        this.options = options;
        this.rows = rows;
        double most =
                rows.stream().filter(Row::isTimed).mapToDouble(Row::wall).max().orElse(1);
        this.decades = Math.max(1, Math.ceil(Math.log10(most / LEAST)));
    }

    static String of(Options options, List<Row> rows) {
        return new BarChart(options, rows).svg();
    }

    private String svg() {
        StringBuilder bars = new StringBuilder();
        List<String> spoken = new ArrayList<>();
        for (String operation : SHOWN) {
            List<Row> shown = rows.stream()
                    .filter(row -> row.operation().equals(operation) && row.isTimed())
                    .toList();
            if (shown.isEmpty()) {
                continue;
            }
            y += 12;
            bars.append(String.format(
                    Locale.ROOT, "  <text class=\"head\" x=\"8\" y=\"%d\">%s</text>\n", y + 4, Words.of(operation)));
            y += 12;
            for (Row row : shown) {
                bars.append(bar(row));
                spoken.add(
                        String.format(Locale.ROOT, "%s, %s: %.2f passes", Words.of(operation), row.tool(), row.wall()));
            }
        }
        int height = y + 34;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"t d\">\n",
                WIDTH,
                height));
        svg.append("  <title id=\"t\">Time to sign and validate a file of ")
                .append(options.sizeName())
                .append(", in passes of SHA-256 over it</title>\n");
        svg.append("  <desc id=\"d\">").append(String.join("; ", spoken)).append(".</desc>\n");
        svg.append("""
                  <style>
                    text { font: 13px system-ui, sans-serif; fill: #1f2328 }
                    .head { font-weight: 600 }
                    .grid { stroke: #8c959f; stroke-opacity: .45 }
                    .ours { fill: #0969da }
                    .other { fill: #8c959f }
                    @media (prefers-color-scheme: dark) {
                      text { fill: #e6edf3 }
                      .ours { fill: #58a6ff }
                      .other { fill: #6e7681 }
                    }
                  </style>
                """);
        svg.append(String.format(
                Locale.ROOT,
                "  <text class=\"head\" x=\"8\" y=\"20\">Time in passes of SHA-256 over the file (%s), logarithmic: shorter is"
                        + " better</text>\n",
                options.sizeName()));
        for (int decade = 0; decade <= decades; decade++) {
            double x = x(LEAST * Math.pow(10, decade));
            svg.append(String.format(
                    Locale.ROOT,
                    "  <line class=\"grid\" x1=\"%.1f\" y1=\"32\" x2=\"%.1f\" y2=\"%d\"/>\n",
                    x,
                    x,
                    y + 6));
            svg.append(String.format(
                    Locale.ROOT,
                    "  <text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>\n",
                    x,
                    y + 24,
                    decade == 0 ? "0.1" : String.format(Locale.ROOT, "%.0f", LEAST * Math.pow(10, decade))));
        }
        return svg.append(bars).append("</svg>\n").toString();
    }

    private String bar(Row row) {
        double end = Math.max(x(row.wall()), LEFT + 2);
        String bar = String.format(
                Locale.ROOT,
                """
                  <text x="%d" y="%d" text-anchor="end">%s</text>
                  <rect class="%s" x="%d" y="%d" width="%.1f" height="%d"/>
                  <text x="%.1f" y="%d">%.2f%s</text>
                """,
                LEFT - 8,
                y + BAR - 5,
                row.tool(),
                row.tool().equals("minutes") ? "ours" : "other",
                LEFT,
                y + 2,
                end - LEFT,
                BAR - 4,
                end + 6,
                y + BAR - 5,
                row.wall(),
                row.heap().isEmpty() || row.heap().equals("128m") ? "" : " (heap " + row.heap() + ")");
        y += BAR;
        return bar;
    }

    private double x(double passes) {
        return LEFT + Math.log10(Math.max(passes, LEAST) / LEAST) / decades * (WIDTH - LEFT - RIGHT);
    }
}
