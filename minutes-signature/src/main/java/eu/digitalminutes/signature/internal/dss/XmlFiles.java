// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.xml.utils.DomUtils;
import java.util.LinkedHashSet;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * What the signatures of an XML file are over, whatever their digests.
 *
 * @param names the files beside it
 * @param isOverItself whether one is over the file itself
 */
public record XmlFiles(Set<String> names, boolean isOverItself) {
    private static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
    private static final int MAX_SIGNATURES = 100;
    private static final int MAX_REFERENCES = 20_000;
    private static final int MAX_STAMPS = 200;
    private static final int MAX_DEPTH = 500;

    /**
     * Reads a file.
     *
     * @throws MinutesException with code {@code SIGNATURES_MALFORMED} if it is no XML, has more signatures than are
     *     verified, or elements deeper in each other than any signature's
     */
    public static XmlFiles of(byte[] xml) {
        Element root;
        try {
            root = DomUtils.buildDOM(xml).getDocumentElement();
        } catch (DSSException e) {
            throw new MinutesException("SIGNATURES_MALFORMED", "the signatures are no XML: " + e.getMessage(), e);
        }
        requireShallow(root);
        int signatures = root.getElementsByTagNameNS(DSIG, "Signature").getLength();
        NodeList references = root.getElementsByTagNameNS(DSIG, "Reference");
        int stamps = root.getElementsByTagNameNS("*", "EncapsulatedTimeStamp").getLength();
        if (signatures > MAX_SIGNATURES || stamps > MAX_STAMPS || references.getLength() > MAX_REFERENCES) {
            throw new MinutesException(
                    "SIGNATURES_MALFORMED",
                    "it holds " + signatures + " signatures with " + references.getLength() + " references and "
                            + stamps
                            + " time stamps; at most " + MAX_SIGNATURES + " with " + MAX_REFERENCES + " and "
                            + MAX_STAMPS + " are verified");
        }
        Set<String> names = new LinkedHashSet<>();
        boolean itself = false;
        for (int i = 0; i < references.getLength(); i++) {
            Element reference = (Element) references.item(i);
            String uri = reference.getAttribute("URI");
            boolean ofSignedInfo = "SignedInfo".equals(reference.getParentNode().getLocalName());
            itself = itself || (ofSignedInfo && uri.isEmpty());
            if (ofSignedInfo && !uri.isEmpty() && !uri.startsWith("#")) {
                names.add(SignatureValidation.decoded(uri));
            }
        }
        return new XmlFiles(names, itself);
    }

    /** Who reads a document calls himself for each level: too many would be more than a thread can bear. */
    private static void requireShallow(Element root) {
        int depth = 0;
        for (Node node = root; node != null; ) {
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
            } else {
                while (node != root && node.getNextSibling() == null) {
                    node = node.getParentNode();
                    depth--;
                }
                node = node == root ? null : node.getNextSibling();
            }
            if (depth > MAX_DEPTH) {
                throw new MinutesException(
                        "SIGNATURES_MALFORMED", "its elements lie in each other deeper than " + MAX_DEPTH + " levels");
            }
        }
    }
}
