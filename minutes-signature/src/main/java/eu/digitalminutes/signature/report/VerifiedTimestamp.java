// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.report;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A time stamp of a signature, as verified (<i>marca temporale</i>). */
public final class VerifiedTimestamp {
    private final Instant time;
    private final String authority;
    private final String indication;
    private final String qualification;
    private final String kind;
    private final String algorithm;
    private final @Nullable VerifiedCertificate certificate;

    private VerifiedTimestamp(
            Instant time,
            String authority,
            String indication,
            String qualification,
            String kind,
            String algorithm,
            @Nullable VerifiedCertificate certificate) {
        this.time = Objects.requireNonNull(time, "time");
        this.authority = Objects.requireNonNull(authority, "authority");
        this.indication = Objects.requireNonNull(indication, "indication");
        this.qualification = Objects.requireNonNull(qualification, "qualification");
        this.kind = Objects.requireNonNull(kind, "kind");
        this.algorithm = Objects.requireNonNull(algorithm, "algorithm");
        this.certificate = certificate;
    }

    /**
     * A verified time stamp.
     *
     * @param time the time that it proves
     * @param authority who gave it
     * @param indication {@code PASSED}, {@code FAILED} or {@code INDETERMINATE}
     * @param qualification {@code QTSA} when qualified, else {@code TSA} or {@code NA}
     * @return the time stamp
     */
    public static VerifiedTimestamp of(Instant time, String authority, String indication, String qualification) {
        return new VerifiedTimestamp(time, authority, indication, qualification, "", "", null);
    }

    /**
     * The same time stamp with what is known of its making; for verifiers.
     *
     * @param kind what it is over, such as {@code SIGNATURE_TIMESTAMP} or {@code ARCHIVE_TIMESTAMP}
     * @param algorithm its signature algorithm, such as {@code ECDSA_SHA256}
     * @param certificate the authority's certificate, or null when it is not to be had
     * @return a new time stamp
     */
    public VerifiedTimestamp madeWith(String kind, String algorithm, @Nullable VerifiedCertificate certificate) {
        return new VerifiedTimestamp(time, authority, indication, qualification, kind, algorithm, certificate);
    }

    /**
     * The time that it proves.
     *
     * @return an instant
     */
    public Instant time() {
        return time;
    }

    /**
     * Who gave it.
     *
     * @return the authority's name, from its certificate
     */
    public String authority() {
        return authority;
    }

    /**
     * Whether it stands.
     *
     * @return {@code PASSED}, {@code FAILED} or {@code INDETERMINATE}
     */
    public String indication() {
        return indication;
    }

    /**
     * Whether it is qualified.
     *
     * @return {@code QTSA} when it is, else {@code TSA} or {@code NA}
     */
    public String qualification() {
        return qualification;
    }

    /**
     * What it is over.
     *
     * @return such as {@code SIGNATURE_TIMESTAMP} or {@code ARCHIVE_TIMESTAMP}; empty when it is not known
     */
    public String kind() {
        return kind;
    }

    /**
     * With which algorithm the authority signed it.
     *
     * @return such as {@code ECDSA_SHA256}; empty when it is not known
     */
    public String algorithm() {
        return algorithm;
    }

    /**
     * The authority's certificate: when it expires, the time stamp alone proves nothing any more.
     *
     * @return the certificate, or empty when it is not to be had
     */
    public Optional<VerifiedCertificate> certificate() {
        return Optional.ofNullable(certificate);
    }
}
