// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.batch;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** How answers become lines, and which files earlier lines are about. */
interface LineForm {
    /**
     * The form that a name asks for.
     *
     * @throws IllegalArgumentException if it asks for none
     */
    static LineForm of(Path results) {
        String name = String.valueOf(results.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".jsonl")) {
            return new JsonLines();
        } else if (name.endsWith(".csv")) {
            return new CsvLines();
        }
        throw new IllegalArgumentException("results are written as .jsonl or .csv, not as " + results);
    }

    /** What stands before all lines, with its line end; empty where nothing does. */
    String head();

    /** A line with its line end, and none inside. */
    String line(DocumentAnswer answer);

    /** The key of the file that a line is about; empty if the line is not one of ours. */
    Optional<String> key(String line);

    /** Whether a beginning without its line end may be the beginning of one of our files. */
    boolean mayBegin(String start);
}
