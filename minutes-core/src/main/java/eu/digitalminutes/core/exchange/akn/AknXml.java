// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes XML in one way only: two spaces for each depth, none inside paragraphs, attributes in the order given. */
final class AknXml {
    static final String AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";
    static final String OWN = "https://digitalminutes.eu/ns/akn/1";

    private static final Logger LOG = LoggerFactory.getLogger(AknXml.class);

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private int depth;
    private int replaced;

    AknXml() {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    /** A step that writes to memory, which cannot fail for want of a disk. */
    @FunctionalInterface
    private interface Step {
        void run() throws XMLStreamException;
    }

    private static void step(Step step) {
        try {
            step.run();
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    private static IllegalStateException impossible(XMLStreamException e) {
        return new IllegalStateException("memory cannot fail to be written", e);
    }

    /** The root, with both namespaces. */
    AknXml root(String name) {
        step(() -> {
            xml.writeCharacters("\n");
            xml.writeStartElement(name);
            xml.writeDefaultNamespace(AKN);
        });
        depth++;
        return this;
    }

    /** Opens an element on a line of its own; attributes in pairs, those with an empty value left out. */
    AknXml open(String name, String... attributes) {
        indent();
        start(name, attributes);
        depth++;
        return this;
    }

    /** Opens an element inside a line. */
    AknXml start(String name, String... attributes) {
        step(() -> {
            if (name.startsWith("m:")) {
                xml.writeStartElement("m", name.substring(2), OWN);
                if (!name.equals("m:mark")) {
                    xml.writeNamespace("m", OWN);
                }
            } else {
                xml.writeStartElement(name);
            }
        });
        return attributes(attributes);
    }

    /** Adds an attribute to the element just started, even an empty one. */
    AknXml attribute(String name, String value) {
        step(() -> xml.writeAttribute(name, legal(value).replaceAll("\\s", " ")));
        return this;
    }

    /** Adds attributes in pairs to the element just started, those with an empty value left out. */
    AknXml attributes(String... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (!pairs[i + 1].isEmpty()) {
                attribute(pairs[i], pairs[i + 1]);
            }
        }
        return this;
    }

    AknXml characters(String words) {
        step(() -> xml.writeCharacters(legal(words)));
        return this;
    }

    /** Closes an element that {@link #start} opened. */
    AknXml end() {
        step(xml::writeEndElement);
        return this;
    }

    /** Closes an element that {@link #open} opened, on a line of its own. */
    AknXml close() {
        depth--;
        indent();
        return end();
    }

    /** An element without content, on a line of its own. */
    AknXml empty(String name, String... attributes) {
        indent();
        return start(name, attributes).end();
    }

    /** An element of words, on a line of its own; left out where there are none. */
    AknXml line(String name, String words) {
        if (!words.isEmpty()) {
            indent();
            start(name).characters(words).end();
        }
        return this;
    }

    AknXml indent() {
        step(() -> xml.writeCharacters("\n" + "  ".repeat(depth)));
        return this;
    }

    byte[] bytes() {
        step(() -> {
            xml.writeEndDocument();
            xml.writeCharacters("\n");
            xml.close();
        });
        if (replaced > 0) {
            LOG.warn("{} characters that XML does not allow were replaced by U+FFFD", replaced);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** XML 1.0 knows no control characters, no halves of surrogate pairs, and not the last two of the plane. */
    private String legal(String words) {
        StringBuilder legal = new StringBuilder(words.length());
        words.codePoints().forEach(point -> {
            boolean allowed = point == '\t'
                    || point == '\n'
                    || (point >= 0x20 && point <= 0xD7FF)
                    || (point >= 0xE000 && point <= 0xFFFD)
                    || point >= 0x10000;
            replaced += allowed || point == '\r' ? 0 : 1;
            legal.appendCodePoint(allowed ? point : point == '\r' ? '\n' : 0xFFFD);
        });
        return legal.toString();
    }
}
