// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.report;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a revocation list or an OCSP answer says of a certificate (<i>stato di revoca o sospensione</i>).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-5.3.1">RFC 5280, 5.3.1; CAD, art. 24(4-bis)</a>
 */
public final class VerifiedRevocation {
    private final String source;
    private final Instant asOf;
    private final @Nullable Instant nextUpdate;
    private final @Nullable Instant revokedAt;
    private final String reason;

    private VerifiedRevocation(
            String source, Instant asOf, @Nullable Instant nextUpdate, @Nullable Instant revokedAt, String reason) {
        this.source = Objects.requireNonNull(source, "source");
        this.asOf = Objects.requireNonNull(asOf, "asOf");
        this.nextUpdate = nextUpdate;
        this.revokedAt = revokedAt;
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /**
     * A certificate that was not revoked; for verifiers.
     *
     * @param source {@code CRL} or {@code OCSP}
     * @param asOf the time for which the answer was given
     * @param nextUpdate when the next answer was due, or null when it does not say
     * @return the answer
     */
    public static VerifiedRevocation good(String source, Instant asOf, @Nullable Instant nextUpdate) {
        return new VerifiedRevocation(source, asOf, nextUpdate, null, "");
    }

    /**
     * A certificate that was revoked or suspended; for verifiers.
     *
     * @param source {@code CRL} or {@code OCSP}
     * @param asOf the time for which the answer was given
     * @param nextUpdate when the next answer was due, or null when it does not say
     * @param revokedAt since when it is revoked or suspended
     * @param reason the reason, in the words of RFC 5280 such as {@code keyCompromise}; empty when none is given
     * @return the answer
     */
    public static VerifiedRevocation revoked(
            String source, Instant asOf, @Nullable Instant nextUpdate, Instant revokedAt, String reason) {
        return new VerifiedRevocation(source, asOf, nextUpdate, Objects.requireNonNull(revokedAt, "revokedAt"), reason);
    }

    /**
     * Where the answer comes from.
     *
     * @return {@code CRL} or {@code OCSP}
     */
    public String source() {
        return source;
    }

    /**
     * The time for which the answer was given: what happened later it cannot know.
     *
     * @return an instant
     */
    public Instant asOf() {
        return asOf;
    }

    /**
     * When the next answer was due.
     *
     * @return the instant, or empty when it does not say
     */
    public Optional<Instant> nextUpdate() {
        return Optional.ofNullable(nextUpdate);
    }

    /**
     * Since when the certificate is revoked or suspended.
     *
     * @return the instant, or empty when it is not
     */
    public Optional<Instant> revokedAt() {
        return Optional.ofNullable(revokedAt);
    }

    /**
     * Why it was revoked.
     *
     * @return in the words of RFC 5280, such as {@code certificateHold} for a suspension; empty when none is given
     */
    public String reason() {
        return reason;
    }
}
