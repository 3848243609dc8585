// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.profile;

import eu.digitalminutes.core.minutes.SignatoryRole;
import eu.digitalminutes.signature.trust.TimestampAuthorities;
import eu.digitalminutes.signature.trust.TimestampAuthority;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How minutes are signed (<i>profilo di firma</i>): a lawful preset first, then {@link #toBuilder()}. Immutable. */
public final class SigningProfile {
    private final SignatureLevel level;
    private final @Nullable TimestampAuthorities authorities;
    private final Set<SignatoryRole> required;
    private final String place;
    private final SignatureForm form;
    private final List<Commitment> commitments;
    private final CertificateRequirement certificates;
    private final SignerIdentity signers;
    private final boolean contentTimestamp;

    private SigningProfile(Builder builder) {
        level = builder.level;
        authorities = builder.authorities;
        required = Set.copyOf(builder.required);
        place = builder.place;
        form = builder.form;
        commitments = List.copyOf(builder.commitments);
        certificates = builder.certificates;
        signers = builder.signers;
        contentTimestamp = builder.contentTimestamp;
        if (contentTimestamp && authorities == null) {
            throw new IllegalArgumentException("a content time stamp needs a time-stamping authority");
        }
        if (level != SignatureLevel.B && authorities == null) {
            throw new IllegalArgumentException("level " + level + " needs a time-stamping authority");
        }
    }

    /**
     * What an Italian council needs: President and Secretary, in parallel, each with a qualified certificate and a time
     * stamp, in an ASiC-E.
     *
     * @param authority who gives the time stamps
     * @param fallbacks who gives them when it cannot, in this order
     * @return the preset
     * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2005-03-07;82">CAD, art.
     *     21(2-ter); DPCM 22 February 2013, art. 41 and 62</a>
     */
    public static SigningProfile italianCouncil(TimestampAuthority authority, TimestampAuthority... fallbacks) {
        return italianCouncil(TimestampAuthorities.inOrder(authority, fallbacks));
    }

    /**
     * The same with a list of authorities that several profiles share, so that budgets hold for all of them.
     *
     * @param authorities who gives the time stamps
     * @return the preset
     * @see #italianCouncil(TimestampAuthority, TimestampAuthority...)
     */
    public static SigningProfile italianCouncil(TimestampAuthorities authorities) {
        return new Builder(SignatureLevel.T, Objects.requireNonNull(authorities, "authorities")).build();
    }

    /**
     * The same signers without time stamps, for where none can be had; every report then warns that the time of the
     * signatures is only claimed.
     *
     * @return the preset
     */
    public static SigningProfile withoutTimestamp() {
        return new Builder(SignatureLevel.B, null).build();
    }

    /**
     * A builder that starts from this profile.
     *
     * @return a new builder
     */
    public Builder toBuilder() {
        Builder builder = new Builder(level, authorities);
        builder.required = required;
        builder.place = place;
        builder.form = form;
        builder.commitments = commitments;
        builder.certificates = certificates;
        builder.signers = signers;
        builder.contentTimestamp = contentTimestamp;
        return builder;
    }

    /**
     * The level of each signature.
     *
     * @return the level
     */
    public SignatureLevel level() {
        return level;
    }

    /**
     * Who gives the time stamps.
     *
     * @return the authorities, or empty at level B
     */
    public Optional<TimestampAuthorities> timestampAuthorities() {
        return Optional.ofNullable(authorities);
    }

    /**
     * Which roles must be among the signers before the container is complete.
     *
     * @return an immutable set; President and Secretary unless said otherwise
     */
    public Set<SignatoryRole> requiredRoles() {
        return required;
    }

    /**
     * The city that the signers claim to sign in.
     *
     * @return the city; empty when none is claimed
     */
    public String place() {
        return place;
    }

    /**
     * The form in which files and signatures lie.
     *
     * @return the form; ASiC-E with XAdES unless said otherwise
     */
    public SignatureForm form() {
        return form;
    }

    /**
     * What the signers commit to.
     *
     * @return an immutable list; empty when nothing is said
     */
    public List<Commitment> commitments() {
        return commitments;
    }

    /**
     * What the signers' certificates must say of themselves.
     *
     * @return the requirement; qualified unless said otherwise
     */
    public CertificateRequirement certificates() {
        return certificates;
    }

    /**
     * Who may sign minutes in a role.
     *
     * @return the identity that is asked for; the recorded person unless said otherwise
     */
    public SignerIdentity signers() {
        return signers;
    }

    /**
     * Whether what is signed gets a time stamp before it is signed, which proves that the content was there first.
     *
     * @return whether it does
     */
    public boolean hasContentTimestamp() {
        return contentTimestamp;
    }

    /** Changes a profile. Not for several threads. */
    public static final class Builder {
        private SignatureLevel level;
        private @Nullable TimestampAuthorities authorities;
        private Set<SignatoryRole> required = Set.of(SignatoryRole.PRESIDENT, SignatoryRole.SECRETARY);
        private String place = "";
        private SignatureForm form = SignatureForm.ASIC_E_XADES;
        private List<Commitment> commitments = List.of();
        private CertificateRequirement certificates = CertificateRequirement.QUALIFIED;
        private SignerIdentity signers = SignerIdentity.RECORDED;
        private boolean contentTimestamp;

        private Builder(SignatureLevel level, @Nullable TimestampAuthorities authorities) {
            this.level = level;
            this.authorities = authorities;
        }

        /**
         * The level of each signature.
         *
         * @param value the level
         * @return this builder
         */
        public Builder level(SignatureLevel value) {
            level = Objects.requireNonNull(value, "level");
            return this;
        }

        /**
         * Who gives the time stamps.
         *
         * @param value the authority
         * @return this builder
         */
        public Builder timestampAuthority(TimestampAuthority value) {
            return timestampAuthorities(TimestampAuthorities.inOrder(value));
        }

        /**
         * Who gives the time stamps, and who when the first cannot.
         *
         * @param value the authorities
         * @return this builder
         */
        public Builder timestampAuthorities(TimestampAuthorities value) {
            authorities = Objects.requireNonNull(value, "authorities");
            return this;
        }

        /**
         * Which roles must be among the signers; fewer than President and Secretary where somebody signs later.
         *
         * @param roles the roles
         * @return this builder
         */
        public Builder requiredRoles(Set<SignatoryRole> roles) {
            required = Set.copyOf(roles);
            return this;
        }

        /**
         * The city that the signers claim to sign in.
         *
         * @param city the city; empty for none
         * @return this builder
         */
        public Builder place(String city) {
            place = Objects.requireNonNull(city, "place");
            return this;
        }

        /**
         * The form in which files and signatures lie.
         *
         * @param value the form
         * @return this builder
         */
        public Builder form(SignatureForm value) {
            form = Objects.requireNonNull(value, "form");
            return this;
        }

        /**
         * What the signers commit to.
         *
         * @param values the commitments; none to say nothing
         * @return this builder
         */
        public Builder commitments(Commitment... values) {
            commitments = List.of(values);
            return this;
        }

        /**
         * What the signers' certificates must say of themselves.
         *
         * @param value the requirement
         * @return this builder
         */
        public Builder certificates(CertificateRequirement value) {
            certificates = Objects.requireNonNull(value, "certificates");
            return this;
        }

        /**
         * Who may sign minutes in a role.
         *
         * @param value the identity that is asked for
         * @return this builder
         */
        public Builder signers(SignerIdentity value) {
            signers = Objects.requireNonNull(value, "signers");
            return this;
        }

        /**
         * Has what is signed stamped before it is signed.
         *
         * @return this builder
         */
        public Builder withContentTimestamp() {
            contentTimestamp = true;
            return this;
        }

        /**
         * The profile.
         *
         * @return the profile
         * @throws IllegalArgumentException if its level needs a time-stamping authority and there is none
         */
        public SigningProfile build() {
            return new SigningProfile(this);
        }
    }
}
