// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.sacer;

import eu.digitalminutes.archive.metadata.ArchiveMetadata;
import eu.digitalminutes.archive.profile.AddedFile;
import eu.digitalminutes.archive.profile.PackageInput;
import eu.digitalminutes.archive.profile.PackageOutput;
import eu.digitalminutes.archive.profile.PackageProfile;
import eu.digitalminutes.core.minutes.SealVerifier;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.outcome.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The package that ParER takes: one unit, its index and its files (<i>unità documentaria</i>). Immutable.
 *
 * <pre>
 * XMLSIP.xml               the index of the submission, with the metadata of AgID's Allegato 5
 * content/minutes.asice    the signed container, the main document
 * content/...              attachments, where there are any: what was made from the container, then what was given
 * </pre>
 *
 * <p>The protocol has no place for a seal. Its deposit is the work of the provider for ParER.
 *
 * @see <a href="https://poloarchivistico.regione.emilia-romagna.it/">ParER, specifiche tecniche dei servizi di
 *     versamento</a>
 */
public final class SacerProfile implements PackageProfile {
    private final Optional<SacerSettings> settings;
    private final List<Path> attachments;

    private SacerProfile(Optional<SacerSettings> settings, List<Path> attachments) {
        this.settings = settings;
        this.attachments = List.copyOf(attachments);
    }

    /**
     * Packages of a body.
     *
     * @param settings what body and provider agreed on
     * @return the profile
     */
    public static SacerProfile of(SacerSettings settings) {
        return new SacerProfile(Optional.of(settings), List.of());
    }

    /**
     * Packages of any body; this profile verifies them and writes none.
     *
     * @return the profile
     */
    public static SacerProfile ofAnybody() {
        return new SacerProfile(Optional.empty(), List.of());
    }

    /**
     * The same profile with files that go along with the container, each an attachment of its own (<i>allegati</i>).
     *
     * @param files files of different names; each is read when a package is written
     * @return a new profile
     */
    public SacerProfile attaching(List<Path> files) {
        return new SacerProfile(settings, Objects.requireNonNull(files, "files"));
    }

    @Override
    public String name() {
        return "sacer";
    }

    @Override
    public String marker() {
        return SubmissionIndex.FILE_NAME;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if this profile is that of {@link #ofAnybody()}
     */
    @Override
    public void write(SignedMinutes signed, ArchiveMetadata metadata, List<AddedFile> added, PackageOutput output)
            throws IOException {
        SacerSettings agreed = settings.orElseThrow(
                () -> new IllegalStateException("a package for ParER is written with the settings of the agreement"));
        new SacerWriter(agreed, output).write(signed, metadata, added, attachments);
    }

    @Override
    public Report verify(PackageInput input, Optional<SealVerifier> seals) throws IOException {
        return new SacerVerifier(input).verify();
    }
}
