// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.profile;

import eu.digitalminutes.core.content.FileNames;
import java.util.List;
import java.util.Objects;

/**
 * A small file that was made from the signed container and goes into the package beside it (<i>documento derivato</i>).
 * The container proves itself by its signatures; what was made from it is protected by the package alone. Immutable.
 */
public final class AddedFile {
    private final String name;
    private final String mediaType;
    private final byte[] content;
    private final List<String> sources;
    private final String description;
    private final boolean normalized;

    private AddedFile(
            String name,
            String mediaType,
            byte[] content,
            List<String> sources,
            String description,
            boolean normalized) {
        this.name = FileNames.requirePortable(name);
        this.mediaType = Objects.requireNonNull(mediaType, "mediaType");
        this.content = content.clone();
        this.sources = List.copyOf(sources);
        this.description = Objects.requireNonNull(description, "description");
        this.normalized = normalized;
    }

    /**
     * The content of one file in another format, one that lasts longer (<i>normalizzazione</i>).
     *
     * @param name its file name, plain and portable, unique among the added files
     * @param mediaType its IANA media type
     * @param content its bytes
     * @param source the file of the container that it says the same as
     * @param description what it is, one line in Italian
     * @return the file
     * @throws IllegalArgumentException if the name is not a plain portable file name
     */
    public static AddedFile normalized(
            String name, String mediaType, byte[] content, String source, String description) {
        return new AddedFile(name, mediaType, content, List.of(source), description, true);
    }

    /**
     * A document that was drawn up from files of the container.
     *
     * @param name its file name, plain and portable, unique among the added files
     * @param mediaType its IANA media type
     * @param content its bytes
     * @param sources the files of the container that it tells of
     * @param description what it is, one line in Italian
     * @return the file
     * @throws IllegalArgumentException if the name is not a plain portable file name
     */
    public static AddedFile drawnUp(
            String name, String mediaType, byte[] content, List<String> sources, String description) {
        return new AddedFile(name, mediaType, content, sources, description, false);
    }

    /**
     * Its file name.
     *
     * @return a name without folders; where it lies in a package, the profile decides
     */
    public String name() {
        return name;
    }

    /**
     * Its media type.
     *
     * @return such as {@code application/pdf}
     */
    public String mediaType() {
        return mediaType;
    }

    /**
     * Its bytes.
     *
     * @return a copy
     */
    public byte[] content() {
        return content.clone();
    }

    /**
     * The files of the container that it was made from.
     *
     * @return names, an immutable list
     */
    public List<String> sources() {
        return sources;
    }

    /**
     * What it is.
     *
     * @return one line in Italian
     */
    public String description() {
        return description;
    }

    /**
     * Whether it says what its source says in another format, and is no document of its own.
     *
     * @return true if it was normalized, false if it was drawn up
     */
    public boolean isNormalized() {
        return normalized;
    }

    @Override
    public String toString() {
        return name + " (" + mediaType + ") from " + sources;
    }
}
