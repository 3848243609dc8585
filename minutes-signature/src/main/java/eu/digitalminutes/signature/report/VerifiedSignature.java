// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.report;

import eu.digitalminutes.core.minutes.SignatoryRole;
import eu.digitalminutes.signature.trust.TimeReference;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One signature, as verified (<i>firma verificata</i>). Immutable.
 *
 * @see <a href="https://www.etsi.org/deliver/etsi_en/319100_319199/31910201/">ETSI EN 319 102-1</a>
 */
public final class VerifiedSignature {
    private final String id;
    private final String file;
    private final String signer;
    private final String signerCode;
    private final String claimedRole;
    private final String format;
    private final String indication;
    private final String subIndication;
    private final String qualification;
    private final List<String> reasons;
    private final List<SignedReference> references;
    private final List<VerifiedTimestamp> timestamps;
    private final @Nullable Instant signingTime;
    private final @Nullable Instant bestSignatureTime;
    private final @Nullable Instant revocationAsOf;
    private final int countersignatures;
    private final String algorithm;
    private final @Nullable TimeReference provenBy;
    private final @Nullable VerifiedCertificate certificate;
    private final @Nullable ExpertReports expertReports;
    private final List<VerifiedSignature> countersignedBy;
    private final List<String> structure;

    private VerifiedSignature(Builder builder) {
        id = builder.id;
        file = builder.file;
        signer = builder.signer;
        signerCode = builder.signerCode;
        claimedRole = builder.claimedRole;
        format = builder.format;
        indication = builder.indication;
        subIndication = builder.subIndication;
        qualification = builder.qualification;
        reasons = List.copyOf(builder.reasons);
        references = List.copyOf(builder.references);
        timestamps = List.copyOf(builder.timestamps);
        signingTime = builder.signingTime;
        bestSignatureTime = builder.bestSignatureTime;
        revocationAsOf = builder.revocationAsOf;
        countersignatures = builder.countersignatures;
        algorithm = builder.algorithm;
        provenBy = builder.provenBy;
        certificate = builder.certificate;
        expertReports = builder.expertReports;
        countersignedBy = List.copyOf(builder.countersignedBy);
        structure = List.copyOf(builder.structure);
    }

    /**
     * Begins to describe a signature; for verifiers.
     *
     * @param id the signature's name inside its file
     * @param file the name of its file in the container
     * @return a builder
     */
    public static Builder of(String id, String file) {
        return new Builder(id, file);
    }

    /**
     * The signature's name inside its file.
     *
     * @return an identifier
     */
    public String id() {
        return id;
    }

