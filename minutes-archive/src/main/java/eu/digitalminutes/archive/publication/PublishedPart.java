// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication;

import java.util.Objects;
import java.util.Optional;

/**
 * A part of the recording in a published folder (<i>parte della registrazione pubblicata</i>).
 *
 * @param number which part of the recording, from 1
 * @param file its name in the folder
 * @param captions the name of its captions in the folder, if it has any
 */
public record PublishedPart(int number, String file, Optional<String> captions) {
    /**
     * A part.
     *
     * @param number which part of the recording, from 1
     * @param file its name in the folder
     * @param captions the name of its captions in the folder, if it has any
     */
    public PublishedPart {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(captions, "captions");
    }
}
