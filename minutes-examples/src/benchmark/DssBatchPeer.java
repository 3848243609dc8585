// SPDX-License-Identifier: BSD-3-Clause
import com.sun.management.OperatingSystemMXBean;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.client.http.DSSFileLoader;
import eu.europa.esig.dss.spi.tsl.TrustedListsCertificateSource;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.tsl.job.TLValidationJob;
import eu.europa.esig.dss.tsl.source.LOTLSource;
import eu.europa.esig.dss.tsl.sync.ExpirationAndSignatureCheckStrategy;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;

/** A folder verified by DSS as its manual shows it: one trust context, one validator for each document. */
final class DssBatchPeer {
    private DssBatchPeer() {}

    public static void main(String[] arguments) throws Exception {
        Path lotl = Path.of(arguments[2]);
        CommonCertificateVerifier verifier = verifier(lotl);
        boolean etsi = arguments[3].equals("etsi");
        verify(Path.of(arguments[0]), verifier, etsi);
        long start = System.nanoTime();
        long cpu = cpu();
        int valid = verify(Path.of(arguments[1]), verifier, etsi);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.println(seconds + " " + (cpu() - cpu) / 1e9 + " " + valid);
        System.exit(0);
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static int verify(Path folder, CommonCertificateVerifier verifier, boolean etsi) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.sorted().toList();
        }
        int valid = 0;
        for (Path file : files) {
            SignedDocumentValidator validator =
                    SignedDocumentValidator.fromDocument(new FileDocument(file.toFile()));
            validator.setCertificateVerifier(verifier);
            validator.setEnableEtsiValidationReport(etsi);
            SimpleReport report = validator.validateDocument().getSimpleReport();
            boolean passed = report.getSignatureIdList().stream()
                    .allMatch(id -> report.getIndication(id) == Indication.TOTAL_PASSED);
            valid += passed && report.getSignaturesCount() == 2 ? 1 : 0;
        }
        return valid;
    }

    private static CommonCertificateVerifier verifier(Path lotl) throws Exception {
        CommonCertificateSource signers = new CommonCertificateSource();
        try (InputStream in = Files.newInputStream(lotl.resolveSibling("lotl-signers.pem"))) {
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                signers.addCertificate(new CertificateToken((X509Certificate) one));
            }
        }
        LOTLSource source = new LOTLSource();
        source.setUrl("https://offline.invalid/lotl.xml");
        source.setCertificateSource(signers);
        TrustedListsCertificateSource trusted = new TrustedListsCertificateSource();
        TLValidationJob job = new TLValidationJob();
        job.setListOfTrustedListSources(source);
        job.setSynchronizationStrategy(new ExpirationAndSignatureCheckStrategy());
        job.setTrustedListCertificateSource(trusted);
        job.setOfflineDataLoader(new FolderLoader(lotl.resolveSibling("")));
        job.offlineRefresh();
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        verifier.setAIASource(null);
        verifier.setOcspSource(null);
        try (Stream<Path> lists = Files.list(lotl.resolveSibling("crl"))) {
            verifier.setCrlSource(new ExternalResourcesCRLSource(
                    lists.map(DssBatchPeer::stream).toArray(InputStream[]::new)));
        }
        return verifier;
    }

    private static InputStream stream(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record FolderLoader(Path folder) implements DSSFileLoader {
        @Override
        public DSSDocument getDocument(String url) {
            return new FileDocument(
                    folder.resolve(url.substring(url.lastIndexOf('/') + 1)).toFile());
        }
    }
}
