// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.TimestampBinary;
import java.io.IOException;
import java.security.cert.CertificateException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * Whether a time stamp is worth being put into a signature: signed by the certificate that it carries, and that one made
 * for time stamps. Whether the authority is trusted is the verifier's question.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3161">RFC 3161, 2.3 (extendedKeyUsage) and 2.4.2</a>
 */
final class TimestampCheck {
    private TimestampCheck() {}

    static void requireSound(TimestampBinary stamp) {
        try {
            TimeStampToken token = new TimeStampToken(new CMSSignedData(stamp.getBytes()));
            X509CertificateHolder signer = token.getCertificates().getMatches(null).stream()
                    .filter(token.getSID()::match)
                    .findFirst()
                    .orElseThrow(
                            () -> new DSSException("its time stamp does not carry the certificate that signed it"));
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
        } catch (TSPException e) {
            throw new DSSException("its time stamp is not signed as it must be: " + e.getMessage(), e);
        } catch (CMSException | IOException | OperatorCreationException | CertificateException e) {
            throw new DSSException("its time stamp cannot be read: " + e.getMessage(), e);
        }
    }
}
