// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.media;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The catalogue of test recordings outside the repository, with what other tools and people say of each. */
final class MediaCatalogue {
    private static final Path FOLDER = Path.of(System.getProperty("minutes.shared", "../../shared"), "media");

    private MediaCatalogue() {}

    static boolean present() {
        return Files.exists(FOLDER.resolve("facts.csv"));
    }

    static Path file(String name) {
        return FOLDER.resolve(name);
    }

    static List<Map<String, String>> rows() throws IOException {
        CsvSchema schema = CsvSchema.emptySchema().withHeader();
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerFor(Map.class)
                .with(schema)
                .readValues(FOLDER.resolve("facts.csv").toFile())) {
            return rows.readAll();
        }
    }
}
