// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.media.crosscheck;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Another program that looks at recordings (<i>controllo incrociato</i>); implement it for the one you trust.
 *
 * @see Ffprobe
 * @see Mediainfo
 */
public interface MediaExaminer {
    /**
     * What reports call it.
     *
     * @return a short name
     */
    String name();

    /**
     * What it says of a file.
     *
     * @param recording a file that our own reading has recognised as a recording
     * @return its opinion; empty if the program is not installed
     * @throws IOException if it fails, does not end, or answers nothing that can be read
     */
    Optional<MediaOpinion> examine(Path recording) throws IOException;
}
