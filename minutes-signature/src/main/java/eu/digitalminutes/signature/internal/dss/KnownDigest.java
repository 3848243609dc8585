// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.DigestDocument;

/** A file of which only the SHA-256 is known, by the caller's word. */
public final class KnownDigest extends DigestDocument {
    private static final long serialVersionUID = 1L;

    /** A file by its name and digest. */
    public KnownDigest(String name, Digest digest) {
        super(DigestAlgorithm.SHA256, digest.value(), name);
    }

    @Override
    public byte[] getDigestValue(DigestAlgorithm algorithm) {
        if (algorithm != DigestAlgorithm.SHA256) {
            throw new MinutesException(
                    "CONTENT_MISSING",
                    getName() + " is signed or stamped by its " + algorithm
                            + ", and only its SHA-256 was given: say where" + " the file is");
        }
        return super.getDigestValue(algorithm);
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
