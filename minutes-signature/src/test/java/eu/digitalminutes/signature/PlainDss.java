// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.digitalminutes.signature.testkit.TestIdentity;
import eu.digitalminutes.signature.testkit.TestPki;
import eu.digitalminutes.signature.testkit.TestSigner;
import eu.digitalminutes.signature.testkit.TrustedLists;
import eu.europa.esig.dss.alert.SilentOnStatusAlert;
import eu.europa.esig.dss.cades.CAdESSignatureParameters;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.service.SecureRandomNonceSource;
import eu.europa.esig.dss.service.crl.OnlineCRLSource;
import eu.europa.esig.dss.service.http.commons.CommonsDataLoader;
import eu.europa.esig.dss.service.http.commons.FileCacheDataLoader;
import eu.europa.esig.dss.service.http.commons.OCSPDataLoader;
import eu.europa.esig.dss.service.http.commons.TimestampDataLoader;
import eu.europa.esig.dss.service.ocsp.OnlineOCSPSource;
import eu.europa.esig.dss.service.tsp.OnlineTSPSource;
import eu.europa.esig.dss.spi.client.http.DataLoader;
import eu.europa.esig.dss.spi.client.http.MemoryDataLoader;
import eu.europa.esig.dss.spi.tsl.TrustedListsCertificateSource;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.tsl.job.TLValidationJob;
import eu.europa.esig.dss.tsl.source.LOTLSource;
import eu.europa.esig.dss.tsl.sync.ExpirationAndSignatureCheckStrategy;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import eu.europa.esig.dss.xades.signature.XAdESService;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.core5.util.TimeValue;

/** DSS without our own code: what a vendor would write who uses the test kit alone. */
final class PlainDss {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private PlainDss() {}

    /** A CAdES signature at level B over a small document. */
    static DSSDocument sign(TestIdentity signer) throws GeneralSecurityException {
        DSSDocument document = new InMemoryDocument("Verbale di prova".getBytes(StandardCharsets.UTF_8), "verbale.txt");
        CAdESSignatureParameters parameters = parameters(SignatureLevel.CAdES_BASELINE_B);
        parameters.setSigningCertificate(new CertificateToken(signer.certificate()));
        parameters.setCertificateChain(
                signer.chain().stream().map(CertificateToken::new).toList());
        CAdESService service = new CAdESService(unguarded());
        String algorithm = signer.privateKey().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(signer.privateKey());
        signature.update(service.getDataToSign(document, parameters).getBytes());
        SignatureValue value = new SignatureValue(SignatureAlgorithm.forJAVA(algorithm), signature.sign());
        return service.signDocument(document, parameters, value);
    }

    /** The same signature at level T. */
    static DSSDocument stamp(DSSDocument signed, URI tsa) {
        return stamp(signed, tsa, new TimestampDataLoader());
    }

    /** The same signature at level T, from a TSA that asks for a login. */
    static DSSDocument stamp(DSSDocument signed, URI tsa, String user, String password) {
        TimestampDataLoader loader = new TimestampDataLoader();
        loader.addAuthentication(tsa.getHost(), tsa.getPort(), null, user, password.toCharArray());
        return stamp(signed, tsa, loader);
    }

    private static DSSDocument stamp(DSSDocument signed, URI tsa, TimestampDataLoader loader) {
        OnlineTSPSource source = new OnlineTSPSource(tsa.toString(), impatient(loader));
        source.setNonceSource(new SecureRandomNonceSource());
        CAdESService service = new CAdESService(unguarded());
        service.setTspSource(source);
        return service.extendDocument(signed, parameters(SignatureLevel.CAdES_BASELINE_T));
    }

    /** Trust from lists in memory; nothing opens a socket. */
    static TrustedListsCertificateSource trust(TrustedLists lists, Path cache) {
        return trust(lists, lists.italian(), cache);
    }

    /** Trust from lists in memory, with another Italian list than the one that was written. */
    static TrustedListsCertificateSource trust(TrustedLists lists, byte[] italian, Path cache) {
        Map<String, byte[]> files = Map.of(
                lists.lotlLocation().toString(),
                lists.lotl(),
                lists.italianLocation().toString(),
                italian);
        return trust(lists.lotlLocation(), lists.lotlSigners(), new MemoryDataLoader(files), cache);
    }

