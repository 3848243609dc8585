// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.bagit;

import eu.digitalminutes.archive.metadata.ArchiveMetadata;
import eu.digitalminutes.archive.profile.AddedFile;
import eu.digitalminutes.archive.profile.PackageInput;
import eu.digitalminutes.archive.profile.PackageOutput;
import eu.digitalminutes.archive.profile.PackageProfile;
import eu.digitalminutes.core.minutes.SealVerifier;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.outcome.Report;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The package that libraries and archives exchange: a payload with manifests of digests (<i>pacchetto BagIt</i>).
 * Immutable.
 *
 * <pre>
 * bagit.txt                   the declaration
 * bag-info.txt                who, what, when, how much
 * manifest-sha256.txt         the digests of the payload
 * tagmanifest-sha256.txt      the digests of the three files above
 * data/content/minutes.asice  the signed container
 * data/metadata/minutes.xml   its metadata, AgID Allegato 5
 * data/renditions/...         what was made from the container, where anything was added
 * </pre>
 *
 * <p>Bags of versions 0.93 to 1.0 are verified, with manifests by MD5, SHA-1, SHA-2 and SHA-3. A bag knows no seal: only
 * the signatures in the container say whose it is.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8493">RFC 8493, BagIt 1.0</a>
 */
public final class BagItProfile implements PackageProfile {
    private final BagAlgorithm algorithm;

    private BagItProfile(BagAlgorithm algorithm) {
        this.algorithm = algorithm;
    }

    /**
     * Bags with manifests by SHA-256, the digest of the signed container.
     *
     * @return the profile
     */
    public static BagItProfile sha256() {
        return new BagItProfile(BagAlgorithm.SHA_256);
    }

    /**
     * Bags with manifests by SHA-512, which RFC 8493 recommends; it takes about three times as long to compute.
     *
     * @return the profile
     */
    public static BagItProfile sha512() {
        return new BagItProfile(BagAlgorithm.SHA_512);
    }

    @Override
    public String name() {
        return "bagit";
    }

    @Override
    public String marker() {
        return BagDeclaration.FILE_NAME;
    }

    @Override
    public void write(SignedMinutes signed, ArchiveMetadata metadata, List<AddedFile> added, PackageOutput output)
            throws IOException {
        new BagWriter(algorithm, output).write(signed, metadata, added);
    }

    @Override
    public Report verify(PackageInput input, Optional<SealVerifier> seals) throws IOException {
        return new BagVerifier(input).verify();
    }
}
