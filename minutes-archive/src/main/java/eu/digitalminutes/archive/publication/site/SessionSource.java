// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication.site;

import eu.digitalminutes.archive.publication.Publication;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a session to publish comes from (<i>fonte della pubblicazione</i>): a name that stays, what tells that it changed,
 * and how to open it when it did.
 */
public interface SessionSource {
    /**
     * What to call the source. The site keeps only a digest of it.
     *
     * @return a name that no other source has and that stays the same from run to run
     */
    String name();

    /**
     * The files that the page is made of. A run that finds each with the size and the time of the last run does not open
     * the source.
     *
     * @return their paths; a missing file counts as a change
     */
    List<Path> files();

    /**
     * What else the page depends on.
     *
     * @return any text; another text than at the last run is a change
     */
    default String version() {
        return "";
    }

    /**
     * Opens the source because it changed, or because its page must be drawn anew.
     *
     * @param known the recordings that the site holds already, which need not be taken out of a container again
     * @param task progress and cancellation
     * @return the session; closed when its page is written
     * @throws IOException if a file cannot be read
     * @throws eu.digitalminutes.core.outcome.MinutesException if the session must not be published
     */
    SessionContent open(KnownRecordings known, Task task) throws IOException;

    /**
     * A source whose minutes are in memory and whose files lie on the disk.
     *
     * @param name a name that stays
     * @param signed the signed minutes
     * @param what the files to publish
     * @return the source; it changes when a file, the facts or a signature does
     */
    static SessionSource of(String name, SignedMinutes signed, Publication what) {
        return new SignedSource(name, signed, what);
    }
}
