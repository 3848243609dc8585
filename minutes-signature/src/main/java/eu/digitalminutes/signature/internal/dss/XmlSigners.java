// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.xml.utils.DomUtils;
import java.nio.charset.StandardCharsets;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/** XAdES signatures over the same files, put together in one XML file. */
public final class XmlSigners {
    private XmlSigners() {}

    /** The signatures of two files in one, in their order. */
    public static byte[] merged(byte[] standing, byte[] added) {
        try {
            Document document = DomUtils.buildDOM(standing);
            Node root = document.getDocumentElement();
            if (!Xades.NAMESPACE.equals(root.getNamespaceURI())) {
                throw new MinutesException(
                        "FORM_UNSUITABLE",
                        "the signatures were made by another program, in a file that has no place for one more: sign the"
                                + " files anew");
            }
            Node more = DomUtils.buildDOM(added).getDocumentElement();
            for (Node child = more.getFirstChild(); child != null; child = child.getNextSibling()) {
                root.appendChild(document.importNode(child, true));
            }
            return DomUtils.xmlToString(document).getBytes(StandardCharsets.UTF_8);
        } catch (DSSException e) {
            throw new MinutesException("SIGNATURES_MALFORMED", "the signatures are no XML: " + e.getMessage(), e);
        }
    }
}
