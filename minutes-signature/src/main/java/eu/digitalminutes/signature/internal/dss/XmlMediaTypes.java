// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.xml.utils.DomUtils;
import java.util.LinkedHashMap;
import java.util.Map;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * What a container's manifest, and what its XAdES signatures say of the media types of its files: a file must not be shown
 * as something else than what was signed.
 *
 * @see <a href="https://www.etsi.org/deliver/etsi_en/319100_319199/31916201/">ETSI EN 319 162-1, clause 4.4.3.2; ETSI EN
 *     319 132-1, clause 5.2.4</a>
 */
public final class XmlMediaTypes {
    private static final String MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";

    private XmlMediaTypes() {}

    /** By the container's manifest. */
    public static Map<String, String> ofManifest(byte[] manifest) {
        Map<String, String> types = new LinkedHashMap<>();
        NodeList entries = root(manifest).getElementsByTagNameNS(MANIFEST, "file-entry");
        for (int i = 0; i < entries.getLength(); i++) {
            Element entry = (Element) entries.item(i);
            types.put(entry.getAttributeNS(MANIFEST, "full-path"), entry.getAttributeNS(MANIFEST, "media-type"));
        }
        return types;
    }

    /** By the signatures of a file, where they say any. */
    public static Map<String, String> ofSignatures(byte[] signatures) {
        Element root = root(signatures);
        Map<String, String> files = new LinkedHashMap<>();
        NodeList references = root.getElementsByTagNameNS("*", "Reference");
        for (int i = 0; i < references.getLength(); i++) {
            Element reference = (Element) references.item(i);
            String uri = reference.getAttribute("URI");
            if (reference.hasAttribute("Id") && !uri.isEmpty() && !uri.startsWith("#")) {
                files.put("#" + reference.getAttribute("Id"), SignatureValidation.decoded(uri));
            }
        }
        Map<String, String> types = new LinkedHashMap<>();
        NodeList formats = root.getElementsByTagNameNS("*", "DataObjectFormat");
        for (int i = 0; i < formats.getLength(); i++) {
            Element format = (Element) formats.item(i);
            NodeList said = format.getElementsByTagNameNS("*", "MimeType");
            String file = files.get(format.getAttribute("ObjectReference"));
            if (file != null && said.getLength() > 0) {
                types.put(file, said.item(0).getTextContent().strip());
            }
        }
        return types;
    }

    private static Element root(byte[] xml) {
        try {
            return DomUtils.buildDOM(xml).getDocumentElement();
        } catch (DSSException e) {
            throw new MinutesException("SIGNATURES_MALFORMED", "a file of the container's own is no XML", e);
        }
    }
}
