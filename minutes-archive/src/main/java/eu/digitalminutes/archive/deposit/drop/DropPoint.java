// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit.drop;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A place where somebody lays files and another one takes them (<i>punto di consegna</i>). What may pass is a
 * {@link eu.digitalminutes.core.outcome.ServiceUnavailableException}.
 */
public interface DropPoint {
    /**
     * What the place is known by, without any password.
     *
     * @return such as {@code sftp://example.org/in}
     */
    String name();

    /**
     * Lays a file there, so that it appears whole under its name or not at all. A file of that name and size that is
     * there already is left as it is; what an earlier attempt left half-way may be gone on with.
     *
     * @param name its name there; slashes part folders, which are made
     * @param file the file, read once
     * @param digest what the file is; held against what was sent
     * @param task progress and cancellation
     * @throws IOException if the file cannot be read
     * @throws eu.digitalminutes.core.outcome.ServiceUnavailableException if the place cannot be reached or written
     * @throws eu.digitalminutes.core.outcome.ContentMismatchException with code {@code DEPOSIT_PACKAGE_ALTERED}, if the
     *     file is not what it was, {@code DEPOSIT_CONFLICT}, if another file has this name there
     */
    void put(String name, Path file, Digest digest, Task task) throws IOException;

    /**
     * Small files that the other side laid there; one connection for all of them.
     *
     * @param names their names there
     * @param most longer files are left out
     * @return the bytes of those that are there, by name
     * @throws eu.digitalminutes.core.outcome.ServiceUnavailableException if the place cannot be reached or read
     */
    Map<String, byte[]> fetch(List<String> names, int most);
}
