// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.core.evidence.ArchiveStamp;
import eu.digitalminutes.core.evidence.HashFunction;
import eu.digitalminutes.signature.trust.TimestampAuthorities;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.DSSPKUtils;
import eu.europa.esig.dss.spi.DSSUtils;
import java.io.IOException;
import java.security.PublicKey;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * Time stamps for evidence records: in DER, as the standard wants it, and with what their renewal depends on.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4998">RFC 4998, 5.2</a>
 */
public final class EvidenceStamp {
    private EvidenceStamp() {}

    /**
     * Asks one authority after the other.
     *
     * @throws eu.digitalminutes.core.outcome.ServiceUnavailableException if none gives a usable stamp
     */
    public static ArchiveStamp stamp(TimestampAuthorities authorities, HashFunction function, byte[] digest) {
        DigestAlgorithm algorithm = DigestAlgorithm.forOID(function.identifier());
        byte[] answer = Timestamps.source(authorities)
                .getTimeStampResponse(algorithm, digest)
                .getBytes();
        try {
            return described(distinguished(answer));
        } catch (TSPException | CMSException | IOException | RuntimeException e) {
            throw Timestamps.refused(authorities, new DSSException("its time stamp cannot be read", e));
        }
    }

    /** The token in DER; as it was where a certificate or signature in it would not survive that. */
    private static byte[] distinguished(byte[] token) throws IOException {
        byte[] der = ASN1Primitive.fromByteArray(token).getEncoded(ASN1Encoding.DER);
        try {
            TimestampCheck.requireSound(new TimestampBinary(der));
            return der;
        } catch (DSSException e) {
            return token;
        }
    }

    private static ArchiveStamp described(byte[] token) throws TSPException, CMSException, IOException {
        TimeStampToken stamp = new TimeStampToken(new CMSSignedData(token));
        X509CertificateHolder holder = stamp.getCertificates().getMatches(null).stream()
                .filter(stamp.getSID()::match)
                .findFirst()
                .orElseThrow(() -> new DSSException("its time stamp does not carry the certificate that signed it"));
        CertificateToken certificate = DSSUtils.loadCertificate(holder.getEncoded());
        return ArchiveStamp.of(
                        token,
                        stamp.getTimeStampInfo().getGenTime().toInstant(),
                        Subject.of(certificate.getCertificate()).name(),
                        algorithms(stamp, certificate))
                .certifiedUntil(certificate.getNotAfter().toInstant());
    }

    /** Key and digest of the signature, as policies of algorithms name them. */
    private static List<String> algorithms(TimeStampToken stamp, CertificateToken certificate) {
        PublicKey key = certificate.getPublicKey();
        String digest =
                stamp.toCMSSignedData().getSignerInfos().iterator().next().getDigestAlgOID();
        return List.of(
                EncryptionAlgorithm.forKey(key).getName() + "-" + DSSPKUtils.getPublicKeySize(key),
                DigestAlgorithm.forOID(digest).getJavaName());
    }
}
