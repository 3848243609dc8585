// SPDX-License-Identifier: BSD-3-Clause
import eu.digitalminutes.examples.benchmark.signing.Gauge;
import eu.europa.esig.dss.asic.cades.ASiCWithCAdESSignatureParameters;
import eu.europa.esig.dss.asic.cades.signature.ASiCWithCAdESService;
import eu.europa.esig.dss.asic.common.SecureContainerHandlerBuilder;
import eu.europa.esig.dss.asic.common.ZipUtils;
import eu.europa.esig.dss.asic.xades.ASiCWithXAdESSignatureParameters;
import eu.europa.esig.dss.asic.xades.signature.ASiCWithXAdESService;
import eu.europa.esig.dss.cades.CAdESSignatureParameters;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.service.http.commons.TimestampDataLoader;
import eu.europa.esig.dss.service.tsp.OnlineTSPSource;
import eu.europa.esig.dss.signature.AbstractSignatureParameters;
import eu.europa.esig.dss.signature.DocumentSignatureService;
import eu.europa.esig.dss.signature.resources.TempFileResourcesHandlerBuilder;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.File;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** DSS as its manual shows it, with the files that it needs on the disk and not in memory. */
final class DssPeer {
    private static final char[] PASSWORD = "benchmark".toCharArray();

    private DssPeer() {}

    public static void main(String[] arguments) throws Exception {
        TempFileResourcesHandlerBuilder files = new TempFileResourcesHandlerBuilder();
        files.setTempFileDirectory(new File(System.getProperty("java.io.tmpdir")));
        ZipUtils.getInstance()
                .setZipContainerHandlerBuilder(new SecureContainerHandlerBuilder().setResourcesHandlerBuilder(files));
        Map<String, Gauge.Work> works = new TreeMap<>();
        for (String form : List.of("xades-e", "cades-e", "p7m", "p7s")) {
            works.put(form + " sign-one", (folder, settings) -> sign(folder, form, "president", settings));
            works.put(form + " add", (folder, settings) -> sign(folder, form, "secretary", settings));
            works.put(form + " extend", (folder, settings) -> extend(folder, form, settings));
            works.put(form + " validate", (folder, settings) -> validate(folder, form, settings));
        }
        Gauge.main(arguments, works);
    }

    private record Form<P extends AbstractSignatureParameters<?>>(DocumentSignatureService<P, ?> service, P parameters) {}

