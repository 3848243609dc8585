// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive;

import eu.digitalminutes.archive.bagit.BagItProfile;
import eu.digitalminutes.archive.deposit.Deposit;
import eu.digitalminutes.archive.deposit.PreservationProvider;
import eu.digitalminutes.archive.eark.EArkProfile;
import eu.digitalminutes.archive.fixity.FixityAudit;
import eu.digitalminutes.archive.internal.form.OpenedPackage;
import eu.digitalminutes.archive.internal.form.PackageView;
import eu.digitalminutes.archive.internal.form.PendingPackage;
import eu.digitalminutes.archive.internal.form.Recognition;
import eu.digitalminutes.archive.metadata.ArchiveMetadata;
import eu.digitalminutes.archive.profile.AddedFile;
import eu.digitalminutes.archive.profile.PackageProfile;
import eu.digitalminutes.archive.sacer.SacerProfile;
import eu.digitalminutes.archive.sincro.SincroProfile;
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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Packs signed minutes for preservation and verifies such packages (<i>pacchetto di versamento</i>).
 *
 * <p>A package holds the signed container byte for byte, its AgID metadata and whatever the standard adds that its
 * {@link PackageProfile} stands for. Without a profile it is UNI 11386 ({@link SincroProfile}).
 *
 * <p>The container is read once while packing and once while verifying, in constant memory at any size.
 *
 * @see <a href="https://store.uni.com/uni-11386-2020">UNI 11386:2020, SInCRO</a>
 * @see <a href="https://www.agid.gov.it/it/linee-guida">AgID, Linee guida sui documenti informatici, 4.2 and Allegato
 *     5</a>
 */
public final class MinutesArchive {
    private static final List<PackageProfile> KNOWN =
            List.of(SincroProfile.unsealed(), EArkProfile.sip(), BagItProfile.sha256(), SacerProfile.ofAnybody());

    private MinutesArchive() {}

    /**
     * Packs signed minutes by UNI 11386, index sealed.
     *
     * @param signed the signed minutes; their container is read once and not changed
     * @param metadata what the body knows beyond the minutes
     * @param sealer who seals the index
     * @param target where the package shall appear; nothing may be there yet
     * @param form a folder, a ZIP or a TAR file
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
     * Packs signed minutes by UNI 11386, index sealed, with progress and cancellation.
     *
     * @param signed the signed minutes; their container is read once and not changed
     * @param metadata what the body knows beyond the minutes
     * @param sealer who seals the index
     * @param target where the package shall appear; nothing may be there yet
     * @param form a folder, a ZIP or a TAR file
     * @param task progress and cancellation
     * @return the package
     * @throws IOException if the container cannot be read, or, as a {@link java.nio.file.FileSystemException} that names
     *     the target, if the package cannot be written; nothing is left at the target then
     * @throws eu.digitalminutes.core.outcome.CancelledException if the task was cancelled; nothing is left then
     */
    public static ArchivedPackage write(
            SignedMinutes signed, ArchiveMetadata metadata, Sealer sealer, Path target, PackageForm form, Task task)
            throws IOException {
        return write(signed, metadata, SincroProfile.sealedBy(sealer), target, form, task);
    }

    /**
     * Packs signed minutes by UNI 11386 without sealing the index, for a provider that signs it when it takes the package. The index
     * says so of itself, and verification then warns.
     *
     * @param signed the signed minutes; their container is read once and not changed
     * @param metadata what the body knows beyond the minutes
     * @param target where the package shall appear; nothing may be there yet
     * @param form a folder, a ZIP or a TAR file
     * @param task progress and cancellation
     * @return the package
     * @throws IOException if the container cannot be read, or, as a {@link java.nio.file.FileSystemException} that names
     *     the target, if the package cannot be written; nothing is left at the target then
     * @throws eu.digitalminutes.core.outcome.CancelledException if the task was cancelled; nothing is left then
     */
    public static ArchivedPackage writeUnsealed(
            SignedMinutes signed, ArchiveMetadata metadata, Path target, PackageForm form, Task task)
            throws IOException {
        return write(signed, metadata, SincroProfile.unsealed(), target, form, task);
    }

    /**
     * Packs signed minutes by any standard.
     *
     * @param signed the signed minutes; their container is read once and not changed
     * @param metadata what the body knows beyond the minutes
     * @param profile the standard
     * @param target where the package shall appear; nothing may be there yet
     * @param form a folder, a ZIP or a TAR file
     * @param task progress and cancellation
     * @return the package
     * @throws IOException if the container cannot be read, or, as a {@link java.nio.file.FileSystemException} that names
     *     the target, if the package cannot be written; nothing is left at the target then
     * @throws eu.digitalminutes.core.outcome.CancelledException if the task was cancelled; nothing is left then
     */
    public static ArchivedPackage write(
            SignedMinutes signed,
            ArchiveMetadata metadata,
            PackageProfile profile,
            Path target,
            PackageForm form,
            Task task)
            throws IOException {
        return write(signed, metadata, profile, List.of(), target, form, task);
    }

