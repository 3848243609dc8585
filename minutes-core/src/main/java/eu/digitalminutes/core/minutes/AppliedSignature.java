// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.minutes;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A signature that stands in a container, as far as it concerns those who archive or publish (<i>firma apposta</i>). */
public final class AppliedSignature {
    private final @Nullable SignatoryRole role;
    private final String signer;
    private final String level;
    private final Instant signingTime;
    private final @Nullable Instant timestamp;

    private AppliedSignature(
            @Nullable SignatoryRole role,
            String signer,
            String level,
            Instant signingTime,
            @Nullable Instant timestamp) {
        this.role = role;
        this.signer = Objects.requireNonNull(signer, "signer");
        this.level = Objects.requireNonNull(level, "level");
        this.signingTime = Objects.requireNonNull(signingTime, "signingTime");
        this.timestamp = timestamp;
    }

    /**
     * A signature.
     *
     * @param role the role that the signer claims, if it is one of ours
     * @param signer the signer's name, from the certificate
     * @param level B, T, LT or LTA
     * @param signingTime the time that the signer claims
     * @param timestamp the time that a time-stamping authority proves, if any
     * @return the signature
     */
    public static AppliedSignature of(
            Optional<SignatoryRole> role,
            String signer,
            String level,
            Instant signingTime,
            Optional<Instant> timestamp) {
        return new AppliedSignature(role.orElse(null), signer, level, signingTime, timestamp.orElse(null));
    }

    /**
     * The role that the signer claims.
     *
     * @return the role, or empty if none of ours is claimed
     */
    public Optional<SignatoryRole> role() {
        return Optional.ofNullable(role);
    }

    /**
     * The signer's name, from the certificate.
     *
     * @return such as {@code Anna Bianchi}
     */
    public String signer() {
        return signer;
    }

    /**
     * The level of the signature.
     *
     * @return B, T, LT or LTA
     */
    public String level() {
        return level;
    }

    /**
     * The time that the signer claims.
     *
     * @return an instant
     */
    public Instant signingTime() {
        return signingTime;
    }

    /**
     * The time that a time-stamping authority proves (<i>marca temporale</i>).
     *
     * @return the instant, or empty at level B
     */
    public Optional<Instant> timestamp() {
        return Optional.ofNullable(timestamp);
    }
}
