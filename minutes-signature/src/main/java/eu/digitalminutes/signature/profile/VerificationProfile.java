// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.profile;

import eu.digitalminutes.core.minutes.SignatoryRole;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.signature.trust.TrustAnchors;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What signed minutes must be (<i>profilo di verifica</i>): the rules for signatures, who must have signed, and how much
 * each finding weighs. Begin with a preset. Immutable.
 *
 * @see <a href="https://www.etsi.org/deliver/etsi_en/319100_319199/31910201/">ETSI EN 319 102-1, clause 5.1.4</a>
 */
public final class VerificationProfile {
    /** What no regulation can make lighter: a document that was changed, or that nobody signed, is no act. */
    private static final Set<String> BEYOND_CONFIGURATION = Set.of(
            "FILE_ALTERED",
            "FILE_MISSING",
            "FILE_DAMAGED",
            "NO_SIGNATURE",
            "SIGNATURE_BROKEN",
            "CERTIFICATE_REVOKED",
            "ISSUER_UNKNOWN",
            "REVOCATION_UNKNOWN",
            "SIGNATURE_UNDECIDED",
            "NOT_YET_SIGNED",
            "NO_TRUST",
            "TIMESTAMP_BROKEN",
            "RECORDING_NOT_THE_NAMED_ONE",
            "TECHNICAL_VALIDATION");

    private final ValidationRules rules;
    private final boolean qualified;
    private final Set<SignatoryRole> required;
    private final Map<String, Severity> severities;
    private final @Nullable Duration term;
    private final @Nullable TrustAnchors anchors;

    private VerificationProfile(Builder builder) {
        this.rules = builder.rules;
        this.qualified = builder.qualified;
        this.required = Set.copyOf(builder.required);
        this.severities = Map.copyOf(builder.severities);
        this.term = builder.term;
        this.anchors = builder.anchors;
    }

    /**
     * Signatures by the rules of the European standard.
     *
     * @return the preset
     */
    public static VerificationProfile etsiDefault() {
        return new Builder(ValidationRules.ETSI).build();
    }

    /**
     * Public acts of Italian administrations: qualified signatures of President and Secretary, over everything. It is what a
     * verifier goes by unless it is told otherwise.
     *
     * @return the preset
     * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2005-03-07;82">CAD, art. 20(1-bis)
     *     and 21(2-ter)</a>
     */
    public static VerificationProfile italia() {
        return new Builder(ValidationRules.ITALY).build();
    }

    /**
     * A closed environment with certificates of its own, such as a test or an internal archive: signatures need not be
     * qualified, and no trusted list is asked.
     *
     * @param certificates whom to trust
     * @return the preset
     */
    public static VerificationProfile closed(List<X509Certificate> certificates) {
        Builder builder = new Builder(ValidationRules.ITALY);
        builder.qualified = false;
        builder.anchors = TrustAnchors.certificates(certificates);
        return builder.build();
    }

    /**
     * The rules for signatures.
     *
     * @return the rules
     */
    public ValidationRules rules() {
        return rules;
    }

    /**
     * Whether each signature must be a qualified one of a person.
     *
     * @return false only in closed environments
     */
    public boolean requiresQualified() {
        return qualified;
    }

    /**
     * Whose signatures minutes must have.
     *
     * @return an immutable set; President and Secretary unless said otherwise
     */
    public Set<SignatoryRole> requiredRoles() {
        return required;
    }

    /**
     * How much a finding weighs, where the municipality's regulation says otherwise than the law leaves it.
     *
     * @param code the finding's code
     * @param usual its usual severity
     * @return its severity
     */
    public Severity severity(String code, Severity usual) {
        return severities.getOrDefault(code, usual);
    }

    /**
     * How long after the meeting's end minutes may be signed.
     *
     * @return the term of the regulation, if there is one
     */
    public Optional<Duration> signingTerm() {
        return Optional.ofNullable(term);
    }

    /**
     * Whom a closed environment trusts.
     *
     * @return its certificates; empty for the other profiles
     */
    public Optional<TrustAnchors> anchors() {
        return Optional.ofNullable(anchors);
    }

    /**
     * A builder that starts from this profile.
     *
     * @return a new builder
     */
    public Builder toBuilder() {
        Builder builder = new Builder(rules);
        builder.qualified = qualified;
        builder.required = required;
        builder.severities.putAll(severities);
        builder.term = term;
        builder.anchors = anchors;
        return builder;
    }

    /** Makes a profile that differs from a preset. */
    public static final class Builder {
        private final ValidationRules rules;
        private final Map<String, Severity> severities = new HashMap<>();
        private boolean qualified = true;
        private Set<SignatoryRole> required = EnumSet.allOf(SignatoryRole.class);
        private @Nullable Duration term;
        private @Nullable TrustAnchors anchors;

        private Builder(ValidationRules rules) {
            this.rules = rules;
        }

        /**
         * Weighs a finding otherwise, as the municipality's regulation has it: a recording without a written act, say, may be a
         * failure.
         *
         * @param code the finding's code, as the guide lists it
         * @param severity its severity
         * @return this builder
         * @throws IllegalArgumentException if it says that a document is altered, unsigned or not trusted: that is not for a
         *     regulation to weigh
         */
        public Builder severity(String code, Severity severity) {
            if (BEYOND_CONFIGURATION.contains(code)) {
                throw new IllegalArgumentException("how much " + code + " weighs is not for a regulation to say");
            }
            severities.put(Objects.requireNonNull(code, "code"), Objects.requireNonNull(severity, "severity"));
            return this;
        }

        /**
         * Says whose signatures minutes must have.
         *
         * @param roles the roles
         * @return this builder
         */
        public Builder requiredRoles(Set<SignatoryRole> roles) {
            this.required = Set.copyOf(roles);
            return this;
        }

        /**
         * Says how long after the meeting's end minutes may be signed; later is a warning.
         *
         * @param after the term of the regulation
         * @return this builder
         */
        public Builder signingTerm(Duration after) {
            this.term = Objects.requireNonNull(after, "after");
            return this;
        }

        /**
         * The profile.
         *
         * @return the profile
         */
        public VerificationProfile build() {
            return new VerificationProfile(this);
        }
    }
}
