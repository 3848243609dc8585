// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.core.minutes.SignatureProof;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.europa.esig.dss.cades.validation.CAdESSignature;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.xades.validation.XAdESSignature;
import eu.europa.esig.dss.xml.utils.XMLCanonicalizer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Takes signatures apart into what a public key and a digest can check. */
public final class SignatureElements {
    private static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
    private static final String SIGNED_PROPERTIES = "http://uri.etsi.org/01903#SignedProperties";
    private static final int MAX_CHAIN = 8;

    private SignatureElements() {}

    /**
     * The signatures of a block over files beside it, in its order; what names neither a certificate nor an algorithm is
     * left out.
     *
     * @throws MinutesException with code {@code SIGNATURES_MALFORMED} if it cannot be read
     */
    public static List<SignatureProof> of(SignatureBlock block) {
        if (block.kind() == SignatureKind.XADES) {
            XmlFiles.of(block.content()); // refuses what is too large or too deep
        }
        List<SignatureProof> proofs = new ArrayList<>();
        try {
            for (AdvancedSignature found :
                    block.kind().analyzer(block.content(), block.documents()).getSignatures()) {
                if (found.getSigningCertificateToken() != null && found.getSignatureAlgorithm() != null) {
                    proof(block, found).ifPresent(proofs::add);
                }
            }
        } catch (DSSException | IllegalArgumentException | IOException e) {
            throw new MinutesException("SIGNATURES_MALFORMED", "a signature cannot be read: " + e.getMessage(), e);
        }
        return proofs;
    }

    private static Optional<SignatureProof> proof(SignatureBlock block, AdvancedSignature found) throws IOException {
        String algorithm = found.getSignatureAlgorithm().getJCEId();
        if (found instanceof XAdESSignature xml) {
            Optional<byte[]> signed = signedInfo(xml.getSignedInfo());
            Optional<byte[]> properties = signedProperties(xml.getSignatureElement());
            return signed.isEmpty() || properties.isEmpty()
                    ? Optional.empty()
                    : Optional.of(SignatureProof.xades(
                            block.name(),
                            algorithm,
                            signed.get(),
                            xml.getSignatureValue(),
                            properties.get(),
                            chain(found)));
        }
        if (found instanceof CAdESSignature cms && block.documents().size() == 1) {
            byte[] attributes = cms.getSignerInformation().getEncodedSignedAttributes();
            return Optional.ofNullable(attributes)
                    .map(signed -> SignatureProof.cades(
                            block.name(),
                            algorithm,
                            signed,
                            cms.getSignatureValue(),
                            Requested.bytes(block.documents().get(0)),
                            chain(found)));
        }
        return Optional.empty();
    }

    private static Optional<byte[]> signedInfo(Element signedInfo) {
        Element method = (Element) signedInfo
                .getElementsByTagNameNS(DSIG, "CanonicalizationMethod")
                .item(0);
        return method == null ? Optional.empty() : canonical(signedInfo, method.getAttribute("Algorithm"));
    }

    private static Optional<byte[]> canonical(Element element, String method) {
        return XMLCanonicalizer.canCanonicalize(method)
                ? Optional.of(XMLCanonicalizer.createInstance(method).canonicalize(element))
                : Optional.empty();
    }

    /** As the reference to them wants them: by its transform, else by Canonical XML 1.0. */
    private static Optional<byte[]> signedProperties(Element signature) {
        NodeList references = signature.getElementsByTagNameNS(DSIG, "Reference");
        for (int i = 0; i < references.getLength(); i++) {
            Element reference = (Element) references.item(i);
            if (SIGNED_PROPERTIES.equals(reference.getAttribute("Type"))) {
                NodeList transforms = reference.getElementsByTagNameNS(DSIG, "Transform");
                String method = transforms.getLength() == 0
                        ? XMLCanonicalizer.DEFAULT_XMLDSIG_C14N_METHOD
                        : ((Element) transforms.item(0)).getAttribute("Algorithm");
                Element properties = (Element) signature
                        .getElementsByTagNameNS("*", "SignedProperties")
                        .item(0);
                return properties == null || transforms.getLength() > 1
                        ? Optional.empty()
                        : canonical(properties, method);
            }
        }
        return Optional.empty();
    }

    private static List<byte[]> chain(AdvancedSignature signature) {
        List<byte[]> chain = new ArrayList<>();
        CertificateToken last = signature.getSigningCertificateToken();
        chain.add(last.getEncoded());
        List<CertificateToken> known = signature.getCertificateSource().getCertificates();
        while (!last.isSelfSigned() && chain.size() < MAX_CHAIN) {
            CertificateToken subject = last;
            Optional<CertificateToken> issuer =
                    known.stream().filter(subject::isSignedBy).findFirst();
            if (issuer.isEmpty()) {
                return chain;
            }
            last = issuer.get();
            chain.add(last.getEncoded());
        }
        return chain;
    }
}
