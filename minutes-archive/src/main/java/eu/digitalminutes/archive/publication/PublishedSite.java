// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication;

import java.nio.file.Path;
import java.util.List;

/** The public page of a session as it was written (<i>sito della seduta</i>). Immutable. */
public final class PublishedSite {
    private final Path folder;
    private final List<String> files;
    private final List<String> withheld;
    private final List<PublishedPart> parts;

    PublishedSite(Path folder, List<String> files, List<String> withheld, List<PublishedPart> parts) {
        this.folder = folder;
        this.files = List.copyOf(files);
        this.withheld = List.copyOf(withheld);
        this.parts = List.copyOf(parts);
    }

    /**
     * The site's folder.
     *
     * @return the folder that was asked for
     */
    public Path folder() {
        return folder;
    }

    /**
     * The page to open first.
     *
     * @return {@code index.html} in the folder
     */
    public Path index() {
        return folder.resolve(SiteFiles.INDEX);
    }

    /**
     * Every page for readers.
     *
     * @return an immutable list that begins with the index
     */
    public List<Path> pages() {
        return files.stream()
                .filter(file -> file.endsWith(".html"))
                .map(folder::resolve)
                .toList();
    }

    /**
     * Every file of the site.
     *
     * @return immutable names within the folder, in alphabetical order
     */
    public List<String> files() {
        return files;
    }

    /**
     * The parts of the recording that are in the site, as signed or redacted.
     *
     * @return an immutable list in the order of the recording
     */
    public List<PublishedPart> parts() {
        return parts;
    }

    /**
     * What was asked for and not published because it tells of a secret part of the meeting.
     *
     * @return the names that the files would have had; empty for a meeting that was public throughout
     */
    public List<String> withheld() {
        return withheld;
    }
}
