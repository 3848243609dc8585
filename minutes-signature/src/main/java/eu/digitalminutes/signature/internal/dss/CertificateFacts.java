// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.signature.report.VerifiedCertificate;
import eu.digitalminutes.signature.report.VerifiedRevocation;
import eu.europa.esig.dss.diagnostic.CertificateRevocationWrapper;
import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.enumerations.RevocationReason;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.jspecify.annotations.Nullable;

/** What DSS found out about a certificate, in our own words. */
final class CertificateFacts {
    /** A revocation weighs more than a later answer that does not know of it; else the newest answer counts. */
    private static final Comparator<CertificateRevocationWrapper> WEIGHT = Comparator.comparing(
                    (CertificateRevocationWrapper answer) -> answer.isRevoked() && answer.getRevocationDate() != null)
            .thenComparing(CertificateRevocationWrapper::getThisUpdate);

    private CertificateFacts() {}

    static @Nullable VerifiedCertificate of(@Nullable CertificateWrapper certificate) {
        if (certificate == null || certificate.getNotBefore() == null || certificate.getNotAfter() == null) {
            return null;
        }
        VerifiedCertificate facts = VerifiedCertificate.of(
                Optional.ofNullable(certificate.getReadableCertificateName()).orElse(""),
                issuer(certificate),
                new BigInteger(certificate.getSerialNumber()).toString(16),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
        return certificate.getCertificateRevocationData().stream()
                .filter(answer -> answer.getThisUpdate() != null && answer.isKnown())
                .max(WEIGHT)
                .map(answer -> facts.withRevocation(revocation(answer)))
                .orElse(facts);
    }

    private static String issuer(CertificateWrapper certificate) {
        CertificateWrapper issuer = certificate.getSigningCertificate();
        if (issuer != null && issuer.getReadableCertificateName() != null) {
            return issuer.getReadableCertificateName();
        }
        String name = Optional.ofNullable(certificate.getCertificateIssuerDN()).orElse("");
        try {
            return Subject.of(new X500Name(name)).name();
        } catch (IllegalArgumentException e) {
            return name;
        }
    }

    private static VerifiedRevocation revocation(CertificateRevocationWrapper answer) {
        String source = String.valueOf(answer.getRevocationType());
        Instant asOf = answer.getThisUpdate().toInstant();
        Date next = answer.getNextUpdate();
        Instant nextUpdate = next == null ? null : next.toInstant();
        if (!answer.isRevoked() || answer.getRevocationDate() == null) {
            return VerifiedRevocation.good(source, asOf, nextUpdate);
        }
        return VerifiedRevocation.revoked(
                source,
                asOf,
                nextUpdate,
                answer.getRevocationDate().toInstant(),
                Optional.ofNullable(answer.getReason())
                        .map(RevocationReason::getShortName)
                        .orElse(""));
    }
}
