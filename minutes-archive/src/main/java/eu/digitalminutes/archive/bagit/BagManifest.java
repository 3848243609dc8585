// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.bagit;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a manifest's file, taken apart.
 *
 * @param file the whole name
 * @param ofTags whether it lists tag files, not the payload
 * @param algorithmName the digest, as the name writes it
 */
record BagManifest(String file, boolean ofTags, String algorithmName) {
    private static final Pattern NAME = Pattern.compile("(tag)?manifest-([^/]+)\\.txt");
    private static final Pattern LINE = Pattern.compile("([0-9A-Fa-f]+)[ \t]+\\*?(.+)");

    static Optional<BagManifest> named(String file) {
        Matcher matcher = NAME.matcher(file);
        return matcher.matches()
                ? Optional.of(new BagManifest(
                        file, matcher.group(1) != null, matcher.group(2).toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    Optional<BagAlgorithm> algorithm() {
        return BagAlgorithm.named(algorithmName);
    }

    /** Digests by decoded paths, in the order of the lines. */
    static Map<String, String> entries(String text, BagDeclaration declaration, Problems problems) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (String line : (Iterable<String>) text.lines()::iterator) {
            if (line.isBlank()) {
                continue;
            }
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                problems.notALine(line);
                continue;
            }
            String name = BagNames.decode(matcher.group(2), declaration);
            if (entries.put(name, matcher.group(1).toLowerCase(Locale.ROOT)) != null) {
                problems.twice(name);
            }
            problems.count(entries.size());
        }
        return entries;
    }

    /** Is told what is wrong with a manifest. */
    interface Problems {
        void notALine(String line);

        void twice(String name);

        void count(int lines);
    }
}
