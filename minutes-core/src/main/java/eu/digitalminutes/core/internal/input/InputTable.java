// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of cells from delimited text, as they stand: nothing is a formula, a number or a date yet.
 *
 * <p>The delimiter is not declared anywhere. A text is read with each of tab, semicolon and comma, and who knows the
 * columns says which reading makes sense.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180, CSV</a>
 */
public final class InputTable {
    /** The code of text that is no table. */
    public static final String MALFORMED = "INPUT_MALFORMED";

    private static final char[] DELIMITERS = {'\t', ';', ','};
    private static final int MOST_ROWS = 100_000;
    private static final int MOST_CELLS = 200;
    private static final int MOST_IN_ALL = 500_000;
    private static final CsvFactory FACTORY = CsvFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(20_000).build())
            .build();

    private final List<Row> rows;

    private InputTable(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param line the line it begins on, from 1
     * @param cells its cells without surrounding space; empty ones at the end are left out
     */
    public record Row(int line, List<String> cells) {
        /**
         * One cell.
         *
         * @param column its place, from 0; below 0 for a column that the table has not
         * @return the cell; empty where the row has none
         */
        public String cell(int column) {
            return column < 0 || column >= cells.size() ? "" : cells.get(column);
        }

        /**
         * Whether nothing stands in it.
         *
         * @return true for an empty line
         */
        public boolean isBlank() {
            return cells.isEmpty();
        }
    }

    /**
     * Every reading of a text as a table with more than one column.
     *
     * @param text the text
     * @return tables; none if no delimiter makes a table
     * @throws MinutesException with code {@code INPUT_MALFORMED}, if every reading breaks off
     */
    public static List<InputTable> readings(String text) {
        List<InputTable> readings = new ArrayList<>();
        List<MinutesException> failures = new ArrayList<>();
        for (char delimiter : DELIMITERS) {
            if (text.indexOf(delimiter) >= 0) {
                try {
                    readings.add(new InputTable(read(text, delimiter)));
                } catch (MinutesException e) {
                    failures.add(e);
                }
            }
        }
        if (readings.isEmpty() && !failures.isEmpty()) {
            throw failures.get(0);
        }
        return readings;
    }

    /**
     * Every row, the blank ones too.
     *
     * @return an immutable list
     */
    public List<Row> rows() {
        return rows;
    }

    private static List<Row> read(String text, char delimiter) {
        List<Row> rows = new ArrayList<>();
        try (CsvParser parser = FACTORY.createParser(text)) {
            parser.setSchema(CsvSchema.emptySchema().withColumnSeparator(delimiter));
            List<String> cells = new ArrayList<>();
            int line = 1;
            int total = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_ARRAY) {
                    cells.clear();
                    line = parser.currentLocation().getLineNr();
                } else if (token == JsonToken.END_ARRAY) {
                    rows.add(row(line, cells));
                } else {
                    cells.add(clean(parser.getText()));
                    total++;
                }
                if (rows.size() > MOST_ROWS || cells.size() > MOST_CELLS || total > MOST_IN_ALL) {
                    throw new MinutesException(
                            MALFORMED,
                            "more than " + MOST_ROWS + " rows, " + MOST_CELLS + " columns or " + MOST_IN_ALL
                                    + " cells");
                }
            }
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new MinutesException(
                    MALFORMED, "line " + line + ": the rows break off: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new MinutesException(MALFORMED, "the rows cannot be read: " + e.getMessage(), e);
        }
        return rows;
    }

    private static Row row(int line, List<String> cells) {
        int size = cells.size();
        while (size > 0 && cells.get(size - 1).isEmpty()) {
            size--;
        }
        return new Row(line, List.copyOf(cells.subList(0, size)));
    }

    /** Platforms put no-break spaces before AM and PM, and marks of writing direction around dates. */
    private static String clean(String cell) {
        return cell.replaceAll("[\\u200e\\u200f\\u202a-\\u202e\\ufeff]", "")
                .replaceAll("[\\u00a0\\u2007\\u202f\\s]+", " ")
                .strip();
    }
}
