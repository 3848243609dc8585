// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.SigningRefusedException;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.profile.SignatureLevel;
import eu.digitalminutes.signature.profile.SigningProfile;
import eu.digitalminutes.signature.trust.TimestampAuthorities;
import eu.europa.esig.dss.cades.CAdESSignatureParameters;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.cades.validation.CMSDocumentValidator;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.DigestDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.exception.DSSExternalResourceException;
import java.util.List;

/** Makes and validates detached CAdES signatures over a digest: the seal of a package's index. */
public final class CadesSealer {
    private CadesSealer() {}

    /** A detached signature over the file of a digest, at the profile's level. */
    public static byte[] seal(Digest digest, String name, SigningKey key, SigningProfile profile) {
        SigningCertificate.requireUsable(key.certificateChain().get(0));
        DSSDocument content = content(digest, name);
        CAdESService service = new CAdESService(Trust.forSigning());
        CAdESSignatureParameters parameters =
                parameters(eu.europa.esig.dss.enumerations.SignatureLevel.CAdES_BASELINE_B, content);
        List<CertificateToken> chain =
                key.certificateChain().stream().map(CertificateToken::new).toList();
        parameters.setSigningCertificate(chain.get(0));
        parameters.setCertificateChain(chain);
        ToBeSigned data = service.getDataToSign(content, parameters);
        EncryptionAlgorithm encryption = EncryptionAlgorithm.forKey(chain.get(0).getPublicKey());
        SignatureValue value = new SignatureValue(
                SignatureAlgorithm.getAlgorithm(encryption, DigestAlgorithm.SHA256), key.sign(data.getBytes()));
        if (!service.isValidSignatureValue(data, value, chain.get(0))) {
            throw new SigningRefusedException(
                    "SIGNATURE_VALUE_WRONG",
                    "the device gave a value that its certificate does not verify: is it the right certificate?",
                    null);
        }
        byte[] basic = XadesSigner.bytes(service.signDocument(content, parameters, value));
        return profile.level() == SignatureLevel.B ? basic : timestamped(service, basic, content, profile);
    }

    private static byte[] timestamped(CAdESService service, byte[] basic, DSSDocument content, SigningProfile profile) {
        TimestampAuthorities authority = profile.timestampAuthorities().orElseThrow();
        service.setTspSource(Timestamps.source(authority));
        try {
            return XadesSigner.bytes(service.extendDocument(
                    new InMemoryDocument(basic),
                    parameters(eu.europa.esig.dss.enumerations.SignatureLevel.CAdES_BASELINE_T, content)));
        } catch (DSSExternalResourceException e) {
            throw Timestamps.unavailable(authority, e);
        } catch (DSSException e) {
            throw Timestamps.refused(authority, e);
        }
    }

    /** What a validation says of a seal: indication, sub-indication or nothing, and the signer's name. */
    public record SealAnswer(String indication, String subIndication, String signer) {}

    /** Validates every signature of a seal over the file of a digest. */
    public static List<SealAnswer> validate(byte[] seal, Digest digest, String name, Trust trust) {
        SimpleReport report;
        try {
            CMSDocumentValidator validator = new CMSDocumentValidator(new InMemoryDocument(seal, name + ".p7s"));
            validator.setDetachedContents(List.of(content(digest, name)));
            validator.setCertificateVerifier(trust.verifier());
            report = validator.validateDocument(StrictPolicy.get()).getSimpleReport();
        } catch (DSSException e) {
            throw new MinutesException("SEAL_MALFORMED", "not a CMS signature", e);
        }
        return report.getSignatureIdList().stream()
                .map(id -> new SealAnswer(
                        String.valueOf(report.getIndication(id)),
                        report.getSubIndication(id) == null
                                ? ""
                                : report.getSubIndication(id).name(),
                        String.valueOf(report.getSignedBy(id))))
                .toList();
    }

    private static DSSDocument content(Digest digest, String name) {
        return new DigestDocument(DigestAlgorithm.SHA256, digest.value(), name);
    }

    private static CAdESSignatureParameters parameters(
            eu.europa.esig.dss.enumerations.SignatureLevel level, DSSDocument content) {
        CAdESSignatureParameters parameters = new CAdESSignatureParameters();
        parameters.setSignatureLevel(level);
        parameters.setSignaturePackaging(SignaturePackaging.DETACHED);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setDetachedContents(List.of(content));
        return parameters;
    }
}
