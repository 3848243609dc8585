// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.core.outcome.MinutesException;
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
     * Fails unless the certificate is valid now and made for signing.
     *
     * @throws MinutesException if it has expired, is not valid yet, or lacks the key usage
     */
    public static void requireUsable(X509Certificate certificate) {
        String who = "the certificate of " + Subject.of(certificate).name();
        try {
            certificate.checkValidity(Date.from(Instant.now()));
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
    }
}
