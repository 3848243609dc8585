// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.content.Fingerprint;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The files of what a command wrote: in JSON, and as lines like those of {@code sha256sum} with the size between. */
final class WrittenFiles {
    private final Map<String, Fingerprint> files = new LinkedHashMap<>();

    void add(String name, Fingerprint fingerprint) {
        files.put(name, fingerprint);
    }

    /** Adds {@code files} to a document. */
    void putInto(ObjectNode document) {
        ArrayNode list = document.putArray("files");
        files.forEach((name, fingerprint) -> list.addObject()
                .put("name", name)
                .put("bytes", fingerprint.bytes())
                .put("sha256", fingerprint.digest().hex()));
    }

    /** A first line with the number of files, the word for them and the bytes behind it, then a line for each file. */
    String lines(String first, String word) {
        long bytes = files.values().stream().mapToLong(Fingerprint::bytes).sum();
        StringBuilder text = new StringBuilder(first)
                .append("  ")
                .append(String.format(Locale.ROOT, "%d %s  %,d B", files.size(), word, bytes));
        files.forEach((name, fingerprint) -> text.append(System.lineSeparator())
                .append(String.format(
                        Locale.ROOT, "  %s  %,15d  %s", fingerprint.digest().hex(), fingerprint.bytes(), name)));
        return text.toString();
    }
}
