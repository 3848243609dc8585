// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.rules;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who draws up, signs and approves the minutes (<i>verbalizzazione</i>).
 *
 * <p>Approval checks the minutes and does not renew the will. The recording never replaces the written act.
 *
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art. 97(4)(a)</a>
 */
public final class MinutesRule {
    private final String source;
    private final Signers signers;
    private final Approval approval;
    private final Substitute secretarySubstitute;
    private final Sittings sittings;
    private final ClosedPart closedPart;

    /** Who signs the minutes (<i>sottoscrizione del verbale</i>). */
    public enum Signers {
        /** President and secretary. */
        PRESIDENT_AND_SECRETARY,
        /** Also the senior councillor, <i>consigliere anziano</i>. */
        WITH_SENIOR_COUNCILLOR,
        /** Also everybody who presided. */
        WITH_ALL_WHO_PRESIDED
    }

    /** When the minutes are approved (<i>approvazione del verbale</i>). */
    public enum Approval {
        /** By vote in a later sitting. */
        NEXT_SITTING,
        /** At the end of the sitting. */
        SAME_SITTING,
        /** Never: signing suffices. */
        NONE
    }

    /** Who replaces the secretary (<i>sostituzione del segretario</i>). */
    public enum Substitute {
        /** A member of the organ. */
        MEMBER,
        /** The deputy secretary. */
        DEPUTY_SECRETARY
    }

    /** Whether sittings are public (<i>pubblicità delle sedute</i>, TUEL 38(7)). */
    public enum Sittings {
        /** Public, save closed items. */
        PUBLIC,
        /** Not public: the executive board. */
        NOT_PUBLIC
    }

    /** What becomes of the recording in the closed part (<i>seduta segreta</i>). */
    public enum ClosedPart {
        /** It is switched off. */
        NOT_RECORDED,
        /** A separate, restricted recording is made. */
        RECORDED_APART
    }

    private MinutesRule(Builder builder) {
        this.source = builder.source;
        this.signers = builder.signers;
        this.approval = builder.approval;
        this.secretarySubstitute = builder.secretarySubstitute;
        this.sittings = builder.sittings;
        this.closedPart = builder.closedPart;
    }

    /**
     * The defaults, with the sources that this class cites.
     *
     * @return the rule where statute and regulation say nothing else
     */
    public static MinutesRule defaults() {
        return new Builder().build();
    }

    /**
     * The same rule, to be changed.
     *
     * @return a builder that holds the values of this rule
     */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.source = source;
        builder.signers = signers;
        builder.approval = approval;
        builder.secretarySubstitute = secretarySubstitute;
        builder.sittings = sittings;
        builder.closedPart = closedPart;
        return builder;
    }

    /**
     * Where the rule stands.
     *
     * @return articles of law, statute or regulation, in words
     */
    public String source() {
        return source;
    }

    /**
     * Who signs.
     *
     * @return the value
     */
    public Signers signers() {
        return signers;
    }

    /**
     * When the minutes are approved.
     *
     * @return the value
     */
    public Approval approval() {
        return approval;
    }

    /**
     * Who stands in for a secretary who must abstain.
     *
     * @return the value
     */
    public Substitute secretarySubstitute() {
        return secretarySubstitute;
    }

    /**
     * Whether sittings are public.
     *
     * @return the value
     */
    public Sittings sittings() {
        return sittings;
    }

    /**
     * What the recording does while an item is closed to the public.
     *
     * @return the value
     */
    public ClosedPart closedPart() {
        return closedPart;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MinutesRule that
                && source.equals(that.source)
                && signers == that.signers
                && approval == that.approval
                && secretarySubstitute == that.secretarySubstitute
                && sittings == that.sittings
                && closedPart == that.closedPart;
    }

    @Override
    public int hashCode() {
        return Objects.hash(source, signers, approval, secretarySubstitute, sittings, closedPart);
    }

    /** The values of a rule before it is made (<i>parametri</i>). */
    public static final class Builder {
        private String source = "TUEL 97(4)(a); TAR FVG 278/1984; pareri DAIT 98877/2021, 2673/2024";
        private Signers signers = Signers.PRESIDENT_AND_SECRETARY;
        private Approval approval = Approval.NEXT_SITTING;
        private Substitute secretarySubstitute = Substitute.MEMBER;
        private Sittings sittings = Sittings.PUBLIC;
        private ClosedPart closedPart = ClosedPart.NOT_RECORDED;

        private Builder() {}

        /**
         * Where the rule stands.
         *
         * @param value articles of law, statute or regulation, in words
         * @return this builder
         */
        public Builder source(String value) {
            source = Objects.requireNonNull(value, "source");
            return this;
        }

        /**
         * Who signs.
         *
         * @param value the value
         * @return this builder
         */
        public Builder signers(Signers value) {
            signers = Objects.requireNonNull(value, "signers");
            return this;
        }

        /**
         * When the minutes are approved.
         *
         * @param value the value
         * @return this builder
         */
        public Builder approval(Approval value) {
            approval = Objects.requireNonNull(value, "approval");
            return this;
        }

        /**
         * Who stands in for a secretary who must abstain.
         *
         * @param value the value
         * @return this builder
         */
        public Builder secretarySubstitute(Substitute value) {
            secretarySubstitute = Objects.requireNonNull(value, "secretarySubstitute");
            return this;
        }

        /**
         * Whether sittings are public.
         *
         * @param value the value
         * @return this builder
         */
        public Builder sittings(Sittings value) {
            sittings = Objects.requireNonNull(value, "sittings");
            return this;
        }

        /**
         * What the recording does while an item is closed to the public.
         *
         * @param value the value
         * @return this builder
         */
        public Builder closedPart(ClosedPart value) {
            closedPart = Objects.requireNonNull(value, "closedPart");
            return this;
        }

        /**
         * The rule.
         *
         * @return a rule with these values
         * @throws IllegalArgumentException if a number is below what it can be, or above a million
         */
        public MinutesRule build() {
            return new MinutesRule(this);
        }
    }
}
