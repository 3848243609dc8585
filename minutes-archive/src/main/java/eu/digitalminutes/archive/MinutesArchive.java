// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive;

import eu.digitalminutes.archive.internal.deposit.SincroVerifier;
import eu.digitalminutes.archive.internal.deposit.SincroWriter;
import eu.digitalminutes.archive.internal.form.PendingPackage;
import eu.digitalminutes.archive.metadata.ArchiveMetadata;
import eu.digitalminutes.core.content.FileNames;
import eu.digitalminutes.core.minutes.SealVerifier;
import eu.digitalminutes.core.minutes.Sealer;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Packs signed minutes for preservation and verifies such packages (<i>pacchetto di versamento</i>).
 *
 * <p>A package holds the signed container byte for byte, its AgID metadata and an index that is sealed:
 *
 * <pre>
 * PIndex.xml            the index, UNI 11386:2020 (SInCRO)
 * PIndex.xml.p7s        the seal over the index, from the {@link Sealer}
 * content/minutes.asice the signed container
 * metadata/minutes.xml  its metadata, AgID Allegato 5
 * </pre>
 *
 * <p>The container is read once while packing and once while verifying, in constant memory at any size.
 *
 * @see <a href="https://store.uni.com/uni-11386-2020">UNI 11386:2020, SInCRO</a>
 * @see <a href="https://www.agid.gov.it/it/linee-guida">AgID, Linee guida sui documenti informatici, 4.2 and Allegato
 *     5</a>
 */
public final class MinutesArchive {
    private static final String PROFILE = "sincro";

    private MinutesArchive() {}

    /**
     * Packs signed minutes.
     *
     * @param signed the signed minutes; their container is read once and not changed
     * @param metadata what the body knows beyond the minutes
     * @param sealer who seals the index
     * @param target where the package shall appear; nothing may be there yet
     * @param form a folder or a ZIP file
     * @return the package
     * @throws IOException if the container cannot be read, or, as a {@link java.nio.file.FileSystemException} that names
     *     the target, if the package cannot be written; nothing is left at the target then
     */
    public static ArchivedPackage write(
            SignedMinutes signed, ArchiveMetadata metadata, Sealer sealer, Path target, PackageForm form)
            throws IOException {
        return write(signed, metadata, sealer, target, form, Task.none());
    }

    /**
     * Packs signed minutes, with progress and cancellation.
     *
     * @param signed the signed minutes; their container is read once and not changed
     * @param metadata what the body knows beyond the minutes
     * @param sealer who seals the index
     * @param target where the package shall appear; nothing may be there yet
     * @param form a folder or a ZIP file
     * @param task progress and cancellation
     * @return the package
     * @throws IOException if the container cannot be read, or, as a {@link java.nio.file.FileSystemException} that names
     *     the target, if the package cannot be written; nothing is left at the target then
     * @throws eu.digitalminutes.core.outcome.CancelledException if the task was cancelled; nothing is left then
     */
    public static ArchivedPackage write(
            SignedMinutes signed, ArchiveMetadata metadata, Sealer sealer, Path target, PackageForm form, Task task)
            throws IOException {
        return write(signed, metadata, Optional.of(sealer), target, form, task);
    }

    /**
     * Packs signed minutes without sealing the index, for a provider that signs it when it takes the package. The index
     * says so of itself, and verification then warns.
     *
     * @param signed the signed minutes; their container is read once and not changed
     * @param metadata what the body knows beyond the minutes
     * @param target where the package shall appear; nothing may be there yet
     * @param form a folder or a ZIP file
     * @param task progress and cancellation
     * @return the package
     * @throws IOException if the container cannot be read, or, as a {@link java.nio.file.FileSystemException} that names
     *     the target, if the package cannot be written; nothing is left at the target then
     * @throws eu.digitalminutes.core.outcome.CancelledException if the task was cancelled; nothing is left then
     */
    public static ArchivedPackage writeUnsealed(
            SignedMinutes signed, ArchiveMetadata metadata, Path target, PackageForm form, Task task)
            throws IOException {
        return write(signed, metadata, Optional.empty(), target, form, task);
    }

    private static ArchivedPackage write(
            SignedMinutes signed,
            ArchiveMetadata metadata,
            Optional<Sealer> sealer,
            Path target,
            PackageForm form,
            Task task)
            throws IOException {
        Objects.requireNonNull(metadata, "metadata");
        String name = FileNames.requirePortable(signed.minutes().meeting().id().toString());
        Instant time = Instant.now();
        try (PendingPackage pending =
                form == PackageForm.ZIP ? PendingPackage.zip(target, name, time) : PendingPackage.folder(target)) {
            List<PackagedFile> files = new ArrayList<>();
            SincroWriter.write(signed, metadata, sealer, time, pending, task)
                    .forEach((file, fingerprint) -> files.add(new PackagedFile(file, fingerprint)));
            return new ArchivedPackage(target, PROFILE, files);
        }
    }

    /**
     * Verifies a package, its seal not looked at; the report is then at best indeterminate.
     *
     * @param packagePath a folder or a ZIP file
     * @return every finding
     * @throws IOException if it cannot be read
     * @throws eu.digitalminutes.core.outcome.MinutesException with code {@code PACKAGE_MALFORMED}, if it is no package or
     *     a dangerous one
     */
    public static Report verify(Path packagePath) throws IOException {
        return SincroVerifier.verify(packagePath, Optional.empty(), Task.none());
    }

    /**
     * Verifies a package with its seal.
     *
     * @param packagePath a folder or a ZIP file; each of its files is read once
     * @param seals who verifies the seal over the index
     * @return every finding
     * @throws IOException if it cannot be read
     * @throws eu.digitalminutes.core.outcome.MinutesException with code {@code PACKAGE_MALFORMED}, if it is no package or
     *     a dangerous one
     */
    public static Report verify(Path packagePath, SealVerifier seals) throws IOException {
        return verify(packagePath, seals, Task.none());
    }

    /**
     * Verifies a package with its seal, with progress and cancellation.
     *
     * @param packagePath a folder or a ZIP file; each of its files is read once
     * @param seals who verifies the seal over the index
     * @param task progress and cancellation
     * @return every finding
     * @throws IOException if it cannot be read
     * @throws eu.digitalminutes.core.outcome.MinutesException with code {@code PACKAGE_MALFORMED}, if it is no package or
     *     a dangerous one
     * @throws eu.digitalminutes.core.outcome.CancelledException if the task was cancelled
     */
    public static Report verify(Path packagePath, SealVerifier seals, Task task) throws IOException {
        return SincroVerifier.verify(packagePath, Optional.of(seals), task);
    }
}
