// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.metadata;

import eu.digitalminutes.core.content.Digest;
import java.util.Objects;

/**
 * The file that a description is about (<i>documento informatico descritto</i>).
 *
 * @param identifier what the body calls the document (<i>identificativo</i>)
 * @param name the file's name
 * @param mediaType such as {@code application/pdf}
 * @param digest the file's digest
 */
public record DocumentFile(String identifier, String name, String mediaType, Digest digest) {
    /**
     * A file that is described.
     *
     * @param identifier what the body calls the document
     * @param name the file's name
     * @param mediaType such as {@code application/pdf}
     * @param digest the file's digest
     * @throws IllegalArgumentException if a text is blank
     */
    public DocumentFile {
        Objects.requireNonNull(digest, "digest");
        if (identifier.isBlank() || name.isBlank() || mediaType.isBlank()) {
            throw new IllegalArgumentException("a document has an identifier, a name and a media type");
        }
    }
}
