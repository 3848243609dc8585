// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.profile;

import eu.digitalminutes.archive.metadata.ArchiveMetadata;
import eu.digitalminutes.core.minutes.SealVerifier;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.outcome.Report;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A standard for packages: how one is filled and how one is held against itself (<i>profilo del pacchetto</i>).
 *
 * <p>The form on the disk (folder, ZIP, TAR), the names, the limits and the whole-or-nothing of the output are not a
 * profile's concern. Implementations are immutable, fit for several threads, and open no file themselves.
 *
 * @see <a href="https://www.agid.gov.it/it/linee-guida">AgID, Linee guida sui documenti informatici, 4.2</a>
 */
public interface PackageProfile {
    /**
     * The profile's short name.
     *
     * @return such as {@code sincro}
     */
    String name();

    /**
     * The file at the top of every package of this kind, and of no other kind.
     *
     * @return a name without folders, such as {@code PIndex.xml}
     */
    String marker();

    /**
     * Fills a package. The container is to be read once, through the output.
     *
     * @param signed the signed minutes
     * @param metadata what the body knows beyond them
     * @param added files that were made from the container and go in beside it; mostly few, often none
     * @param output takes the files
     * @throws IOException if the container cannot be read or the package cannot be written
     */
    void write(SignedMinutes signed, ArchiveMetadata metadata, List<AddedFile> added, PackageOutput output)
            throws IOException;

    /**
     * Holds a package against everything it says of itself, reading each of its files once.
     *
     * @param input a package with this profile's {@link #marker()}
     * @param seals who verifies the seal, where the profile has one; without it a seal is left undecided
     * @return every finding
     * @throws IOException if it cannot be read
     * @throws eu.digitalminutes.core.outcome.MinutesException with code {@code PACKAGE_MALFORMED}, if it is dangerous or
     *     nothing can be said of it
     */
    Report verify(PackageInput input, Optional<SealVerifier> seals) throws IOException;
}
