// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.CommonDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.NoSuchAlgorithmException;

/** A file whose SHA-256 is known, so that it is only read where the bytes themselves are wanted. */
public final class StreamedDocument extends CommonDocument {
    private static final long serialVersionUID = 1L;

    private final transient ContainedFile file;
    private final transient Opener opener;

    /** A file with the way to its bytes. */
    public StreamedDocument(ContainedFile file, Opener opener) {
        this.file = file;
        this.opener = opener;
        this.name = file.name();
        this.mimeType = MediaType.of(file.mediaType(), file.name());
        digestMap.put(DigestAlgorithm.SHA256, file.fingerprint().digest().value());
    }

    /** The same file with another way to its bytes. */
    public StreamedDocument opening(Opener other) {
        return new StreamedDocument(file, other);
    }

    @Override
    public InputStream openStream() {
        try {
            return opener.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] getDigestValue(DigestAlgorithm algorithm) {
        return digestMap.computeIfAbsent(algorithm, this::digest);
    }

    /** Another algorithm than ours costs a reading of its own; only foreign signatures ask for it. */
    private byte[] digest(DigestAlgorithm algorithm) {
        try {
            return opener.digest(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new MinutesException(
                    "DIGEST_UNKNOWN", name + " is signed with the digest " + algorithm + ", unknown to this JDK", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
