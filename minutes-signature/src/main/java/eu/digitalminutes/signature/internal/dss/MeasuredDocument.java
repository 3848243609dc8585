// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.DigestDocument;
import java.security.NoSuchAlgorithmException;
import java.util.Map;

/**
 * A file by the digests that one reading has given. Another one, which only a later time stamp may ask for, costs a reading
 * of its own; the bytes themselves are never handed out, since they would be held in memory.
 */
public final class MeasuredDocument extends DigestDocument {
    private static final long serialVersionUID = 1L;

    private final transient Opener opener;

    /** A file with the digests that are known, and the way to its bytes. */
    public MeasuredDocument(String name, Map<DigestAlgorithm, byte[]> known, Opener opener) {
        this.opener = opener;
        setName(name);
        known.forEach(this::addDigest);
    }

    @Override
    public byte[] getDigestValue(DigestAlgorithm algorithm) {
        byte[] known = digestMap.get(algorithm);
        if (known == null) {
            try {
                known = opener.digest(algorithm);
            } catch (NoSuchAlgorithmException unknownHere) {
                return super.getDigestValue(algorithm);
            }
            addDigest(algorithm, known);
        }
        return known;
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
