// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.europa.esig.dss.crl.CRLBinary;
import eu.europa.esig.dss.crl.CRLUtils;
import eu.europa.esig.dss.crl.CRLValidity;
import eu.europa.esig.dss.enumerations.RevocationOrigin;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.model.x509.revocation.crl.CRL;
import eu.europa.esig.dss.spi.x509.revocation.RevocationSource;
import eu.europa.esig.dss.spi.x509.revocation.RevocationToken;
import eu.europa.esig.dss.spi.x509.revocation.crl.CRLToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Revocation lists from a folder, read once and held against an issuer once; safe for several threads. DSS's own source
 * is for one thread, and keeps every answer it gave.
 */
final class RevocationListsAtHand implements RevocationSource<CRL> {
    private static final long serialVersionUID = 1L;
    /** Strangers can make any number of certificates with the name and the key of an authority. */
    private static final int MOST_ISSUERS = 1_000;

    private final transient List<CRLBinary> lists;
    private final transient Map<CertificateToken, List<CRLValidity>> known = new ConcurrentHashMap<>();

    /**
     * Takes the lists.
     *
     * @throws MinutesException with code {@code TRUST_BUNDLE_MALFORMED} if one is no revocation list
     */
    RevocationListsAtHand(List<byte[]> files) {
        lists = new ArrayList<>();
        for (byte[] file : files) {
            try {
                lists.add(CRLUtils.buildCRLBinary(file));
            } catch (RuntimeException e) {
                throw new MinutesException(
                        "TRUST_BUNDLE_MALFORMED",
                        "a file beside the trusted lists is no revocation list: " + e.getMessage(),
                        e);
            }
        }
    }

    /** Whether there is none. */
    boolean isEmpty() {
        return lists.isEmpty();
    }

    /** The newest list of the issuer, as an answer about the certificate. */
    @Override
    public @Nullable RevocationToken<CRL> getRevocationToken(CertificateToken certificate, CertificateToken issuer) {
        CRLValidity newest = null;
        for (CRLValidity one : of(issuer)) {
            if (newest == null
                    || newest.getThisUpdate()
                            .toInstant()
                            .isBefore(one.getThisUpdate().toInstant())) {
                newest = one;
            }
        }
        if (newest == null) {
            return null;
        }
        CRLToken answer = new CRLToken(certificate, newest);
        answer.setExternalOrigin(RevocationOrigin.EXTERNAL);
        return answer;
    }

    private List<CRLValidity> of(CertificateToken issuer) {
        List<CRLValidity> found = known.get(issuer);
        if (found == null) {
            found = lists.stream()
                    .map(list -> validity(list, issuer))
                    .filter(validity -> validity != null && validity.isValid() && validity.getThisUpdate() != null)
                    .toList();
            if (!found.isEmpty() && known.size() < MOST_ISSUERS) {
                known.put(issuer, found);
            }
        }
        return found;
    }

    private static @Nullable CRLValidity validity(CRLBinary list, CertificateToken issuer) {
        try {
            return CRLUtils.buildCRLValidity(list, issuer);
        } catch (IOException | DSSException e) {
            // A list that cannot be read says nothing of anybody.
            return null;
        }
    }
}
