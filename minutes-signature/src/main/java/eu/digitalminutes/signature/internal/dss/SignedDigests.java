// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.DigestDocument;
import eu.europa.esig.dss.xml.utils.DomUtils;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The digests that signatures name: with them more can be signed and extended without reading the files again. */
public final class SignedDigests {
    private static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
    private static final int SHA_256_BYTES = 32;

    private SignedDigests() {}

    /** The SHA-256 digests of the files that XAdES signatures refer to, by name. */
    public static Map<String, Digest> ofXml(byte[] signatures) {
        try {
            return of(DomUtils.buildDOM(signatures).getDocumentElement());
        } catch (DSSException e) {
            throw new MinutesException("SIGNATURES_MALFORMED", "the signatures are no XML: " + e.getMessage(), e);
        }
    }

    /** The SHA-256 digest of the one file that a CMS signature covers; empty if nobody has signed, or with another digest. */
    public static Optional<Digest> ofCms(byte[] cms) {
        try {
            for (SignerInformation signer : new CMSSignedData(cms).getSignerInfos()) {
                Attribute attribute = signer.getSignedAttributes() == null
                        ? null
                        : signer.getSignedAttributes().get(CMSAttributes.messageDigest);
                if (attribute != null) {
                    byte[] value = ASN1OctetString.getInstance(
                                    attribute.getAttrValues().getObjectAt(0))
                            .getOctets();
                    if (value.length == SHA_256_BYTES) {
                        return Optional.of(Digest.of(value));
                    }
                }
            }
        } catch (CMSException | IllegalArgumentException | IllegalStateException | ClassCastException e) {
            throw new MinutesException("SIGNATURES_MALFORMED", "a CMS signature cannot be read: " + e.getMessage(), e);
        }
        return Optional.empty();
    }

    /** The digest algorithms of object identifiers, as far as they are known. */
    public static Set<DigestAlgorithm> named(Set<String> identifiers) {
        Set<DigestAlgorithm> known = EnumSet.noneOf(DigestAlgorithm.class);
        for (String identifier : identifiers) {
            if (DigestAlgorithm.isSupportedAlgorithm(identifier)) {
                known.add(DigestAlgorithm.forOID(identifier));
            }
        }
        return known;
    }

    /** Files as DSS wants them, by the digests that XAdES signatures name. */
    public static List<DSSDocument> documents(Map<String, Digest> digests) {
        List<DSSDocument> documents = new ArrayList<>();
        digests.forEach(
                (name, digest) -> documents.add(new DigestDocument(DigestAlgorithm.SHA256, digest.value(), name)));
        return documents;
    }

    /** Files as DSS wants them, by their digests. */
    public static List<DSSDocument> documents(List<ContainedFile> files) {
        return Requested.digests(files);
    }

    private static Map<String, Digest> of(Element inside) {
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
