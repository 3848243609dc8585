// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.report;

import eu.digitalminutes.core.content.Fingerprint;
import java.util.Objects;

/**
 * A file of the container, as verified (<i>file del contenitore</i>).
 *
 * @param name its name in the container
 * @param fingerprint the digest and size that it really has
 * @param covered under how many valid signatures it stands
 */
public record VerifiedFile(String name, Fingerprint fingerprint, int covered) {
    /**
     * A verified file.
     *
     * @param name its name in the container
     * @param fingerprint the digest and size that it really has
     * @param covered under how many valid signatures it stands
     */
    public VerifiedFile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(fingerprint, "fingerprint");
    }
}