    /** Trust from the lists that a loader finds. */
    static TrustedListsCertificateSource trust(
            URI lotl, Collection<X509Certificate> lotlSigners, DataLoader loader, Path cache) {
        CommonCertificateSource signers = new CommonCertificateSource();
        lotlSigners.forEach(signer -> signers.addCertificate(new CertificateToken(signer)));
        LOTLSource source = new LOTLSource();
        source.setUrl(lotl.toString());
        source.setCertificateSource(signers);
        source.setPivotSupport(true);
        FileCacheDataLoader files = new FileCacheDataLoader(loader);
        files.setFileCacheDirectory(cache.toFile());
        TrustedListsCertificateSource trust = new TrustedListsCertificateSource();
        TLValidationJob job = new TLValidationJob();
        job.setListOfTrustedListSources(source);
        job.setSynchronizationStrategy(new ExpirationAndSignatureCheckStrategy());
        job.setTrustedListCertificateSource(trust);
        job.setOfflineDataLoader(files);
        job.offlineRefresh();
        return trust;
    }

    /** A verifier that knows these CRLs and asks nobody. */
    static CommonCertificateVerifier offline(TrustedListsCertificateSource trust, byte[]... crls) {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trust);
        verifier.setAIASource(null);
        verifier.setOcspSource(null);
        verifier.setCrlSource(new ExternalResourcesCRLSource(
                Arrays.stream(crls).map(ByteArrayInputStream::new).toArray(InputStream[]::new)));
        return verifier;
    }

    /** A verifier that asks the services named in the certificates. */
    static CommonCertificateVerifier online(TrustedListsCertificateSource trust) {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trust);
        verifier.setOcspSource(new OnlineOCSPSource(impatient(new OCSPDataLoader())));
        verifier.setCrlSource(new OnlineCRLSource(impatient(new CommonsDataLoader())));
        return verifier;
    }

    /** Without this, DSS asks again after a 503, one second later, and waits a minute for an answer. */
    static <T extends CommonsDataLoader> T impatient(T loader) {
        loader.setTimeoutResponse((int) TIMEOUT.toMillis());
        loader.setRetryStrategy(new DefaultHttpRequestRetryStrategy(0, TimeValue.ZERO_MILLISECONDS));
        return loader;
    }

    /** An XML file that holds the President's signature over itself. */
    static byte[] enveloped(TestPki pki) throws IOException {
        TestIdentity signer = pki.identity(TestSigner.PRESIDENT);
        DSSDocument content =
                new InMemoryDocument("<fattura><importo>100</importo></fattura>".getBytes(UTF_8), "f.xml");
        XAdESSignatureParameters parameters = new XAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.XAdES_BASELINE_B);
        parameters.setSignaturePackaging(SignaturePackaging.ENVELOPED);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(new CertificateToken(signer.certificate()));
        parameters.setCertificateChain(
                signer.chain().stream().map(CertificateToken::new).toList());
        XAdESService service = new XAdESService(unguarded());
        try {
            Signature value = Signature.getInstance(
                    signer.privateKey().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA");
            value.initSign(signer.privateKey());
            value.update(service.getDataToSign(content, parameters).getBytes());
            SignatureAlgorithm algorithm = SignatureAlgorithm.getAlgorithm(
                    EncryptionAlgorithm.forKey(signer.certificate().getPublicKey()), DigestAlgorithm.SHA256);
            DSSDocument signed = service.signDocument(content, parameters, new SignatureValue(algorithm, value.sign()));
            try (InputStream in = signed.openStream()) {
                return in.readAllBytes();
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static CAdESSignatureParameters parameters(SignatureLevel level) {
        CAdESSignatureParameters parameters = new CAdESSignatureParameters();
        parameters.setSignatureLevel(level);
        parameters.setSignaturePackaging(SignaturePackaging.ENVELOPING);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        return parameters;
    }

    /** Signs with revoked and expired certificates too. */
    private static CommonCertificateVerifier unguarded() {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setAIASource(null);
        verifier.setAlertOnExpiredCertificate(new SilentOnStatusAlert());
        verifier.setAlertOnNotYetValidCertificate(new SilentOnStatusAlert());
        return verifier;
    }
}
