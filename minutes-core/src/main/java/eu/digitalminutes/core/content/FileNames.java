// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.content;

import java.util.Locale;
import java.util.Objects;

/** Which names files may have in what the SDK creates: those that every file system and container takes. */
public final class FileNames {
    private FileNames() {}

    /**
     * Lets only plain names through: ASCII letters, digits, dot, hyphen and underscore, not starting with a dot, at most
     * 120 characters. Names with accents fail on servers that run in the C locale, and separators lead out of a folder.
     *
     * @param name a file name without folders
     * @return the name
     * @throws IllegalArgumentException if it is anything else
     */
    public static String requirePortable(String name) {
        Objects.requireNonNull(name, "name");
        if (!name.matches("[A-Za-z0-9_-][A-Za-z0-9._-]{0,119}")) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "the file name \"%s\" is not portable: use ASCII letters, digits, dot, hyphen and underscore",
                    name));
        }
        return name;
    }
}
