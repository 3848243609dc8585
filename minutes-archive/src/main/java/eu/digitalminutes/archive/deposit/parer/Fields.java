// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit.parer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Reads elements of an answer by their local names, whatever their namespace. */
final class Fields {
    private Fields() {}

    /** The text of the first element at the end of a path of children; empty if there is none. */
    static String text(Element from, String... path) {
        Optional<Element> at = Optional.of(from);
        for (String name : path) {
            at = at.flatMap(element -> children(element, name).stream().findFirst());
        }
        return at.map(element -> element.getTextContent().strip()).orElse("");
    }

    static List<Element> children(Element from, String name) {
        List<Element> found = new ArrayList<>();
        for (Node child = from.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }

    /** The elements of this name anywhere below. */
    static List<Element> below(Element from, String name) {
        List<Element> found = new ArrayList<>();
        NodeList all = from.getElementsByTagNameNS("*", name);
        for (int i = 0; i < all.getLength(); i++) {
            found.add((Element) all.item(i));
        }
        return found;
    }
}
