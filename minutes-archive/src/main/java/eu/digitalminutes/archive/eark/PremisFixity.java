// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.eark;

import eu.digitalminutes.archive.internal.xml.XmlTree;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The digests that a PREMIS file gives to files by their original names. */
final class PremisFixity {
    private PremisFixity() {}

    /** Is told of one digest. */
    @FunctionalInterface
    interface Claim {
        void of(String file, String algorithm, String hex);
    }

    static void check(byte[] premis, Claim claim, Runnable unreadable) {
        Document tree;
        try {
            tree = XmlTree.read(premis);
        } catch (XMLStreamException e) {
            unreadable.run();
            return;
        }
        if (!"premis".equals(tree.getDocumentElement().getLocalName())) {
            unreadable.run();
            return;
        }
        for (Node node = tree.getDocumentElement().getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element object && "object".equals(object.getLocalName())) {
                String name = text(object, "originalName");
                NodeList fixities = object.getElementsByTagNameNS("*", "fixity");
                for (int i = 0; i < Math.min(8, fixities.getLength()); i++) {
                    Element fixity = (Element) fixities.item(i);
                    claim.of(
                            name,
                            text(fixity, "messageDigestAlgorithm"),
                            text(fixity, "messageDigest").toLowerCase(Locale.ROOT));
                }
            }
        }
    }

    private static String text(Element parent, String name) {
        NodeList found = parent.getElementsByTagNameNS("*", name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }
}
