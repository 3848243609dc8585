// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.xml.utils.DomUtils;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** XAdES signatures over the same files, put together in one XML file. */
public final class XmlSigners {
    private XmlSigners() {}

    /** One file for each signature, in their order, or the file itself where it has no place for several. */
    public static List<byte[]> single(byte[] signatures) {
        try {
            Element root = DomUtils.buildDOM(signatures).getDocumentElement();
            List<byte[]> single = new ArrayList<>();
            for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child instanceof Element && Xades.NAMESPACE.equals(root.getNamespaceURI())) {
                    Document alone = DomUtils.buildDOM();
                    alone.appendChild(alone.importNode(root, false)).appendChild(alone.importNode(child, true));
                    single.add(DomUtils.xmlToString(alone).getBytes(StandardCharsets.UTF_8));
                }
            }
            return single.size() < 2 ? List.of(signatures) : single;
        } catch (DSSException e) {
            throw new MinutesException("SIGNATURES_MALFORMED", "the signatures are no XML: " + e.getMessage(), e);
        }
    }

    /**
     * The same signatures without their archive time stamps, which are over the bytes of the signed files: where those are
     * not at hand whole, nobody can check them. What stays is the signature with its evidence.
     */
    public static byte[] withoutArchiveStamps(byte[] signatures) {
        try {
            Document document = DomUtils.buildDOM(signatures);
            NodeList stamps = document.getElementsByTagNameNS("*", "ArchiveTimeStamp");
            if (stamps.getLength() == 0) {
                return signatures;
            }
            for (int i = stamps.getLength() - 1; i >= 0; i--) {
                Node stamp = stamps.item(i);
                stamp.getParentNode().removeChild(stamp);
            }
            return DomUtils.xmlToString(document).getBytes(StandardCharsets.UTF_8);
        } catch (DSSException e) {
            throw new MinutesException("SIGNATURES_MALFORMED", "the signatures are no XML: " + e.getMessage(), e);
        }
    }

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