    /**
     * Packs signed minutes by any standard, with files that were made from them for preservation, such as those of
     * {@link eu.digitalminutes.archive.rendition.Renditions}. They are listed and verified as everything else in the
     * package; the metadata of Allegato 5 are about the container and do not count them.
     *
     * @param signed the signed minutes; their container is read once and not changed
     * @param metadata what the body knows beyond the minutes
     * @param profile the standard
     * @param added the files, of different names; each is written as it is
     * @param target where the package shall appear; nothing may be there yet
     * @param form a folder, a ZIP or a TAR file
     * @param task progress and cancellation
     * @return the package
     * @throws IOException if the container cannot be read, or, as a {@link java.nio.file.FileSystemException} that names
     *     the target, if the package cannot be written; nothing is left at the target then
     * @throws IllegalArgumentException if two of the files have one name; nothing is left at the target then
     * @throws eu.digitalminutes.core.outcome.CancelledException if the task was cancelled; nothing is left then
     */
    public static ArchivedPackage write(
            SignedMinutes signed,
            ArchiveMetadata metadata,
            PackageProfile profile,
            List<AddedFile> added,
            Path target,
            PackageForm form,
            Task task)
            throws IOException {
        Objects.requireNonNull(metadata, "metadata");
        requireDifferent(added);
        String name = FileNames.requirePortable(signed.minutes().meeting().id().toString());
        try (PendingPackage pending = form.pending(target, name, Instant.now(), task)) {
            profile.write(signed, metadata, List.copyOf(added), pending);
            pending.commit();
            List<PackagedFile> files = new ArrayList<>();
            pending.files().forEach((file, fingerprint) -> files.add(new PackagedFile(file, fingerprint)));
            return new ArchivedPackage(target, profile.name(), files);
        }
    }

    /** Letters that differ in their case alone are one name on some systems. */
    private static void requireDifferent(List<AddedFile> added) {
        Set<String> names = new HashSet<>();
        for (AddedFile file : added) {
            if (!names.add(file.name().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("two added files are called " + file.name());
            }
        }
    }

    /**
     * Verifies a package, its seal not looked at; the report is then at best indeterminate.
     *
     * @param packagePath a folder, a ZIP or a TAR file
     * @return every finding
     * @throws IOException if it cannot be read
     * @throws eu.digitalminutes.core.outcome.MinutesException with code {@code PACKAGE_MALFORMED}, if it is no package or
     *     a dangerous one
     */
    public static Report verify(Path packagePath) throws IOException {
        return verify(packagePath, KNOWN, Optional.empty(), Task.none());
    }

    /**
     * Verifies a package with its seal.
     *
     * @param packagePath a folder, a ZIP or a TAR file; each of its files is read once
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
     * @param packagePath a folder, a ZIP or a TAR file; each of its files is read once
     * @param seals who verifies the seal over the index
     * @param task progress and cancellation
     * @return every finding
     * @throws IOException if it cannot be read
     * @throws eu.digitalminutes.core.outcome.MinutesException with code {@code PACKAGE_MALFORMED}, if it is no package or
     *     a dangerous one
     * @throws eu.digitalminutes.core.outcome.CancelledException if the task was cancelled
     */
    public static Report verify(Path packagePath, SealVerifier seals, Task task) throws IOException {
        return verify(packagePath, KNOWN, Optional.of(seals), task);
    }

    /**
     * Verifies a package by one of the given standards: that whose {@link PackageProfile#marker()} lies in it, at the top
     * or in one folder.
     *
     * @param packagePath a folder, a ZIP or a TAR file; each of its files is read once
     * @param profiles the standards that may be
     * @param seals who verifies seals; without one they are left undecided
     * @param task progress and cancellation
     * @return every finding
     * @throws IOException if it cannot be read
     * @throws eu.digitalminutes.core.outcome.MinutesException with code {@code PACKAGE_MALFORMED}, if it is no package, a
     *     dangerous one, or by two of the standards at once
     * @throws eu.digitalminutes.core.outcome.CancelledException if the task was cancelled
     */
    public static Report verify(
            Path packagePath, List<PackageProfile> profiles, Optional<SealVerifier> seals, Task task)
            throws IOException {
        try (OpenedPackage opened = OpenedPackage.open(packagePath)) {
            Recognition recognised = Recognition.of(opened, profiles);
            try (PackageView view = new PackageView(opened, recognised.base(), task)) {
                Report report = recognised.profile().verify(view, seals);
                view.complete();
                return report;
            }
        }
    }

    /**
     * An audit of every package below a folder, whatever its standard.
     *
     * @param store the folder of packages
     * @param catalogue the folder of what is known of them; made if it is not there
     * @return the audit, to be set up and run
     */
    public static FixityAudit audit(Path store, Path catalogue) {
        return FixityAudit.of(store, catalogue, KNOWN);
    }

    /**
     * A deposit of a package at a provider, done once whatever happens on the way.
     *
     * @param packagePath a folder, a ZIP or a TAR file
     * @param provider who shall keep it
     * @return the deposit, to be set up and run
     */
    public static Deposit deposit(Path packagePath, PreservationProvider provider) {
        return Deposit.of(packagePath, provider);
    }
}
