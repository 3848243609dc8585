// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.allowance;

import java.util.List;
import java.util.stream.Collectors;

/** A line of a CSV file that a spreadsheet can open without running what somebody wrote into a name. */
final class CsvLine {
    /** What begins a formula in one spreadsheet or another, also in the wide forms of the far East. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20|%";

    private CsvLine() {}

    static String of(List<String> cells) {
        return cells.stream().map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        boolean hidden =
                !formula && !text.isBlank() && FORMULA.indexOf(text.strip().charAt(0)) >= 0;
        String safe = formula || hidden ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"").replace("\u0000", "") + "\"";
    }
}
