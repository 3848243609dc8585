// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.signature.signed.DetachedContent;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files under detached signatures, under the names that the signatures have for them. */
final class ContentFiles {
    private static final Pattern DIGEST = Pattern.compile("(?i)(?:(.+)=)?sha256:([0-9a-f]{64})");

    private ContentFiles() {}

    /** The same where a digest may stand for a file: {@code NAME=sha256:HEX}, or {@code sha256:HEX} for the only one. */
    static DetachedContent content(List<String> options) throws NoSuchFileException {
        List<String> files = new ArrayList<>();
        Map<String, Digest> digests = new LinkedHashMap<>();
        for (String option : options) {
            Matcher digest = DIGEST.matcher(option);
            if (digest.matches()) {
                String name = digest.group(1) == null ? "" : digest.group(1);
                digests.put(name, new Digest(digest.group(2).toLowerCase(Locale.ROOT)));
            } else {
                files.add(option);
            }
        }
        DetachedContent content = DetachedContent.of(named(files));
        for (Map.Entry<String, Digest> one : digests.entrySet()) {
            content = content.with(one.getKey(), one.getValue());
        }
        return content;
    }

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
