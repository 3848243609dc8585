// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.xml;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** A document that nobody vouches for as a tree, for rules that look up and down; its size is measured before. */
public final class XmlTree {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_ELEMENTS = 60_000;
    private static final int MAX_ATTRIBUTES = 800_000;

    private XmlTree() {}

    /** Reads a document; throws if it is not well-formed, has a document type, or is too large for a tree. */
    public static Document read(byte[] document) throws XMLStreamException {
        measure(document);
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder.parse(new ByteArrayInputStream(document));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new XMLStreamException(e.getMessage(), e);
        }
    }

    /** An element with all that is in it as a document of its own, in UTF-8. */
    public static byte[] write(Element element) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            TransformerFactory factory = TransformerFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.newTransformer().transform(new DOMSource(element), new StreamResult(out));
        } catch (TransformerException e) {
            throw new IllegalStateException("a tree cannot fail to be written", e);
        }
        return out.toByteArray();
    }

    private static void measure(byte[] document) throws XMLStreamException {
        if (document.length > XmlInput.MAX_BYTES / 4) {
            throw new XMLStreamException("the document has more than " + XmlInput.MAX_BYTES / 4 + " bytes");
        }
        XMLStreamReader in = XmlInput.reader(document);
        int depth = 0;
        int elements = 0;
        int attributes = 0;
        while (in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                elements++;
                attributes += in.getAttributeCount() + in.getNamespaceCount();
                if (depth > MAX_DEPTH || elements > MAX_ELEMENTS || attributes > MAX_ATTRIBUTES) {
                    throw new XMLStreamException("the document is larger or deeper than any index", in.getLocation());
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new XMLStreamException("a document type or entity is not allowed here", in.getLocation());
            }
        }
        in.close();
    }

    /** The library would print errors otherwise. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
