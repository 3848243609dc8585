// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.rendition;

import eu.digitalminutes.archive.profile.AddedFile;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Report;
import java.util.List;

/** What was made from a container for preservation, and what could not be (<i>documenti derivati</i>). Immutable. */
public final class MadeRenditions {
    private final List<AddedFile> files;
    private final Report report;

    MadeRenditions(List<AddedFile> files, List<Finding> leftOut) {
        this.files = List.copyOf(files);
        this.report = Report.of(leftOut);
    }

    /**
     * The files, for {@link eu.digitalminutes.archive.profile.PackageProfile#write}.
     *
     * @return an immutable list of different names; empty if nothing called for one
     */
    public List<AddedFile> files() {
        return files;
    }

    /**
     * What was left out and why.
     *
     * @return warnings {@code RENDITION_LEFT_OUT}, each with the file of the container; none if everything was made
     */
    public Report report() {
        return report;
    }
}
