// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.eark;

import eu.digitalminutes.archive.internal.xml.XmlTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A METS, read without trust: what it refers to, and where in it something stands. */
final class MetsDocument {
    private final String name;
    private final Document tree;

    private MetsDocument(String name, Document tree) {
        this.name = name;
        this.tree = tree;
    }

    static MetsDocument read(String name, byte[] content) throws XMLStreamException {
        return new MetsDocument(name, XmlTree.read(content));
    }

    String name() {
        return name;
    }

    Document tree() {
        return tree;
    }

    /** The folder from which its references count, with a slash, or nothing. */
    String folder() {
        return name.substring(0, name.lastIndexOf('/') + 1);
    }

    String identifier() {
        return tree.getDocumentElement().getAttribute("OBJID");
    }

    String packageType() {
        NodeList headers = tree.getElementsByTagNameNS(EArkLayout.METS_NAMESPACE, "metsHdr");
        return headers.getLength() == 0
                ? ""
                : ((Element) headers.item(0)).getAttributeNS(EArkLayout.CSIP, "OAISPACKAGETYPE");
    }

    /** Everything that it refers to with a size and a digest, and the METS of representations, which have none there. */
    List<MetsReference> references() {
        List<MetsReference> references = new ArrayList<>();
        for (Element element : elements("mdRef")) {
            references.add(MetsReference.of(element, element));
        }
        for (Element element : elements("FLocat")) {
            references.add(MetsReference.of(element, (Element) element.getParentNode()));
        }
        for (Element element : elements("mptr")) {
            // Others point to what lies elsewhere, such as the handle of an earlier package.
            if (Set.of("", "URL").contains(element.getAttribute("LOCTYPE"))) {
                references.add(MetsReference.of(element, element));
            }
        }
        return references;
    }

    List<Element> elements(String localName) {
        NodeList found = tree.getElementsByTagNameNS(EArkLayout.METS_NAMESPACE, localName);
        List<Element> elements = new ArrayList<>();
        // By steps: the list counts from the start for each index.
        for (Node node = found.item(0); node != null; node = found.item(elements.size())) {
            elements.add((Element) node);
        }
        return elements;
    }

    /** Identifiers that are used twice. */
    List<String> ambiguous(Set<String> identifiers) {
        List<String> twice = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        NodeList all = tree.getElementsByTagName("*");
        int count = 0;
        for (Node node = all.item(0); node != null; node = all.item(++count)) {
            String id = ((Element) node).getAttribute("ID");
            if (!id.isEmpty() && !seen.add(id)) {
                twice.add(id);
            }
        }
        identifiers.addAll(seen);
        return twice;
    }

    /** Where a node stands, for people. */
    String place(Node node) {
        StringBuilder place = new StringBuilder();
        for (Node at = node; at instanceof Element element; at = at.getParentNode()) {
            int position = 1;
            for (Node before = at.getPreviousSibling(); before != null; before = before.getPreviousSibling()) {
                if (before instanceof Element other && other.getLocalName().equals(element.getLocalName())) {
                    position++;
                }
            }
            place.insert(0, "/" + element.getLocalName() + (position > 1 ? "[" + position + "]" : ""));
        }
        return name + place;
    }
}
