// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive;

import eu.digitalminutes.core.content.Fingerprint;
import java.util.Objects;

/**
 * One file of a package (<i>file del pacchetto</i>).
 *
 * @param name its path in the package, such as {@code content/minutes.asice}
 * @param fingerprint its digest and size
 */
public record PackagedFile(String name, Fingerprint fingerprint) {
    /**
     * A file of a package.
     *
     * @param name its path in the package
     * @param fingerprint its digest and size
     */
    public PackagedFile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(fingerprint, "fingerprint");
    }
}