    /**
     * Where the signature stands.
     *
     * @return the name of its file in the container
     */
    public String file() {
        return file;
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
     * The signer's tax code, from the certificate.
     *
     * @return the code without its prefix, or empty when the certificate names none
     */
    public String signerCode() {
        return signerCode;
    }

    /**
     * The role that the signer claims, as written.
     *
     * @return the words, or empty
     */
    public String claimedRole() {
        return claimedRole;
    }

    /**
     * The format and level.
     *
     * @return such as {@code XAdES-BASELINE-T}
     */
    public String format() {
        return format;
    }

    /**
     * The main answer, in the words of ETSI EN 319 102-1.
     *
     * @return {@code TOTAL_PASSED}, {@code TOTAL_FAILED} or {@code INDETERMINATE}
     */
    public String indication() {
        return indication;
    }

    /**
     * The reason, in the words of ETSI EN 319 102-1.
     *
     * @return such as {@code HASH_FAILURE}, or empty when passed
     */
    public String subIndication() {
        return subIndication;
    }

    /**
     * What kind of signature it is by the trusted lists.
     *
     * @return such as {@code QESIG}; {@code NA} when it cannot be said
     */
    public String qualification() {
        return qualification;
    }

    /**
     * Why it did not pass, in the validator's own English words.
     *
     * @return an immutable list, empty when passed
     */
    public List<String> reasons() {
        return reasons;
    }

    /**
     * What it signs.
     *
     * @return an immutable list
     */
    public List<SignedReference> references() {
        return references;
    }

    /**
     * Its time stamps.
     *
     * @return an immutable list
     */
    public List<VerifiedTimestamp> timestamps() {
        return timestamps;
    }

    /**
     * The role that the signer claims, if it is one of ours.
     *
     * @return the role
     */
    public Optional<SignatoryRole> role() {
        return SignatoryRole.of(claimedRole);
    }

    /**
     * The level alone.
     *
     * @return {@code B}, {@code T}, {@code LT} or {@code LTA}; empty when the format has none
     */
    public String level() {
        int dash = format.lastIndexOf('-');
        return format.contains("BASELINE") && dash >= 0 ? format.substring(dash + 1) : "";
    }

    /**
     * The time that the signer claims.
     *
     * @return the instant, or empty when none is claimed
     */
    public Optional<Instant> signingTime() {
        return Optional.ofNullable(signingTime);
    }

    /**
     * The earliest time at which the signature is proven to have existed.
     *
     * @return the instant, or empty when nothing is proven
     */
    public Optional<Instant> bestSignatureTime() {
        return Optional.ofNullable(bestSignatureTime);
    }

    /**
     * As of when it is known whether the signer's certificate was revoked.
     *
     * @return the time of the newest revocation data, or empty when there is none
     */
    public Optional<Instant> revocationAsOf() {
        return Optional.ofNullable(revocationAsOf);
    }

    /**
     * How many signatures countersign this one.
     *
     * @return zero or more
     */
    public int countersignatures() {
        return countersignatures;
    }

    /**
     * Whether it neither stands nor is broken: what is needed to decide was not at hand, or speaks against it.
     *
     * @return whether it is neither
     */
    public boolean isUndecided() {
        return !passed() && !indication.equals("TOTAL_FAILED");
    }

    /**
     * The reference of the host's that proves its time, where no time stamp of its own does all that is needed.
     *
     * @return the reference, if one was needed
     * @see <a href="https://www.gazzettaufficiale.it/eli/id/2013/05/21/13A04284/sg">DPCM 22 February 2013, art. 62</a>
     */
    public Optional<TimeReference> provenBy() {
        return Optional.ofNullable(provenBy);
    }

    /**
     * The same signature, proven by a reference; for verifiers.
     *
     * @param reference the reference
     * @return a new value
     */
    public VerifiedSignature provenBy(TimeReference reference) {
        Builder builder = new Builder(this);
        builder.provenBy = reference;
        return builder.build();
    }

    /**
     * With which algorithm it was made.
     *
     * @return such as {@code RSA_SHA256}; empty when it is not known
     */
    public String algorithm() {
        return algorithm;
    }

    /**
     * The signer's certificate.
     *
     * @return the certificate, or empty when it is not to be had
     */
    public Optional<VerifiedCertificate> certificate() {
        return Optional.ofNullable(certificate);
    }

    /**
     * What the validator itself says of the file of signatures that this one stands in.
     *
     * @return its XML documents, or empty when there are none
     */
    public Optional<ExpertReports> expertReports() {
        return Optional.ofNullable(expertReports);
    }

    /**
     * The signatures that countersign this one (<i>controfirme</i>).
     *
     * @return an immutable list
     * @see <a href="https://www.rfc-editor.org/rfc/rfc5652">RFC 5652, clause 11.4; ETSI EN 319 132-1, clause 5.2.7</a>
     */
    public List<VerifiedSignature> countersignedBy() {
        return countersignedBy;
    }

    /**
     * Where its XML is not as the schema of the standard wants it, in the validator's own words.
     *
     * @return an immutable list, empty when all is well
     */
    public List<String> structure() {
        return structure;
    }

    /**
     * Whether it passed everything.
     *
     * @return true for {@code TOTAL_PASSED}
     */
    public boolean passed() {
        return indication.equals("TOTAL_PASSED");
    }

    /**
     * Whether everything it signs is there and unchanged.
     *
     * @return true if every reference is found and intact
     */
    public boolean referencesIntact() {
        return references.stream().allMatch(reference -> reference.found() && reference.intact());
    }

    /** Describes a verified signature. Not for several threads. */
    public static final class Builder {
        private final String id;
        private final String file;
        private String signer = "";
        private String signerCode = "";
        private String claimedRole = "";
        private String format = "";
        private String indication = "INDETERMINATE";
        private String subIndication = "";
        private String qualification = "NA";
        private List<String> reasons = List.of();
        private List<SignedReference> references = List.of();
        private List<VerifiedTimestamp> timestamps = List.of();
        private @Nullable Instant signingTime;
        private @Nullable Instant bestSignatureTime;
        private @Nullable Instant revocationAsOf;
        private int countersignatures;
        private String algorithm = "";
        private @Nullable TimeReference provenBy;
        private @Nullable VerifiedCertificate certificate;
        private @Nullable ExpertReports expertReports;
        private List<VerifiedSignature> countersignedBy = List.of();
        private List<String> structure = List.of();

        private Builder(VerifiedSignature signature) {
            id = signature.id;
            file = signature.file;
            signer = signature.signer;
            signerCode = signature.signerCode;
            claimedRole = signature.claimedRole;
            format = signature.format;
            indication = signature.indication;
            subIndication = signature.subIndication;
            qualification = signature.qualification;
            reasons = signature.reasons;
            references = signature.references;
            timestamps = signature.timestamps;
            signingTime = signature.signingTime;
            bestSignatureTime = signature.bestSignatureTime;
            revocationAsOf = signature.revocationAsOf;
            countersignatures = signature.countersignatures;
            algorithm = signature.algorithm;
            provenBy = signature.provenBy;
            certificate = signature.certificate;
            expertReports = signature.expertReports;
            countersignedBy = signature.countersignedBy;
            structure = signature.structure;
        }

        private Builder(String id, String file) {
            this.id = Objects.requireNonNull(id, "id");
            this.file = Objects.requireNonNull(file, "file");
        }

        /**
         * Who signed.
         *
         * @param signer the name, from the certificate
         * @param signerCode the tax code, or empty
         * @param claimedRole the role, as written, or empty
         * @return this builder
         */
        public Builder signer(String signer, String signerCode, String claimedRole) {
            this.signer = signer;
            this.signerCode = signerCode;
            this.claimedRole = claimedRole;
            return this;
        }

        /**
         * What the validation says.
         *
         * @param format format and level
         * @param indication the main answer
         * @param subIndication the reason, or empty
         * @param qualification the kind of signature
         * @param reasons the validator's words
         * @return this builder
         */
        public Builder answer(
                String format, String indication, String subIndication, String qualification, List<String> reasons) {
            this.format = format;
            this.indication = indication;
            this.subIndication = subIndication;
            this.qualification = qualification;
            this.reasons = reasons;
            return this;
        }

        /**
         * What it signs.
         *
         * @param references every reference to a file
         * @return this builder
         */
        public Builder references(List<SignedReference> references) {
            this.references = references;
            return this;
        }

        /**
         * When it was made.
         *
         * @param signingTime the claimed time
         * @param bestSignatureTime the proven time
         * @param timestamps its time stamps
         * @return this builder
         */
        public Builder times(
                @Nullable Instant signingTime,
                @Nullable Instant bestSignatureTime,
                List<VerifiedTimestamp> timestamps) {
            this.signingTime = signingTime;
            this.bestSignatureTime = bestSignatureTime;
            this.timestamps = timestamps;
            return this;
        }

        /**
         * As of when revocation is known.
         *
         * @param revocationAsOf the time of the newest revocation data of the signer's certificate
         * @return this builder
         */
        public Builder revocationAsOf(@Nullable Instant revocationAsOf) {
            this.revocationAsOf = revocationAsOf;
            return this;
        }

        /**
         * Who countersigned.
         *
         * @param countersignatures how many countersign it
         * @return this builder
         */
        public Builder countersignatures(int countersignatures) {
            this.countersignatures = countersignatures;
            return this;
        }

        /**
         * What it was made with.
         *
         * @param algorithm the signature algorithm, such as {@code RSA_SHA256}
         * @param certificate the signer's certificate, or null when it is not to be had
         * @return this builder
         */
        public Builder madeWith(String algorithm, @Nullable VerifiedCertificate certificate) {
            this.algorithm = algorithm;
            this.certificate = certificate;
            return this;
        }

        /**
         * Who countersigned, one by one.
         *
         * @param countersignedBy the signatures that countersign it
         * @return this builder
         */
        public Builder countersignedBy(List<VerifiedSignature> countersignedBy) {
            this.countersignedBy = countersignedBy;
            this.countersignatures = countersignedBy.size();
            return this;
        }

        /**
         * What the validator itself says.
         *
         * @param expertReports its XML documents, the same ones for all signatures that were validated together
         * @return this builder
         */
        public Builder expertReports(ExpertReports expertReports) {
            this.expertReports = expertReports;
            return this;
        }

        /**
         * What is wrong with its form.
         *
         * @param structure the validator's words
         * @return this builder
         */
        public Builder structure(List<String> structure) {
            this.structure = structure;
            return this;
        }

        /**
         * The signature.
         *
         * @return the signature
         */
        public VerifiedSignature build() {
            return new VerifiedSignature(this);
        }
    }
}
