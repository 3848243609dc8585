// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.form;

import eu.digitalminutes.archive.profile.PackageInput;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The names of the entries of one file, each checked when it is met: portable, inside, and no two alike. */
final class EntryNames {
    private final Path path;
    private final Set<String> seen = new HashSet<>();

    EntryNames(Path path) {
        this.path = path;
    }

    /** The name of an entry, a folder's without its last slash. */
    String take(String raw) {
        String name = raw.endsWith("/") ? raw.substring(0, raw.length() - 1) : raw;
        if (!PackageInput.isContained(name)) {
            throw OpenedPackage.malformed(
                    path,
                    "an entry has the name " + name.replaceAll("\\p{Cntrl}", "?")
                            + ", which leads out of the package or is not portable",
                    null);
        }
        if (!seen.add(name.toLowerCase(Locale.ROOT))) {
            throw OpenedPackage.malformed(path, "two entries are called " + name, null);
        }
        if (seen.size() > OpenedPackage.MAX_FILES) {
            throw OpenedPackage.malformed(path, "it holds more than " + OpenedPackage.MAX_FILES + " files", null);
        }
        return name;
    }
}
