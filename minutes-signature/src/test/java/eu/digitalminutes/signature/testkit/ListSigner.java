// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.testkit;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import eu.europa.esig.dss.xades.signature.XAdESService;
import eu.europa.esig.dss.xades.tsl.TrustedListV6SignatureParametersBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Date;

/** Signs a trusted list with the enveloped XAdES signature that its standard asks for. */
final class ListSigner {

    private ListSigner() {}

    static byte[] sign(String xml, TestIdentity signer, Instant signingTime) {
        DSSDocument list = new InMemoryDocument(xml.getBytes(StandardCharsets.UTF_8), "list.xml");
        TrustedListV6SignatureParametersBuilder builder =
                new TrustedListV6SignatureParametersBuilder(new CertificateToken(signer.certificate()), list);
        builder.setDigestAlgorithm(DigestAlgorithm.SHA256);
        builder.assertConfigurationIsValid();
        XAdESSignatureParameters parameters = builder.build();
        parameters.bLevel().setSigningDate(Date.from(signingTime));
        XAdESService service = new XAdESService(new CommonCertificateVerifier());
        byte[] toBeSigned = service.getDataToSign(list, parameters).getBytes();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            String algorithm = TestIdentity.signatureAlgorithm(signer.privateKey());
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(signer.privateKey());
            signature.update(toBeSigned);
            SignatureValue value = new SignatureValue(SignatureAlgorithm.forJAVA(algorithm), signature.sign());
            service.signDocument(list, parameters, value).writeTo(out);
            return out.toByteArray();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The trusted list could not be signed by " + signer, e);
        }
    }
}
