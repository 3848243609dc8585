// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.core.minutes.AppliedSignature;
import eu.digitalminutes.core.minutes.SignatoryRole;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.signature.profile.SignatureLevel;
import eu.europa.esig.dss.enumerations.TimestampedObjectType;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.signature.SignerRole;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.x509.revocation.ocsp.OCSPResponseBinary;
import eu.europa.esig.dss.spi.x509.tsp.TimestampToken;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What one signature that stands in a file says of itself, without being validated. */
public final class StandingSignature {
    private final AdvancedSignature signature;
    private final X509Certificate certificate;
    private final boolean archived;

    private StandingSignature(AdvancedSignature signature, X509Certificate certificate, boolean archived) {
        this.signature = signature;
        this.certificate = certificate;
        this.archived = archived;
    }

    /**
     * The signatures of a block, in its order, without countersignatures.
     *
     * @throws MinutesException with code {@code SIGNATURES_MALFORMED} if it cannot be read
     */
    static List<StandingSignature> read(SignatureBlock block) {
        List<StandingSignature> signatures = new ArrayList<>();
        try {
            for (AdvancedSignature found :
                    block.kind().analyzer(block.content(), block.documents()).getSignatures()) {
                if (found.getSigningCertificateToken() != null) {
                    signatures.add(new StandingSignature(
                            found, found.getSigningCertificateToken().getCertificate(), block.archived()));
                }
            }
        } catch (DSSException e) {
            throw new MinutesException("SIGNATURES_MALFORMED", "a signature cannot be read: " + e.getMessage(), e);
        }
        return signatures;
    }

    /** DSS's name for the signature, by which it is countersigned. */
    String id() {
        return signature.getId();
    }

    /** The signer's certificate. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** The signer's name. */
    public String signer() {
        return Subject.of(certificate).name();
    }

    /** The role that the signer claims, if it is one of ours. */
    public Optional<SignatoryRole> role() {
        List<SignerRole> claimed = signature.getClaimedSignerRoles();
        return (claimed == null ? Collections.<SignerRole>emptyList() : claimed)
                .stream()
                        .map(SignerRole::getRole)
                        .map(SignatoryRole::of)
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    /** When the signer claims to have signed; empty if nothing is claimed. */
    public Optional<Instant> claimedTime() {
        return Optional.ofNullable(signature.getSigningTime()).map(date -> date.toInstant());
    }

    /** When the first time stamp over the signature was made; in a PDF it may be one over the whole. */
    public Optional<Instant> timestamp() {
        return stamps().map(StandingSignature::time).min(Comparator.naturalOrder());
    }

    private Stream<TimestampToken> stamps() {
        return Stream.concat(signature.getSignatureTimestamps().stream(), signature.getDocumentTimestamps().stream());
    }

    /** The signature in the words of core. */
    public AppliedSignature applied() {
        Optional<Instant> timestamp = timestamp();
        Instant claimed = claimedTime().or(() -> timestamp).orElse(Instant.EPOCH);
        return AppliedSignature.of(role(), signer(), level().name(), claimed, timestamp);
    }

    /** By what it carries, or is over it; whether a chain is trusted, on which DSS makes LT depend, is for validation to say. */
    public SignatureLevel level() {
        if (!signature.getArchiveTimestamps().isEmpty()) {
            return SignatureLevel.LTA;
        }
        if (timestamp().isEmpty()) {
            return SignatureLevel.B;
        }
        if (!hasRevocation()) {
            return SignatureLevel.T;
        }
        boolean stamped =
                archived || signature.getDocumentTimestamps().stream().anyMatch(StandingSignature::isOverRevocation);
        return stamped ? SignatureLevel.LTA : SignatureLevel.LT;
    }

    /** Whether there is revocation data for this signer: in a PDF or CMS there may be some for another one only. */
    private boolean hasRevocation() {
        return signature.getOCSPSource().getAllRevocationBinaries().stream()
                        .map(OCSPResponseBinary.class::cast)
                        .flatMap(answer ->
                                Arrays.stream(answer.getBasicOCSPResp().getResponses()))
                        .anyMatch(one -> one.getCertID().getSerialNumber().equals(certificate.getSerialNumber()))
                || signature.getCRLSource().getAllRevocationBinaries().stream()
                        .anyMatch(list -> isOfIssuer(list.getBinaries()));
    }

    private boolean isOfIssuer(byte[] list) {
        try {
            X509CRL crl = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(list));
            return crl.getIssuerX500Principal().equals(certificate.getIssuerX500Principal());
        } catch (GeneralSecurityException damaged) {
            return false;
        }
    }

    private static boolean isOverRevocation(TimestampToken stamp) {
        return stamp.getTimestampedReferences().stream()
                .anyMatch(reference -> reference.getCategory() == TimestampedObjectType.REVOCATION);
    }

    /** Until when its last time stamp can be proven by its own certificate; empty without a stamp. */
    public Optional<Instant> provableUntil() {
        return Stream.of(
                        signature.getArchiveTimestamps(),
                        signature.getDocumentTimestamps(),
                        signature.getSignatureTimestamps())
                .flatMap(List::stream)
                .max(Comparator.comparing(StandingSignature::time))
                .flatMap(StandingSignature::expiry);
    }

    private static Instant time(TimestampToken token) {
        return token.getGenerationTime().toInstant();
    }

    static Optional<Instant> expiry(TimestampToken stamp) {
        return stamp.getCertificates().stream()
                .filter(stamp::isSignedBy)
                .map(token -> token.getNotAfter().toInstant())
                .findFirst();
    }
}
