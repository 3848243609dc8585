// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.tsl.LOTLInfo;
import eu.europa.esig.dss.model.tsl.TLInfo;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.client.http.DSSFileLoader;
import eu.europa.esig.dss.spi.tsl.TrustedListsCertificateSource;
import eu.europa.esig.dss.spi.x509.CommonCertificateSource;
import eu.europa.esig.dss.tsl.job.TLValidationJob;
import eu.europa.esig.dss.tsl.source.LOTLSource;
import eu.europa.esig.dss.tsl.sync.ExpirationAndSignatureCheckStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Trusted lists read from a folder. Each list's signature and expiry is verified by DSS with the strict strategy: DSS's
 * own default would trust a forged list.
 */
final class OfflineTrustedLists {
    private static final long MAX_LIST_BYTES = 64L << 20;

    private final TrustedListsCertificateSource certificates;
    private final List<String> problems;

    private OfflineTrustedLists(TrustedListsCertificateSource certificates, List<String> problems) {
        this.certificates = certificates;
        this.problems = problems;
    }

    static OfflineTrustedLists load(Path lotl) throws IOException {
        Path folder = lotl.toAbsolutePath().resolveSibling("").normalize();
        Path signers = folder.resolve("lotl-signers.pem");
        if (!Files.exists(lotl)) {
            throw new java.nio.file.NoSuchFileException(lotl.toString(), null, "the list of trusted lists is missing");
        }
        CommonCertificateSource lotlSigners = new CommonCertificateSource();
        for (X509Certificate certificate : certificates(signers)) {
            lotlSigners.addCertificate(new CertificateToken(certificate));
        }
        LOTLSource source = new LOTLSource();
        source.setUrl("https://offline.invalid/" + lotl.getFileName());
        source.setCertificateSource(lotlSigners);
        source.setPivotSupport(true);
        TrustedListsCertificateSource trusted = new TrustedListsCertificateSource();
        TLValidationJob job = new TLValidationJob();
        job.setListOfTrustedListSources(source);
        job.setSynchronizationStrategy(new ExpirationAndSignatureCheckStrategy());
        job.setTrustedListCertificateSource(trusted);
        job.setOfflineDataLoader(new FolderLoader(folder.toString()));
        // DSS's own threads would keep a program alive for a minute after its last line.
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            job.setExecutorService(threads);
            job.offlineRefresh();
        } finally {
            threads.shutdown();
        }
        List<String> problems = new ArrayList<>();
        for (LOTLInfo info : job.getSummary().getLOTLInfos()) {
            problem(lotl.getFileName().toString(), info, problems);
            for (TLInfo list : info.getTLInfos()) {
                problem(FolderLoader.fileName(list.getUrl()), list, problems);
            }
        }
        return new OfflineTrustedLists(trusted, problems);
    }

    TrustedListsCertificateSource certificates() {
        return certificates;
    }

    List<String> problems() {
        return problems;
    }

    private static void problem(String name, TLInfo info, List<String> problems) {
        Date next = info.getParsingCacheInfo().getNextUpdateDate();
        if (info.getDownloadCacheInfo().isError()) {
            problems.add(name + ": " + info.getDownloadCacheInfo().getExceptionMessage());
        } else if (info.getParsingCacheInfo().isError()) {
            problems.add(name + ": " + info.getParsingCacheInfo().getExceptionMessage());
        } else if (!info.getValidationCacheInfo().isValid()) {
            problems.add(name + ": signature " + info.getValidationCacheInfo().getIndication() + " "
                    + info.getValidationCacheInfo().getSubIndication());
        } else if (next != null && next.toInstant().isBefore(java.time.Instant.now())) {
            problems.add(name + ": expired on " + next.toInstant());
        }
    }

    private static List<X509Certificate> certificates(Path pem) throws IOException {
        try (var in = Files.newInputStream(pem)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException e) {
            throw new MinutesException(
                    "TRUST_BUNDLE_MALFORMED", pem + " holds no readable certificates: " + e.getMessage(), e);
        }
    }

    /** Finds each list under the last part of its address, in one folder. */
    private static final class FolderLoader implements DSSFileLoader {
        private static final long serialVersionUID = 1L;
        private final String folder;

        FolderLoader(String folder) {
            this.folder = folder;
        }

        static String fileName(String url) {
            return url.substring(url.lastIndexOf('/') + 1);
        }

        @Override
        public DSSDocument getDocument(String url) {
            String name = fileName(url);
            Path file = Path.of(folder).resolve(name);
            try {
                if (name.isEmpty() || !file.normalize().startsWith(folder) || Files.size(file) > MAX_LIST_BYTES) {
                    throw new DSSException("no list can be read for " + url);
                }
                return new InMemoryDocument(Files.readAllBytes(file), name);
            } catch (IOException e) {
                throw new DSSException("the list " + name + " cannot be read in " + folder, e);
            }
        }
    }
}