    private static Form<?> form(String name, String level, Map<String, String> settings) throws Exception {
        OnlineTSPSource tsa = new OnlineTSPSource(settings.get("tsa"), new TimestampDataLoader());
        CommonCertificateVerifier verifier = verifier(settings);
        if (name.equals("xades-e")) {
            ASiCWithXAdESService service = new ASiCWithXAdESService(verifier);
            service.setTspSource(tsa);
            ASiCWithXAdESSignatureParameters parameters = new ASiCWithXAdESSignatureParameters();
            parameters.aSiC().setContainerType(ASiCContainerType.ASiC_E);
            parameters.setSignatureLevel(SignatureLevel.valueOf("XAdES_BASELINE_" + level));
            return new Form<>(service, parameters);
        }
        if (name.equals("cades-e")) {
            ASiCWithCAdESService service = new ASiCWithCAdESService(verifier);
            service.setTspSource(tsa);
            ASiCWithCAdESSignatureParameters parameters = new ASiCWithCAdESSignatureParameters();
            parameters.aSiC().setContainerType(ASiCContainerType.ASiC_E);
            parameters.setSignatureLevel(SignatureLevel.valueOf("CAdES_BASELINE_" + level));
            return new Form<>(service, parameters);
        }
        CAdESService service = new CAdESService(verifier);
        service.setTspSource(tsa);
        CAdESSignatureParameters parameters = new CAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.valueOf("CAdES_BASELINE_" + level));
        parameters.setSignaturePackaging(
                name.equals("p7m") ? SignaturePackaging.ENVELOPING : SignaturePackaging.DETACHED);
        return new Form<>(service, parameters);
    }

    private static CommonCertificateVerifier verifier(Map<String, String> settings) throws Exception {
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        try (InputStream in = Files.newInputStream(Path.of(settings.get("keys"), "authorities.pem"))) {
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.addCertificate(new CertificateToken((X509Certificate) one));
            }
        }
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        verifier.setAIASource(null);
        return verifier;
    }

    private static Path signed(Path folder, String form) {
        return folder.resolve("signed." + form);
    }

    private static DSSDocument recording(Path folder) {
        return new FileDocument(folder.resolve("recording.mp4").toFile());
    }

    private static void sign(Path folder, String form, String who, Map<String, String> settings) throws Exception {
        sign(form(form, "B", settings), folder, form, who, settings);
    }

    private static <P extends AbstractSignatureParameters<?>> void sign(
            Form<P> form, Path folder, String name, String who, Map<String, String> settings) throws Exception {
        KeyStore store = KeyStore.getInstance(Path.of(settings.get("keys"), who + ".p12").toFile(), PASSWORD);
        String alias = store.aliases().nextElement();
        CertificateToken[] chain = Arrays.stream(store.getCertificateChain(alias))
                .map(one -> new CertificateToken((X509Certificate) one))
                .toArray(CertificateToken[]::new);
        P parameters = form.parameters();
        parameters.setSigningCertificate(chain[0]);
        parameters.setCertificateChain(chain);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        boolean first = who.equals("president");
        DSSDocument document = first
                ? recording(folder)
                : new FileDocument(signed(folder, name).toFile());
        if (!first && parameters instanceof CAdESSignatureParameters cades) {
            cades.setParallelSignature(true);
            if (name.equals("p7s")) {
                cades.setDetachedContents(List.of(recording(folder)));
            }
        }
        PrivateKey key = (PrivateKey) store.getKey(alias, PASSWORD);
        String algorithm = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(form.service().getDataToSign(document, parameters).getBytes());
        SignatureValue value = new SignatureValue(SignatureAlgorithm.forJAVA(algorithm), signature.sign());
        save(form.service().signDocument(document, parameters, value), signed(folder, name));
    }

    private static void extend(Path folder, String form, Map<String, String> settings) throws Exception {
        extend(form(form, "T", settings), folder, form);
    }

    private static <P extends AbstractSignatureParameters<?>> void extend(Form<P> form, Path folder, String name)
            throws Exception {
        if (name.equals("p7s")) {
            form.parameters().setDetachedContents(List.of(recording(folder)));
        }
        DSSDocument signed = new FileDocument(signed(folder, name).toFile());
        save(form.service().extendDocument(signed, form.parameters()), signed(folder, name));
    }

    /** What already is a temporary file is moved, anything else is written. */
    private static void save(DSSDocument document, Path target) throws Exception {
        Path whole = target.resolveSibling(target.getFileName() + ".new");
        if (document instanceof FileDocument file) {
            Files.move(file.getFile().toPath(), whole, StandardCopyOption.REPLACE_EXISTING);
        } else {
            try (OutputStream out = Files.newOutputStream(whole)) {
                document.writeTo(out);
            }
        }
        Files.move(whole, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void validate(Path folder, String form, Map<String, String> settings) throws Exception {
        SignedDocumentValidator validator =
                SignedDocumentValidator.fromDocument(new FileDocument(signed(folder, form).toFile()));
        validator.setCertificateVerifier(verifier(settings));
        if (form.equals("p7s")) {
            validator.setDetachedContents(List.of(recording(folder)));
        }
        Reports reports = validator.validateDocument();
        long intact = reports.getDiagnosticData().getSignatures().stream()
                .filter(signature -> signature.isSignatureIntact() && signature.isSignatureValid())
                .count();
        if (intact != 2) {
            throw new IllegalStateException(intact + " signatures are intact, not two");
        }
    }
}
