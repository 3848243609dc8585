// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.minutes;

import eu.digitalminutes.core.content.Fingerprint;
import java.util.Objects;

/**
 * One signed file of a container (<i>file firmato</i>).
 *
 * @param name its name in the container
 * @param mediaType its IANA media type
 * @param fingerprint its digest and size
 */
public record ContainedFile(String name, String mediaType, Fingerprint fingerprint) {
    /**
     * A signed file.
     *
     * @param name its name in the container
     * @param mediaType its IANA media type
     * @param fingerprint its digest and size
     */
    public ContainedFile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(fingerprint, "fingerprint");
    }
}
