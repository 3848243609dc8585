// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.signature.profile.CertificateRequirement;
import eu.europa.esig.dss.enumerations.QCTypeEnum;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.model.x509.extension.QcStatements;
import eu.europa.esig.dss.spi.CertificateExtensionsUtils;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;

/** What a certificate must be before a PIN is spent on it. */
public final class SigningCertificate {
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;

    private SigningCertificate() {}

    /**
     * Fails unless the certificate is valid now and made for signing, and says of itself what is required.
     *
     * @throws MinutesException if it has expired, is not valid yet, lacks the key usage, or is not qualified where that is
     *     required
     */
    public static void requireUsable(X509Certificate certificate, Instant now, CertificateRequirement requirement) {
        String who = "the certificate of " + Subject.of(certificate).name();
        try {
            certificate.checkValidity(Date.from(now));
        } catch (CertificateExpiredException e) {
            throw new MinutesException(
                    "CERTIFICATE_EXPIRED",
                    who + " expired on " + certificate.getNotAfter().toInstant() + ": sign with a new one",
                    e);
        } catch (CertificateNotYetValidException e) {
            throw new MinutesException(
                    "CERTIFICATE_NOT_YET_VALID",
                    who + " is valid from " + certificate.getNotBefore().toInstant()
                            + " only: check the clock of this machine",
                    e);
        }
        boolean[] usage = certificate.getKeyUsage();
        if (usage != null && !usage[NON_REPUDIATION]) {
            throw new MinutesException(
                    "CERTIFICATE_NOT_FOR_SIGNING",
                    who + " is not made for signing (its key usage lacks nonRepudiation)"
                            + (usage[DIGITAL_SIGNATURE] ? "; it serves to log in, as that of a CNS card" : "")
                            + ": choose the signature certificate of the device");
        }
        if (requirement == CertificateRequirement.QUALIFIED) {
            requireQualified(certificate, who);
        }
    }

    private static void requireQualified(X509Certificate certificate, String who) {
        QcStatements statements = CertificateExtensionsUtils.getQcStatements(new CertificateToken(certificate));
        boolean compliant = statements != null && statements.isQcCompliance();
        if (!compliant || !statements.isQcQSCD()) {
            throw new MinutesException(
                    "CERTIFICATE_NOT_QUALIFIED",
                    who
                            + (compliant
                                    ? " is qualified, but its key is not in a qualified device (no QcSSCD)"
                                    : " does not say that it is qualified (no QcCompliance)")
                            + ": what it signs is no digital signature under art. 24 CAD; take the certificate of the"
                            + " signature device, or a profile with CertificateRequirement.ANY where any signature will do");
        }
        boolean person = statements.getQcTypes() == null
                || statements.getQcTypes().isEmpty()
                || statements.getQcTypes().contains(QCTypeEnum.QCT_ESIGN);
        if (!person) {
            throw new MinutesException(
                    "CERTIFICATE_OF_SEAL",
                    who + " is for seals of a body, not for the signature of a person: President and Secretary sign as"
                            + " persons");
        }
    }
}
