// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.DigestDocument;
import java.io.IOException;
import java.io.InputStream;
import java.security.NoSuchAlgorithmException;
import java.util.Map;

/**
 * A file by the digests that one reading has given. Another one, which only a later time stamp may ask for, costs a reading
 * of its own; to DSS the bytes themselves are never handed out, since it would hold them in memory.
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

    /** Its bytes, for who does not hold them or knows them to be few. */
    InputStream open() throws IOException {
        return opener.open();
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
