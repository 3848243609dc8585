// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * A time stamp out of whatever an authority sent.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3161">RFC 3161, 2.4.2</a>
 */
public final class StampToken {
    private StampToken() {}

    /** The stamp itself; empty if the authority granted none. */
    public static Optional<byte[]> of(byte[] answer, String name) {
        try {
            ASN1Sequence sequence = ASN1Sequence.getInstance(answer);
            if (sequence.getObjectAt(0) instanceof ASN1Sequence) {
                ContentInfo token = TimeStampResp.getInstance(sequence).getTimeStampToken();
                return token == null ? Optional.empty() : Optional.of(token.getEncoded());
            }
            return Optional.of(sequence.getEncoded());
        } catch (IOException | RuntimeException e) {
            throw malformed(name, e);
        }
    }

    /** The digest that a stamp is over, by object identifier. */
    public static Set<String> digest(byte[] token, String name) {
        try {
            AlgorithmIdentifier algorithm = new TimeStampToken(new CMSSignedData(token))
                    .getTimeStampInfo()
                    .getHashAlgorithm();
            return Set.of(algorithm.getAlgorithm().getId());
        } catch (TSPException | CMSException | IOException | RuntimeException e) {
            throw malformed(name, e);
        }
    }

    private static MinutesException malformed(String name, Exception e) {
        return new MinutesException(
                "TIMESTAMP_MALFORMED", name + " is no time stamp (.tsr, .tst): " + e.getMessage(), e);
    }
}
