// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.xml;

import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML, indented or in one line; characters that XML 1.0 does not know are left out. */
public final class XmlOutput {
    private final XMLStreamWriter out;
    private final String prefix;
    private final String namespace;
    private final String lineEnd;
    private int depth;
    private boolean leaf;

    private XmlOutput(XMLStreamWriter out, String lineEnd, String prefix, String namespace, int depth) {
        this.out = out;
        this.lineEnd = lineEnd;
        this.prefix = prefix;
        this.namespace = namespace;
        this.depth = depth;
    }

    /** A whole document in UTF-8, its elements in the namespace, or in none if that is empty. */
    public static byte[] document(String prefix, String namespace, Consumer<XmlOutput> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            // The JDK's own implementation: what else lies on the class path must not change the bytes.
            XMLStreamWriter out =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            content.accept(new XmlOutput(out, "\n", prefix, namespace, 0));
            out.writeCharacters("\n");
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
        return bytes.toByteArray();
    }

    /**
     * An element with nothing between its elements and no declaration before it, in UTF-8 and in a namespace that needs no
     * prefix. Where attributes are written in the order of their names, this is the canonical form.
     */
    public static byte[] compact(String namespace, Consumer<XmlOutput> content) {
        // Into a stream, the JDK's writer writes byte by byte, which takes several times as long.
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            content.accept(new XmlOutput(out, "", "", namespace, 0));
            out.close();
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** An element with children. */
    public XmlOutput element(String name, Consumer<XmlOutput> children) {
        start(name);
        children.accept(this);
        return end();
    }

    /** An element with nothing but text. */
    public XmlOutput text(String name, String text) {
        return start(name).content(text).end();
    }

    /** Opens an element. */
    public XmlOutput start(String name) {
        try {
            indent();
            out.writeStartElement(prefix, name, namespace);
            if (depth == 0 && !namespace.isEmpty()) {
                out.writeNamespace(prefix, namespace);
            }
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
        depth++;
        leaf = true;
        return this;
    }

    /** An attribute, in the document's namespace, of the element that was opened last. */
    public XmlOutput attribute(String name, String value) {
        try {
            out.writeAttribute(prefix, namespace, name, legal(value));
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
        return this;
    }

    /** An attribute in no namespace of the element that was opened last. */
    public XmlOutput bare(String name, String value) {
        try {
            out.writeAttribute(name, legal(value));
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
        return this;
    }

    /** An attribute, in a namespace that was declared, of the element that was opened last. */
    public XmlOutput attribute(String otherPrefix, String otherNamespace, String name, String value) {
        try {
            out.writeAttribute(otherPrefix, otherNamespace, name, legal(value));
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
        return this;
    }

    /** Declares one more namespace on the element that was opened last. */
    public XmlOutput declare(String otherPrefix, String otherNamespace) {
        try {
            out.writeNamespace(otherPrefix, otherNamespace);
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
        return this;
    }

    /** Text of the element that was opened last. */
    public XmlOutput content(String text) {
        try {
            out.writeCharacters(legal(text));
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
        return this;
    }

    /** Closes the element that was opened last. */
    public XmlOutput end() {
        depth--;
        try {
            if (!leaf) {
                indent();
            }
            out.writeEndElement();
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
        leaf = false;
        return this;
    }

    /** Elements and texts of a document in no namespace, as a child of the element that is open. */
    public XmlOutput embed(byte[] document) {
        XmlOutput inner = new XmlOutput(out, lineEnd, "", "", depth);
        try {
            XMLStreamReader in = XmlInput.reader(document);
            StringBuilder text = new StringBuilder();
            while (in.hasNext()) {
                int event = in.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    text.setLength(0);
                    inner.start(in.getLocalName());
                } else if (event == XMLStreamConstants.CHARACTERS) {
                    text.append(in.getText());
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    (inner.leaf ? inner.content(text.toString()) : inner).end();
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("only well-formed documents can be embedded", e);
        }
        leaf = false;
        return this;
    }

    private void indent() throws XMLStreamException {
        if (!lineEnd.isEmpty()) {
            out.writeCharacters(lineEnd + "  ".repeat(depth));
        }
    }

    /** A carriage return is legal, but no reader would get it back. */
    private static String legal(String text) {
        boolean usual = true;
        for (int i = 0; usual && i < text.length(); i++) {
            char c = text.charAt(i);
            usual = c >= 0x20 ? c <= 0xD7FF : c == '\t' || c == '\n';
        }
        return usual ? text : filtered(text);
    }

    private static String filtered(String text) {
        return text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static IllegalStateException inMemory(XMLStreamException e) {
        return new IllegalStateException("memory cannot fail to be written", e);
    }
}
