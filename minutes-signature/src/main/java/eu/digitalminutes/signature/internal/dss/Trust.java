// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.core.outcome.MinutesException;
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
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.validation.CertificateValidator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Trust as DSS wants it, loaded once from {@link TrustAnchors}; safe for several threads. */
public final class Trust {
    private static final long MAX_CRL_BYTES = 64L << 20;

    private final CertificateSource certificates;
    private final List<byte[]> revocationLists;
    private final List<String> problems;
    private final boolean qualifying;
    private final RevocationAccess access;

    private Trust(
            CertificateSource certificates,
            List<byte[]> revocationLists,
            List<String> problems,
            boolean qualifying,
            RevocationAccess access) {
        this.access = access;
        this.certificates = certificates;
        this.revocationLists = List.copyOf(revocationLists);
        this.problems = List.copyOf(problems);
        this.qualifying = qualifying;
    }

    /**
     * Loads trust.
     *
     * @throws IOException if a file of a bundle cannot be read
     * @throws MinutesException with code {@code TRUST_BUNDLE_MALFORMED} if one cannot be understood
     */
    public static Trust load(TrustAnchors anchors, RevocationAccess access) throws IOException {
        if (anchors instanceof TrustAnchors.OfflineLists offline) {
            OfflineTrustedLists lists = OfflineTrustedLists.load(offline.lotl());
            return new Trust(
                    lists.certificates(),
                    revocationLists(offline.lotl().resolveSibling("crl")),
                    lists.problems(),
                    true,
                    access);
        }
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        ((TrustAnchors.Certificates) anchors)
                .certificates()
                .forEach(certificate -> trusted.addCertificate(new CertificateToken(certificate)));
        return new Trust(trusted, List.of(), List.of(), false, access);
    }

    /** What is wrong with the lists, in plain words; empty when all is well. */
    public List<String> problems() {
        return problems;
    }

    /** Whether these anchors can say that a signature is qualified. */
    public boolean isQualifying() {
        return qualifying;
    }

    /** Whether nothing at all is trusted. */
    public boolean isEmpty() {
        return certificates.getCertificates().isEmpty();
    }

    /** No trust at all. */
    public static Trust none() {
        return new Trust(new CommonTrustedCertificateSource(), List.of(), List.of(), false, RevocationAccess.AT_HAND);
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

    /** For one validation: the caches of DSS's revocation sources are not for several threads. */
    CertificateVerifier verifier() {
        CommonCertificateVerifier verifier = silent();
        if (certificates instanceof TrustedListsCertificateSource lists) {
            verifier.setTrustedCertSources(lists);
        } else {
            verifier.setTrustedCertSources(certificates);
        }
        if (access == RevocationAccess.ONLINE) {
            RevocationServices.connect(verifier);
        }
        if (!revocationLists.isEmpty()) {
            RevocationSource<CRL> online = verifier.getCrlSource();
            RevocationSource<CRL> atHand = new ExternalResourcesCRLSource(
                    revocationLists.stream().map(ByteArrayInputStream::new).toArray(InputStream[]::new));
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

    private static List<byte[]> revocationLists(Path folder) throws IOException {
        List<byte[]> lists = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.crl")) {
                for (Path file : files) {
                    if (Files.size(file) > MAX_CRL_BYTES) {
                        throw new MinutesException(
                                "TRUST_BUNDLE_MALFORMED", file + " is too large for a revocation list");
                    }
                    lists.add(Files.readAllBytes(file));
                }
            }
        }
        return lists;
    }
}
