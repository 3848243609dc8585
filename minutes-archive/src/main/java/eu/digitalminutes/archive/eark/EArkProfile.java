// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.eark;

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
 * The package that European archives exchange: METS over PREMIS, a description and one representation (<i>pacchetto
 * E-ARK</i>). Immutable.
 *
 * <pre>
 * METS.xml                                   what the package is and holds
 * metadata/descriptive/minutes.xml           AgID Allegato 5
 * metadata/preservation/premis.xml           what happened to the files, and through whom
 * schemas/...                                the schemas of the two
 * documentation/LEGGIMI.txt                  what lies where, for people
 * documentation/renditions/...               what was made from the container, where anything was added
 * representations/rep1/METS.xml              what the representation holds
 * representations/rep1/data/minutes.asice    the signed container
 * </pre>
 *
 * <p>The standard has no place for a seal, and its judges refuse a file that the METS does not list (CSIP66). The METS's
 * last line is its own digest: that finds what time and accidents do to it. Who changes a file and the METS together is
 * not found out, unless the file is the container, which is signed.
 *
 * @see <a href="https://earkcsip.dilcis.eu/">E-ARK CSIP</a>
 * @see <a href="https://earksip.dilcis.eu/">E-ARK SIP</a>
 */
public final class EArkProfile implements PackageProfile {
    private final EArkKind kind;
    private final EArkVersion version;
    private final List<Path> schemas;

    private EArkProfile(EArkKind kind, EArkVersion version, List<Path> schemas) {
        this.kind = kind;
        this.version = version;
        this.schemas = List.copyOf(schemas);
    }

    /**
     * Packages for submission, of version 2.2.0 (<i>pacchetto di versamento</i>).
     *
     * @return the profile
     */
    public static EArkProfile sip() {
        return new EArkProfile(EArkKind.SIP, EArkVersion.V2_2_0, List.of());
    }

    /**
     * Packages for the archive, of version 2.2.0 (<i>pacchetto di archiviazione</i>).
     *
     * @return the profile
     */
    public static EArkProfile aip() {
        return new EArkProfile(EArkKind.AIP, EArkVersion.V2_2_0, List.of());
    }

    /**
     * Packages for those who ask the archive, of version 2.2.0 (<i>pacchetto di distribuzione</i>).
     *
     * @return the profile
     */
    public static EArkProfile dip() {
        return new EArkProfile(EArkKind.DIP, EArkVersion.V2_2_0, List.of());
    }

    /**
     * The same profile by another version of the specifications.
     *
     * @param value the version that the receiver takes
     * @return a new profile
     */
    public EArkProfile version(EArkVersion value) {
        return new EArkProfile(kind, Objects.requireNonNull(value, "version"), schemas);
    }

    /**
     * The same profile with more schemas in the package, such as those of METS and PREMIS, which this SDK does not bring.
     *
     * @param files XML schemas; each is read when a package is written, and keeps its file name
     * @return a new profile
     */
    public EArkProfile withSchemas(List<Path> files) {
        return new EArkProfile(kind, version, files);
    }

    @Override
    public String name() {
        return "eark";
    }

    @Override
    public String marker() {
        return EArkLayout.METS;
    }

    @Override
    public void write(SignedMinutes signed, ArchiveMetadata metadata, List<AddedFile> added, PackageOutput output)
            throws IOException {
        new EArkWriter(kind, version, output).write(signed, metadata, added, schemas);
    }

    @Override
    public Report verify(PackageInput input, Optional<SealVerifier> seals) throws IOException {
        return new EArkVerifier(input).verify();
    }
}
