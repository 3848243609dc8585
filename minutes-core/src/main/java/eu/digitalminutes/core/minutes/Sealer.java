// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.minutes;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Seals the index of a package (<i>firma o sigillo dell'indice di conservazione</i>): what the archive asks for and the
 * signature module supplies, so that who only preserves needs no cryptography library.
 */
@FunctionalInterface
public interface Sealer {
    /**
     * Signs a small file, detached, and writes the signature beside it.
     *
     * @param index the file to seal; not changed
     * @return the signature's file, in the same folder, named after the index
     * @throws IOException if a file cannot be read or written
     * @throws eu.digitalminutes.core.outcome.MinutesException if the key or a service refuses; then no file was written
     */
    Path seal(Path index) throws IOException;
}
