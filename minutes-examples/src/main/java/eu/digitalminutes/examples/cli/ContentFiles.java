// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files under detached signatures, under the names that the signatures have for them. */
final class ContentFiles {
    private ContentFiles() {}

    static Map<String, Path> named(List<String> options) throws NoSuchFileException {
        Map<String, Path> named = new LinkedHashMap<>();
        for (String option : options) {
            int equals = option.indexOf('=');
            boolean plain = equals < 0 || Files.exists(Path.of(option));
            Path file = Path.of(plain ? option : option.substring(equals + 1));
            if (!Files.exists(file)) {
                throw new NoSuchFileException(file.toString());
            }
            named.put(plain ? String.valueOf(file.getFileName()) : option.substring(0, equals), file);
        }
        return named;
    }
}
