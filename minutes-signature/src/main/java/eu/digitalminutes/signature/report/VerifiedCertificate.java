// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.report;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The certificate of a signer or of a time-stamping authority, as verified (<i>certificato di firma</i>).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5280">RFC 5280</a>
 */
public final class VerifiedCertificate {
    private final String subject;
    private final String issuer;
    private final String serialNumber;
    private final Instant notBefore;
    private final Instant notAfter;
    private final @Nullable VerifiedRevocation revocation;

    private VerifiedCertificate(
            String subject,
            String issuer,
            String serialNumber,
            Instant notBefore,
            Instant notAfter,
            @Nullable VerifiedRevocation revocation) {
        this.subject = Objects.requireNonNull(subject, "subject");
        this.issuer = Objects.requireNonNull(issuer, "issuer");
        this.serialNumber = Objects.requireNonNull(serialNumber, "serialNumber");
        this.notBefore = Objects.requireNonNull(notBefore, "notBefore");
        this.notAfter = Objects.requireNonNull(notAfter, "notAfter");
        this.revocation = revocation;
    }

    /**
     * A certificate about whose revocation nothing is known; for verifiers.
     *
     * @param subject whom it names
     * @param issuer who issued it
     * @param serialNumber its number with that issuer
     * @param notBefore from when it is valid
     * @param notAfter until when it is valid
     * @return the certificate
     */
    public static VerifiedCertificate of(
            String subject, String issuer, String serialNumber, Instant notBefore, Instant notAfter) {
        return new VerifiedCertificate(subject, issuer, serialNumber, notBefore, notAfter, null);
    }

    /**
     * The same certificate with what is known of its revocation.
     *
     * @param known the newest answer about it
     * @return a new certificate
     */
    public VerifiedCertificate withRevocation(VerifiedRevocation known) {
        return new VerifiedCertificate(
                subject, issuer, serialNumber, notBefore, notAfter, Objects.requireNonNull(known, "known"));
    }

    /**
     * Whom it names.
     *
     * @return the subject's common name
     */
    public String subject() {
        return subject;
    }

    /**
     * Who issued it.
     *
     * @return the issuer's common name, or its whole name
     */
    public String issuer() {
        return issuer;
    }

    /**
     * Its number with that issuer.
     *
     * @return hexadecimal digits
     */
    public String serialNumber() {
        return serialNumber;
    }

    /**
     * From when it is valid.
     *
     * @return an instant
     */
    public Instant notBefore() {
        return notBefore;
    }

    /**
     * Until when it is valid, if it is not revoked.
     *
     * @return an instant
     */
    public Instant notAfter() {
        return notAfter;
    }

    /**
     * What is known of its revocation.
     *
     * @return the newest answer, or empty when there is none
     */
    public Optional<VerifiedRevocation> revocation() {
        return Optional.ofNullable(revocation);
    }

    /**
     * Whether an instant lies in its validity; revocation is another question.
     *
     * @param instant any instant
     * @return true from not-before to not-after
     */
    public boolean isInValidity(Instant instant) {
        return !instant.isBefore(notBefore) && !instant.isAfter(notAfter);
    }
}
