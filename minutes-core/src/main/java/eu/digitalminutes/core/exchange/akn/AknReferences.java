// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What the schema does not check: that every reference of a document points to an eId in it, each eId once. */
final class AknReferences {
    private static final Set<String> POINTERS = Set.of(
            "href",
            "refersTo",
            "by",
            "as",
            "to",
            "choice",
            "source",
            "outcome",
            "period",
            "start",
            "end",
            "for",
            "from",
            "upTo",
            "target");

    private AknReferences() {}

    /**
     * What is wrong with the references of a document.
     *
     * @param document a well-formed document, written by us
     * @return a sentence for each reference to nothing and each eId given twice; empty if all is well
     */
    static List<String> problems(byte[] document) {
        Set<String> ids = new HashSet<>();
        List<String> pointers = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(document));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT) {
                    collect(reader, ids, pointers, problems);
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException("what was just written cannot be read", e);
        }
        pointers.stream()
                .filter(pointer -> !ids.contains(pointer))
                .distinct()
                .map(pointer -> "nothing has the eId " + pointer)
                .forEach(problems::add);
        return problems;
    }

    private static void collect(XMLStreamReader reader, Set<String> ids, List<String> pointers, List<String> problems) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String name = reader.getAttributeLocalName(i);
            String value = reader.getAttributeValue(i);
            if (name.equals("eId") && !ids.add(value)) {
                problems.add("two elements have the eId " + value);
            } else if (POINTERS.contains(name)) {
                for (String word : value.split("\\s+", -1)) {
                    if (word.startsWith("#")) {
                        pointers.add(word.substring(1));
                    }
                }
            }
        }
    }
}
