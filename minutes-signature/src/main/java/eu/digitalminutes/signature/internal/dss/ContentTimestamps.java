// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.signature.trust.TimestampAuthorities;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.DSSException;

/** Time stamps over what is going to be signed. */
public final class ContentTimestamps {
    private ContentTimestamps() {}

    /**
     * A time stamp over a digest, in DER.
     *
     * @throws eu.digitalminutes.core.outcome.ServiceUnavailableException if the authority gives no usable answer
     */
    public static byte[] over(Digest digest, TimestampAuthorities authorities) {
        try {
            return Timestamps.source(authorities)
                    .getTimeStampResponse(DigestAlgorithm.SHA256, digest.value())
                    .getBytes();
        } catch (DSSException e) {
            throw Timestamps.refused(authorities, e);
        }
    }
}
