// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.minutes;

import eu.digitalminutes.core.content.FileNames;
import eu.digitalminutes.core.content.Fingerprint;
import java.util.Objects;

/**
 * A file that goes with the minutes, bound to them by its digest (<i>allegato</i>).
 *
 * @param name its file name, plain and portable, unique in the minutes
 * @param kind what it is
 * @param title what it is called
 * @param mediaType its IANA media type
 * @param fingerprint its digest and size
 */
public record Annex(String name, AnnexKind kind, String title, String mediaType, Fingerprint fingerprint) {
    /**
     * An annex.
     *
     * @param name its file name
     * @param kind what it is
     * @param title what it is called
     * @param mediaType its IANA media type
     * @param fingerprint its digest and size
     * @throws IllegalArgumentException if the name is not a plain portable file name
     */
    public Annex {
        FileNames.requirePortable(name);
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(fingerprint, "fingerprint");
    }
}
