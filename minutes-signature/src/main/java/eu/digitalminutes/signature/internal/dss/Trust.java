// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.signature.internal.lists.FollowedLists;
import eu.digitalminutes.signature.internal.lists.ListFolder;
import eu.digitalminutes.signature.internal.lists.LoadedLists;
import eu.digitalminutes.signature.trust.ListStanding;
import eu.digitalminutes.signature.trust.ListState;
import eu.digitalminutes.signature.trust.RevocationAccess;
import eu.digitalminutes.signature.trust.TrustAnchors;
import eu.europa.esig.dss.alert.ExceptionOnStatusAlert;
import eu.europa.esig.dss.alert.SilentOnStatusAlert;
import eu.europa.esig.dss.diagnostic.CertificateRevocationWrapper;
import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.enumerations.RevocationReason;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.model.x509.revocation.crl.CRL;
import eu.europa.esig.dss.spi.tsl.TrustedListsCertificateSource;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CertificateSource;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.RevocationSource;
import eu.europa.esig.dss.validation.CertificateValidator;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Trust as DSS wants it, out of {@link TrustAnchors}; safe for several threads. */
public final class Trust {
    private static final RevocationListsAtHand NO_REVOCATION_LISTS = new RevocationListsAtHand(List.of());

    private final Supplier<Anchored> anchored;
    private final boolean qualifying;
    private final RevocationAccess access;

    private Trust(Supplier<Anchored> anchored, boolean qualifying, RevocationAccess access) {
        this.anchored = anchored;
        this.qualifying = qualifying;
        this.access = access;
    }

    /** What is trusted at one moment. */
    private record Anchored(
            CertificateSource certificates, RevocationListsAtHand revocationLists, List<ListState> lists) {
        static Anchored fixed(CertificateSource certificates) {
            return new Anchored(certificates, NO_REVOCATION_LISTS, List.of());
        }

        static Anchored in(ListFolder folder, Duration grace) throws IOException {
            LoadedLists lists = folder.load(grace, Clock.systemUTC());
            return new Anchored(
                    lists.certificates(), new RevocationListsAtHand(folder.revocationLists()), lists.states());
        }
    }

    /**
     * Loads trust.
     *
     * @throws IOException if a file of a bundle cannot be read
     * @throws MinutesException with code {@code TRUST_BUNDLE_MALFORMED} if one cannot be understood
     */
    public static Trust load(TrustAnchors anchors, RevocationAccess access) throws IOException {
        if (anchors instanceof TrustAnchors.OfflineLists offline) {
            Anchored loaded = Anchored.in(new ListFolder(offline.lotl()), Duration.ZERO);
            return new Trust(() -> loaded, true, access);
        }
        if (anchors instanceof TrustAnchors.KeptLists kept) {
            ListFolder folder = new ListFolder(kept.lotl());
            return new Trust(new FollowedLists<>(folder, Clock.systemUTC(), () -> kept(folder, kept)), true, access);
        }
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        ((TrustAnchors.Certificates) anchors)
                .certificates()
                .forEach(certificate -> trusted.addCertificate(new CertificateToken(certificate)));
        return new Trust(() -> Anchored.fixed(trusted), false, access);
    }

    private static Anchored kept(ListFolder folder, TrustAnchors.KeptLists kept) throws IOException {
        try {
            return Anchored.in(folder, kept.grace());
        } catch (NoSuchFileException e) {
            return new Anchored(
                    new CommonTrustedCertificateSource(),
                    NO_REVOCATION_LISTS,
                    List.of(ListState.of(
                            "EU",
                            kept.lotl().toUri(),
                            ListStanding.MISSING,
                            "there is no copy of it yet: refresh the trusted lists",
                            0,
                            null,
                            null)));
        }
    }

    /** What the trusted lists are worth now; empty where trust is in certificates alone. */
    public List<ListState> lists() {
        return anchored.get().lists();
    }

    /** Whether these anchors can say that a signature is qualified. */
    public boolean isQualifying() {
        return qualifying;
    }

    /** Whether nothing at all is trusted. */
    public boolean isEmpty() {
        return anchored.get().certificates().getCertificates().isEmpty();
    }

    /** No trust at all. */
    public static Trust none() {
        Anchored nobody = Anchored.fixed(new CommonTrustedCertificateSource());
        return new Trust(() -> nobody, false, RevocationAccess.AT_HAND);
    }

    /**
     * Fails if a certificate is known to be revoked or suspended now; what cannot be learnt stops nobody.
     *
     * @throws MinutesException with code {@code CERTIFICATE_REVOKED} or {@code CERTIFICATE_SUSPENDED}
     */
    public void requireNotRevoked(X509Certificate certificate) {
        if (isEmpty()) {
            return;
        }
        CertificateToken token = new CertificateToken(certificate);
        CertificateValidator validator = CertificateValidator.fromCertificate(token);
        validator.setCertificateVerifier(verifier());
        CertificateWrapper facts =
                validator.validate().getDiagnosticData().getUsedCertificateById(token.getDSSIdAsString());
        for (CertificateRevocationWrapper revocation : facts.getCertificateRevocationData()) {
            if (revocation.isRevoked()) {
                boolean suspended = revocation.getReason() == RevocationReason.CERTIFICATE_HOLD;
                throw new MinutesException(
                        suspended ? "CERTIFICATE_SUSPENDED" : "CERTIFICATE_REVOKED",
                        "the certificate of " + Subject.of(certificate).name() + " was "
                                + (suspended ? "suspended" : "revoked") + " on "
                                + revocation.getRevocationDate().toInstant()
                                + ": what it signs is as if not signed (CAD, art. 24(4-bis)); sign with another one");
            }
        }
    }

    /** For one validation: the caches of DSS's online sources are not for several threads. */
    CertificateVerifier verifier() {
        Anchored now = anchored.get();
        CertificateSource certificates = now.certificates();
        RevocationListsAtHand atHand = now.revocationLists();
        CommonCertificateVerifier verifier = silent();
        if (certificates instanceof TrustedListsCertificateSource lists) {
            verifier.setTrustedCertSources(lists);
        } else {
            verifier.setTrustedCertSources(certificates);
        }
        if (access.isOnline()) {
            RevocationServices.connect(verifier, access);
        }
        if (!atHand.isEmpty()) {
            RevocationSource<CRL> online = verifier.getCrlSource();
            verifier.setCrlSource(online == null ? atHand : new FirstAnswer(atHand, online));
        }
        return verifier;
    }

    /** For adding evidence: what is missing stops the work, instead of leaving a signature that only looks complete. */
    CertificateVerifier forExtension() {
        CommonCertificateVerifier verifier = (CommonCertificateVerifier) verifier();
        verifier.setAlertOnMissingRevocationData(new ExceptionOnStatusAlert());
        verifier.setAlertOnRevokedCertificate(new ExceptionOnStatusAlert());
        // An answer of the second of the stamp itself is fresh enough; validation looks at its own next update.
        verifier.setAlertOnNoRevocationAfterBestSignatureTime(new SilentOnStatusAlert());
        return verifier;
    }

    /** Signing asks nobody: certificates are looked at before, trust is for validation. */
    static CertificateVerifier forSigning() {
        return silent();
    }

    private static CommonCertificateVerifier silent() {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setAIASource(null);
        verifier.setOcspSource(null);
        verifier.setCrlSource(null);
        verifier.setAlertOnExpiredCertificate(new SilentOnStatusAlert());
        verifier.setAlertOnNotYetValidCertificate(new SilentOnStatusAlert());
        verifier.setAlertOnMissingRevocationData(new SilentOnStatusAlert());
        return verifier;
    }
}
