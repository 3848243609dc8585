// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.testkit;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.RevokedInfo;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.Req;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.jspecify.annotations.Nullable;

/**
 * Answers who asks for the state of one certificate.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6960">RFC 6960</a>
 */
final class OcspResponder {

    private static final Duration PERIOD = Duration.ofDays(1);
    private static final Duration STALE = Duration.ofDays(60);

    private final TestPki pki;

    OcspResponder(TestPki pki) {
        this.pki = pki;
    }

    /** The answer in DER to a request in DER, with the faults that concern its content. */
    byte[] answer(TestIdentity authority, byte[] request, Set<RevocationFault> faults) throws IOException {
        Instant thisUpdate = pki.clock().instant();
        if (faults.contains(RevocationFault.STALE)) {
            thisUpdate = thisUpdate.minus(STALE);
        }
        TestIdentity signer =
                pki.responder(faults.contains(RevocationFault.WRONG_SIGNER) ? pki.unlistedAuthority() : authority);
        try {
            X509CertificateHolder certificate = new JcaX509CertificateHolder(signer.certificate());
            BasicOCSPRespBuilder builder = new BasicOCSPRespBuilder(new RespID(certificate.getSubject()));
            OCSPReq parsed = new OCSPReq(request);
            for (Req single : parsed.getRequestList()) {
                CertificateStatus status = faults.contains(RevocationFault.UNKNOWN)
                        ? new UnknownStatus()
                        : status(authority, single.getCertID(), thisUpdate);
                builder.addResponse(
                        single.getCertID(), status, Date.from(thisUpdate), Date.from(thisUpdate.plus(PERIOD)), null);
            }
            Extension nonce = parsed.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
            if (nonce != null) {
                builder.setResponseExtensions(new Extensions(nonce));
            }
            X509CertificateHolder[] chain = {certificate};
            return new OCSPRespBuilder()
                    .build(
                            OCSPRespBuilder.SUCCESSFUL,
                            builder.build(signer.contentSigner(), chain, Date.from(thisUpdate)))
                    .getEncoded();
        } catch (OCSPException | GeneralSecurityException e) {
            throw new IllegalStateException("The OCSP answer of " + authority + " could not be made", e);
        }
    }

    /** Null is how Bouncy Castle spells "good". */
    private @Nullable CertificateStatus status(TestIdentity authority, CertificateID asked, Instant now) {
        TestIdentity identity = pki.find(authority, asked.getSerialNumber()).orElse(null);
        if (identity == null) {
            return new UnknownStatus();
        }
        return identity.revocationAt(now)
                .map(revocation -> new RevokedStatus(new RevokedInfo(
                        new ASN1GeneralizedTime(Date.from(revocation.since())),
                        CRLReason.lookup(revocation.reason().ordinal()))))
                .orElse(null);
    }
}
