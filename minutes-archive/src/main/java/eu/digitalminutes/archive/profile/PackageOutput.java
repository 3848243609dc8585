// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.profile;

import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.minutes.Sealer;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;

/**
 * A package that is being written (<i>pacchetto in formazione</i>). Files come in the order of writing; none is written
 * twice. Not for several threads.
 */
public interface PackageOutput {
    /**
     * The name of the package's top folder.
     *
     * @return the identifier of the meeting
     */
    String name();

    /**
     * When the package is made; one instant for everything in it (<i>riferimento temporale</i>).
     *
     * @return the instant
     */
    Instant time();

    /**
     * Copies a file into the package, in one reading.
     *
     * @param name its path in the package
     * @param source the file
     * @param also digests to be updated with its bytes, beside SHA-256
     * @return its fingerprint
     * @throws IOException if it cannot be read, or, as a {@link java.nio.file.FileSystemException} that names the target,
     *     if it cannot be written
     * @throws eu.digitalminutes.core.outcome.CancelledException if the task was cancelled
     */
    Fingerprint copy(String name, Path source, MessageDigest... also) throws IOException;

    /**
     * Writes a small file.
     *
     * @param name its path in the package
     * @param content its bytes
     * @param also digests to be updated with its bytes, beside SHA-256
     * @return its fingerprint
     * @throws IOException as a {@link java.nio.file.FileSystemException} that names the target, if it cannot be written
     */
    Fingerprint write(String name, byte[] content, MessageDigest... also) throws IOException;

    /**
     * Writes a small file at the top, and a seal over it beside it.
     *
     * @param name its name, without folders
     * @param content its bytes
     * @param sealer makes the seal
     * @return the name of the seal
     * @throws IOException as a {@link java.nio.file.FileSystemException} that names the target, if it cannot be written
     * @throws IllegalStateException if the seal does not lie beside the file, named after it
     */
    String writeSealed(String name, byte[] content, Sealer sealer) throws IOException;
}
