// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.sincro;

import eu.digitalminutes.archive.metadata.ArchiveMetadata;
import eu.digitalminutes.archive.profile.AddedFile;
import eu.digitalminutes.archive.profile.PackageInput;
import eu.digitalminutes.archive.profile.PackageOutput;
import eu.digitalminutes.archive.profile.PackageProfile;
import eu.digitalminutes.core.minutes.SealVerifier;
import eu.digitalminutes.core.minutes.Sealer;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.outcome.Report;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The package that Italian providers take: an index by UNI 11386 over the container and its AgID metadata (<i>pacchetto di
 * versamento</i>). Immutable.
 *
 * <pre>
 * PIndex.xml            the index
 * PIndex.xml.p7s        the seal over the index, from the {@link Sealer}
 * content/minutes.asice the signed container
 * metadata/minutes.xml  its metadata, AgID Allegato 5
 * renditions/...        what was made from the container, where anything was added
 * </pre>
 *
 * @see <a href="https://store.uni.com/uni-11386-2020">UNI 11386:2020, SInCRO</a>
 */
public final class SincroProfile implements PackageProfile {
    private final @Nullable Sealer sealer;

    private SincroProfile(@Nullable Sealer sealer) {
        this.sealer = sealer;
    }

    /**
     * A profile whose index is sealed.
     *
     * @param sealer who seals the index
     * @return the profile
     */
    public static SincroProfile sealedBy(Sealer sealer) {
        return new SincroProfile(Objects.requireNonNull(sealer, "sealer"));
    }

    /**
     * A profile for a provider that signs the index when it takes the package. The index says so of itself, and
     * verification then warns.
     *
     * @return the profile
     */
    public static SincroProfile unsealed() {
        return new SincroProfile(null);
    }

    @Override
    public String name() {
        return "sincro";
    }

    @Override
    public String marker() {
        return PIndex.FILE_NAME;
    }

    @Override
    public void write(SignedMinutes signed, ArchiveMetadata metadata, List<AddedFile> added, PackageOutput output)
            throws IOException {
        SincroWriter.write(signed, metadata, added, Optional.ofNullable(sealer), output);
    }

    @Override
    public Report verify(PackageInput input, Optional<SealVerifier> seals) throws IOException {
        return new SincroVerifier(input).verify(seals);
    }
}
