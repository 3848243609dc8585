// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.agenda;

import eu.digitalminutes.core.internal.input.InputFile;
import eu.digitalminutes.core.internal.input.InputJson;
import eu.digitalminutes.core.internal.input.InputTable;
import eu.digitalminutes.core.internal.input.InputText;
import eu.digitalminutes.core.internal.input.Refusal;
import eu.digitalminutes.core.outcome.MinutesException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Rows of a table, or objects of a JSON list, as one kind of thing: labels and words. */
final class Records {
    private Records() {}

    /**
     * One of them.
     *
     * @param where its place, for a refusal
     * @param words its words by label, as the label is written
     */
    record Entry(String where, Map<String, String> words) {
        /** The word under one of several labels; the label must stand there once. */
        String word(Set<String> labels) {
            List<String> found = words.keySet().stream()
                    .filter(label -> labels.contains(plain(label)))
                    .toList();
            if (found.size() > 1) {
                throw new MinutesException(
                        InputTable.MALFORMED,
                        where + ": " + Refusal.quote(found.get(0)) + " and " + Refusal.quote(found.get(1))
                                + " mean the same");
            }
            return found.isEmpty() ? "" : words.getOrDefault(found.get(0), "");
        }
    }

    /** A label as it is compared. */
    static String plain(String label) {
        return label.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ").strip();
    }

    /**
     * Reads a file.
     *
     * @param list the field that holds the list, where JSON has an object at its root
     * @param known whether a label means something here
     * @param needed what a header must have, in words
     */
    static List<Entry> read(InputFile file, String list, Predicate<String> known, String needed) {
        InputText text = InputText.any(file).requireIntact();
        String start = text.text().stripLeading();
        List<Entry> entries = start.startsWith("{") || start.startsWith("[")
                ? json(text.text(), list)
                : table(text.text(), known, needed);
        if (entries.isEmpty()) {
            throw new MinutesException(InputTable.MALFORMED, "the file has no rows");
        }
        return entries;
    }

    private static List<Entry> json(String text, String list) {
        InputJson root = InputJson.document(text, "the file");
        List<Entry> entries = new ArrayList<>();
        for (InputJson element : (root.isList() ? root : root.field(list)).elements()) {
            Map<String, String> words = new LinkedHashMap<>();
            element.fields().forEach((label, value) -> words.put(label, value.literal()));
            entries.add(new Entry(element.where(), words));
        }
        return entries;
    }

    private static List<Entry> table(String text, Predicate<String> known, String needed) {
        InputTable table = InputTable.readings(text).stream()
                .filter(reading -> knownLabels(reading, known) > 0)
                .max(Comparator.comparingLong(reading -> knownLabels(reading, known)))
                .orElseThrow(() -> new MinutesException(
                        InputTable.MALFORMED,
                        "the first row must hold the labels " + needed + "; found "
                                + Refusal.quote(text.lines().findFirst().orElse(""))));
        List<InputTable.Row> rows =
                table.rows().stream().filter(row -> !row.isBlank()).toList();
        List<String> labels = rows.get(0).cells();
        if (labels.stream().distinct().count() < labels.size()) {
            throw new MinutesException(InputTable.MALFORMED, "a label stands twice in the first row");
        }
        List<Entry> entries = new ArrayList<>();
        for (InputTable.Row row : rows.subList(1, rows.size())) {
            if (row.cells().size() > labels.size()) {
                throw Refusal.at(InputTable.MALFORMED, row.line(), "the row has more cells than the first row labels");
            }
            Map<String, String> words = new LinkedHashMap<>();
            for (int i = 0; i < labels.size(); i++) {
                words.put(labels.get(i), row.cell(i));
            }
            entries.add(new Entry("line " + row.line(), words));
        }
        return entries;
    }

    private static long knownLabels(InputTable table, Predicate<String> known) {
        return table.rows().stream()
                .filter(row -> !row.isBlank())
                .limit(1)
                .flatMap(row -> row.cells().stream())
                .map(Records::plain)
                .filter(known)
                .count();
    }
}
