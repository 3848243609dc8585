// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

import eu.digitalminutes.core.outcome.MinutesException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a document of a stranger into a tree, within bounds: no document type, no entity, no depth without end. */
final class AknTree {
    /** A debate of a whole day is about 2 MiB. */
    static final int MAX_BYTES = 16 << 20;

    private static final int MAX_DEPTH = 100;
    private static final int MAX_ELEMENTS = 200_000;

    private AknTree() {}

    static AknNode read(byte[] document) {
        if (document.length > MAX_BYTES) {
            throw unreadable("it has more than " + MAX_BYTES + " bytes");
        }
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(AknEncoding.text(document)));
            try {
                return tree(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw notXml(e);
        } catch (MinutesException e) {
            throw e;
        } catch (RuntimeException e) {
            // The JDK's reader has defects: whatever it throws, the document cannot be read.
            throw notXml(e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    private static AknNode tree(XMLStreamReader reader) throws XMLStreamException {
        AknNode document = new AknNode("", "");
        Deque<AknNode> open = new ArrayDeque<>();
        open.push(document);
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    elements++;
                    AknNode node = element(reader);
                    open.element().add(node);
                    open.push(node);
                    if (open.size() > MAX_DEPTH || elements > MAX_ELEMENTS) {
                        throw unreadable("it has more than " + MAX_ELEMENTS + " elements, or more than " + MAX_DEPTH
                                + " inside each other");
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    open.element().add(reader.getText());
                case XMLStreamConstants.DTD -> throw unreadable("it declares a document type");
                case XMLStreamConstants.ENTITY_REFERENCE -> throw unreadable("it uses an entity of its own");
                default -> {
                    // Comments and instructions say nothing of the debate.
                }
            }
        }
        return document.elements().get(0);
    }

    private static AknNode element(XMLStreamReader reader) {
        String namespace = reader.getNamespaceURI();
        AknNode node = new AknNode(namespace == null ? "" : namespace, reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String foreign = reader.getAttributeNamespace(i);
            if (foreign == null || foreign.isEmpty()) {
                node.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            }
        }
        return node;
    }

    static MinutesException unreadable(String problem) {
        return new MinutesException("AKN_UNREADABLE", "the debate cannot be read: " + problem);
    }

    private static MinutesException notXml(Exception e) {
        String where = e instanceof XMLStreamException stream && stream.getLocation() != null
                ? "line " + stream.getLocation().getLineNumber() + ", column "
                        + stream.getLocation().getColumnNumber()
                : "its text";
        return new MinutesException("AKN_UNREADABLE", "the debate cannot be read: not XML at " + where, e);
    }
}
