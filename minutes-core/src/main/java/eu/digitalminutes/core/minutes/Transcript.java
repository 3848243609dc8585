// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.minutes;

import eu.digitalminutes.core.content.FileNames;
import eu.digitalminutes.core.content.Fingerprint;
import java.util.Objects;

/**
 * What was said, written down from the recording (<i>trascrizione</i>): a derivative, never authoritative. Where it and
 * the recording differ, the recording holds.
 *
 * @param name its file name, plain and portable, unique in the minutes, such as {@code captions-it.vtt}
 * @param mediaType its IANA media type
 * @param fingerprint its digest and size
 * @param language its language, as a BCP 47 tag
 * @param part the part of the recording that it was made from; empty for all of them
 * @param madeBy which person or program made it
 */
public record Transcript(
        String name, String mediaType, Fingerprint fingerprint, String language, String part, String madeBy) {
    /**
     * A transcript.
     *
     * @param name its file name
     * @param mediaType its IANA media type
     * @param fingerprint its digest and size
     * @param language its language, as a BCP 47 tag
     * @param part the part of the recording that it was made from; empty for all of them
     * @param madeBy which person or program made it
     * @throws IllegalArgumentException if the name is not a plain portable file name
     */
    public Transcript {
        FileNames.requirePortable(name);
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(madeBy, "madeBy");
    }
}
