// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.minutes.AppliedSignature;
import eu.digitalminutes.core.minutes.SignatoryRole;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.DigestDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.signature.SignerRole;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.xades.validation.XAdESSignature;
import eu.europa.esig.dss.xades.validation.XMLDocumentAnalyzer;
import eu.europa.esig.dss.xml.utils.DomUtils;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What one signature of a signature file says of itself, without validating it. */
public final class SignatureFile {
    private static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";

    private final XAdESSignature signature;
    private final X509Certificate certificate;

    private SignatureFile(XAdESSignature signature, X509Certificate certificate) {
        this.signature = signature;
        this.certificate = certificate;
    }

    /** Whether a name in a container is that of a file of XAdES signatures. */
    public static boolean isName(String name) {
        return name.matches("META-INF/[^/]*signatures[^/]*\\.xml");
    }

    /**
     * The signatures of a file.
     *
     * @throws MinutesException with code {@code SIGNATURES_MALFORMED} if it cannot be read
     */
    public static List<SignatureFile> read(byte[] file) {
        List<SignatureFile> signatures = new ArrayList<>();
        try {
            XMLDocumentAnalyzer analyzer = new XMLDocumentAnalyzer(new InMemoryDocument(file));
            analyzer.setDetachedContents(contents(DomUtils.buildDOM(file).getDocumentElement()));
            for (AdvancedSignature found : analyzer.getSignatures()) {
                if (found.getSigningCertificateToken() != null) {
                    signatures.add(new SignatureFile(
                            (XAdESSignature) found,
                            found.getSigningCertificateToken().getCertificate()));
                }
            }
        } catch (DSSException e) {
            throw new MinutesException("SIGNATURES_MALFORMED", "a signature cannot be read: " + e.getMessage(), e);
        }
        return signatures;
    }

    /** DSS wants contents to find out which certificate signed; the signed digests are enough for that. */
    private static List<DSSDocument> contents(Element root) {
        List<DSSDocument> contents = new ArrayList<>();
        digests(root)
                .forEach((name, digest) ->
                        contents.add(new DigestDocument(DigestAlgorithm.SHA256, digest.value(), name)));
        return contents;
    }

    /** The signer's certificate. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** The signer's name. */
    public String signer() {
        return Subject.of(certificate).name();
    }

    /** The role that the signer claims, if it is one of ours. */
    public Optional<SignatoryRole> role() {
        return signature.getClaimedSignerRoles().stream()
                .map(SignerRole::getRole)
                .map(SignatoryRole::of)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The signature in the words of core. */
    public AppliedSignature applied() {
        Optional<Instant> timestamp = signature.getSignatureTimestamps().stream()
                .map(token -> token.getGenerationTime().toInstant())
                .findFirst();
        Instant claimed = signature.getSigningTime() == null
                ? timestamp.orElse(Instant.EPOCH)
                : signature.getSigningTime().toInstant();
        return AppliedSignature.of(role(), signer(), level(), claimed, timestamp);
    }

    /** By what it carries; whether a chain is trusted, on which DSS makes LT depend, is for validation to say. */
    private String level() {
        if (carries("ArchiveTimeStamp")) {
            return "LTA";
        } else if (carries("RevocationValues") || carries("TimeStampValidationData")) {
            return "LT";
        }
        return signature.getSignatureTimestamps().isEmpty() ? "B" : "T";
    }

    private boolean carries(String element) {
        return signature
                        .getSignatureElement()
                        .getElementsByTagNameNS("*", element)
                        .getLength()
                > 0;
    }

    /** The SHA-256 digests of the files that it covers, by name. */
    public Map<String, Digest> digests() {
        return digests(signature.getSignatureElement());
    }

    private static Map<String, Digest> digests(Element inside) {
        Map<String, Digest> digests = new LinkedHashMap<>();
        NodeList references = inside.getElementsByTagNameNS(DSIG, "Reference");
        for (int i = 0; i < references.getLength(); i++) {
            Element reference = (Element) references.item(i);
            String uri = reference.getAttribute("URI");
            Element method = (Element)
                    reference.getElementsByTagNameNS(DSIG, "DigestMethod").item(0);
            boolean ours = !uri.isEmpty()
                    && !uri.startsWith("#")
                    && method.getAttribute("Algorithm").equals(DigestAlgorithm.SHA256.getUri());
            if (ours) {
                String value = reference
                        .getElementsByTagNameNS(DSIG, "DigestValue")
                        .item(0)
                        .getTextContent();
                digests.put(
                        URLDecoder.decode(uri.replace("+", "%2B"), StandardCharsets.UTF_8),
                        Digest.of(Base64.getMimeDecoder().decode(value)));
            }
        }
        return digests;
    }
}
