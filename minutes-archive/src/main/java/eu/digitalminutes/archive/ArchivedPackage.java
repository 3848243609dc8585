// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive;

import java.nio.file.Path;
import java.util.List;

/** A package for preservation that was written (<i>pacchetto di versamento</i>). Immutable. */
public final class ArchivedPackage {
    private final Path path;
    private final String profile;
    private final List<PackagedFile> files;

    ArchivedPackage(Path path, String profile, List<PackagedFile> files) {
        this.path = path;
        this.profile = profile;
        this.files = List.copyOf(files);
    }

    /**
     * Where it lies.
     *
     * @return a folder, a ZIP or a TAR file
     */
    public Path path() {
        return path;
    }

    /**
     * The standard that it follows.
     *
     * @return the name of the profile, such as {@code sincro} for UNI 11386:2020
     */
    public String profile() {
        return profile;
    }

    /**
     * Its files, the index and its seal included, in the order of writing.
     *
     * @return an immutable list
     */
    public List<PackagedFile> files() {
        return files;
    }
}
