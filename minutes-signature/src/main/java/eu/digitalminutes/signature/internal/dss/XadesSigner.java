// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import eu.digitalminutes.core.outcome.SigningRefusedException;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.profile.SignatureLevel;
import eu.digitalminutes.signature.profile.SigningProfile;
import eu.digitalminutes.signature.trust.TimestampAuthorities;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.DigestDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.SignerLocation;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.exception.DSSExternalResourceException;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import eu.europa.esig.dss.xades.signature.XAdESService;
import eu.europa.esig.dss.xml.utils.DomUtils;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;

/** Makes one XAdES signature over the digests of a container's files; their bytes are not needed. */
public final class XadesSigner {
    private static final String ASIC_NAMESPACE = "http://uri.etsi.org/02918/v1.2.1#";

    private final SigningProfile profile;

    /** A signer by a profile. */
    public XadesSigner(SigningProfile profile) {
        this.profile = profile;
    }

    /**
     * A signature file over the given files: made at level B, then extended to the profile's level.
     *
     * @throws SigningRefusedException if the key refuses, or gives a value that its certificate does not verify
     * @throws ServiceUnavailableException if the time-stamping authority gives no usable answer
     */
    public byte[] sign(List<ContainedFile> files, Signatory signatory) {
        SigningCertificate.requireUsable(signatory.key().certificateChain().get(0));
        List<DSSDocument> documents = digests(files);
        XAdESService service = new XAdESService(Trust.forSigning());
        byte[] basic = basic(service, documents, signatory);
        return profile.level() == SignatureLevel.B ? basic : timestamped(service, basic, documents);
    }

    private byte[] basic(XAdESService service, List<DSSDocument> documents, Signatory signatory) {
        XAdESSignatureParameters parameters = parameters(signatory);
        ToBeSigned data = service.getDataToSign(documents, parameters);
        X509Certificate certificate = signatory.key().certificateChain().get(0);
        EncryptionAlgorithm encryption = EncryptionAlgorithm.forKey(new CertificateToken(certificate).getPublicKey());
        SignatureValue value = new SignatureValue(
                SignatureAlgorithm.getAlgorithm(encryption, DigestAlgorithm.SHA256),
                signatory.key().sign(data.getBytes()));
        if (!service.isValidSignatureValue(data, value, new CertificateToken(certificate))) {
            throw new SigningRefusedException(
                    "SIGNATURE_VALUE_WRONG",
                    "the device of " + Subject.of(certificate).name()
                            + " gave a value that its certificate does not verify: is it the right certificate?",
                    null);
        }
        return bytes(service.signDocument(documents, parameters, value));
    }

    private XAdESSignatureParameters parameters(Signatory signatory) {
        XAdESSignatureParameters parameters = new XAdESSignatureParameters();
        parameters.setSignatureLevel(eu.europa.esig.dss.enumerations.SignatureLevel.XAdES_BASELINE_B);
        parameters.setSignaturePackaging(SignaturePackaging.DETACHED);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        List<CertificateToken> chain = signatory.key().certificateChain().stream()
                .map(CertificateToken::new)
                .toList();
        parameters.setSigningCertificate(chain.get(0));
        parameters.setCertificateChain(chain);
        parameters
                .bLevel()
                .setClaimedSignerRoles(List.of(signatory.role().label().italian()));
        if (!profile.place().isEmpty()) {
            SignerLocation location = new SignerLocation();
            location.setLocality(profile.place());
            location.setCountry("IT");
            parameters.bLevel().setSignerLocation(location);
        }
        Document root = DomUtils.buildDOM();
        root.appendChild(root.createElementNS(ASIC_NAMESPACE, "asic:XAdESSignatures"));
        parameters.setRootDocument(root);
        return parameters;
    }

    private byte[] timestamped(XAdESService service, byte[] basic, List<DSSDocument> documents) {
        TimestampAuthorities authority = profile.timestampAuthorities().orElseThrow();
        service.setTspSource(Timestamps.source(authority));
        XAdESSignatureParameters parameters = new XAdESSignatureParameters();
        parameters.setSignatureLevel(eu.europa.esig.dss.enumerations.SignatureLevel.XAdES_BASELINE_T);
        parameters.setDetachedContents(documents);
        try {
            return bytes(service.extendDocument(new InMemoryDocument(basic, "signatures.xml"), parameters));
        } catch (DSSExternalResourceException e) {
            throw Timestamps.unavailable(authority, e);
        } catch (DSSException e) {
            throw Timestamps.refused(authority, e);
        }
    }

    /** Files as DSS wants them for signing: by their digests alone. */
    static List<DSSDocument> digests(List<ContainedFile> files) {
        List<DSSDocument> documents = new ArrayList<>();
        for (ContainedFile file : files) {
            documents.add(new DigestDocument(
                    DigestAlgorithm.SHA256,
                    file.fingerprint().digest().value(),
                    file.name(),
                    MediaType.of(file.mediaType(), file.name())));
        }
        return documents;
    }

    static byte[] bytes(DSSDocument document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            document.writeTo(out);
        } catch (IOException e) {
            throw new MinutesException("SIGNATURE_UNWRITABLE", "the signature could not be kept in memory", e);
        }
        return out.toByteArray();
    }
}
