// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.model.x509.revocation.crl.CRL;
import eu.europa.esig.dss.spi.x509.revocation.RevocationSource;
import eu.europa.esig.dss.spi.x509.revocation.RevocationToken;
import org.jspecify.annotations.Nullable;

/** Revocation lists at hand; where they know nothing of a certificate, the service that it names. */
final class FirstAnswer implements RevocationSource<CRL> {
    private static final long serialVersionUID = 1L;

    private final RevocationSource<CRL> atHand;
    private final RevocationSource<CRL> online;

    FirstAnswer(RevocationSource<CRL> atHand, RevocationSource<CRL> online) {
        this.atHand = atHand;
        this.online = online;
    }

    @Override
    public @Nullable RevocationToken<CRL> getRevocationToken(CertificateToken certificate, CertificateToken issuer) {
        RevocationToken<CRL> known = atHand.getRevocationToken(certificate, issuer);
        return known != null ? known : online.getRevocationToken(certificate, issuer);
    }
}
