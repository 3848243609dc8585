// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.form;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.signature.internal.asic.SignedContainer;
import eu.digitalminutes.signature.internal.dss.Cades;
import eu.digitalminutes.signature.internal.dss.CmsSigners;
import eu.digitalminutes.signature.internal.dss.SignatureBlock;
import eu.digitalminutes.signature.internal.dss.SignatureKind;
import eu.digitalminutes.signature.internal.dss.SignedDigests;
import eu.digitalminutes.signature.internal.dss.SigningRequest;
import eu.digitalminutes.signature.profile.SignatureForm;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.DigestDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One file under CAdES signatures that all stand in one CMS. */
abstract class CmsStore extends SignedStore {
    private final @Nullable ContainedFile known;

    CmsStore(Path path, SignatureForm form, @Nullable ContainedFile known) {
        super(path, form);
        this.known = known;
    }

    /** The detached CMS. */
    abstract byte[] cms() throws IOException;

    /** Puts another detached CMS in its place. */
    abstract void write(byte[] cms) throws IOException;

    /** The name of the signed file. */
    abstract String contentName() throws IOException;

    /** The size of the signed file. */
    abstract long contentBytes() throws IOException;

    /** Reads the signed file, where nobody has signed yet. */
    abstract Digest read() throws IOException;

    @Override
    public final List<ContainedFile> files() throws IOException {
        if (known != null) {
            return List.of(known);
        }
        Optional<Digest> named = SignedDigests.ofCms(cms());
        Digest digest = named.isPresent() ? named.get() : read();
        String name = contentName();
        return List.of(
                new ContainedFile(name, SignedContainer.mediaType(name), new Fingerprint(digest, contentBytes())));
    }

    @Override
    public final List<SignatureBlock> blocks() throws IOException {
        byte[] cms = cms();
        Optional<Digest> digest =
                known != null ? Optional.of(known.fingerprint().digest()) : SignedDigests.ofCms(cms);
        if (digest.isEmpty()) {
            return List.of();
        }
        DigestDocument document =
                new DigestDocument(DigestAlgorithm.SHA256, digest.get().value(), contentName());
        return List.of(new SignatureBlock("signature.p7s", SignatureKind.CADES, cms, List.of(document)));
    }

    @Override
    public final Planned plan(SigningRequest request, String name) throws IOException {
        return new Planned("signature.p7s", request.withFiles(files()), new Cades(), Map.of());
    }

    @Override
    final void add(Planned planned, byte[] signature) throws IOException {
        byte[] standing = cms();
        Optional<Digest> digest = SignedDigests.ofCms(standing);
        Digest signed = planned.request().files().get(0).fingerprint().digest();
        if (digest.isPresent() && !digest.get().equals(signed)) {
            throw new MinutesException(
                    "CONTENT_OTHER",
                    path() + " holds a file with the digest " + digest.get() + ", but the signature is over " + signed);
        }
        write(CmsSigners.merged(List.of(standing, signature)));
    }

    @Override
    public final void replace(Map<String, byte[]> changed) throws IOException {
        byte[] cms = changed.get("signature.p7s");
        if (cms != null) {
            write(cms);
        }
    }
}
