// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.segment;

import eu.digitalminutes.core.content.FileNames;
import eu.digitalminutes.core.content.Fingerprint;
import java.util.Objects;

/**
 * One part of a package (<i>segmento</i>).
 *
 * @param name its file name
 * @param fingerprint its digest and size
 */
public record Segment(String name, Fingerprint fingerprint) {
    /**
     * A part of a package.
     *
     * @param name its file name
     * @param fingerprint its digest and size
     * @throws IllegalArgumentException if the name is not portable
     */
    public Segment {
        FileNames.requirePortable(name);
        Objects.requireNonNull(fingerprint, "fingerprint");
    }
}
