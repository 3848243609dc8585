// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.xml;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a document that nobody vouches for: no document type, no entity, no address is followed; depth and text are
 * bounded. It compares the document with a {@link ContentModel} while it reads, and keeps no tree.
 */
public final class XmlInput {
    /** The largest document that is read. */
    public static final int MAX_BYTES = 64 << 20;

    private static final int MAX_DEPTH = 64;
    private static final int MAX_TEXT = 1 << 20;
    private static final int MAX_PROBLEMS = 50;

    private final ContentModel model;
    private final Listener listener;
    private final Deque<Frame> open = new ArrayDeque<>();
    private int problems;

    private XmlInput(ContentModel model, Listener listener) {
        this.model = model;
        this.listener = listener;
    }

    /** Is told of what was read. */
    public interface Listener {
        /** An element has ended; path is made of local names joined by slashes, attributes go by local name. */
        void element(String path, String text, Map<String, String> attributes);

        /** The document departs from the model; where is a path with places. */
        void problem(String where, Problem problem, String name);
    }

    /** How a document departs from its model. */
    public enum Problem {
        /** An element or attribute that must be there is not. */
        MISSING(0),
        /** An element or attribute stands where it may not. */
        UNEXPECTED(1),
        /** A text or attribute has a value that it may not have. */
        VALUE(2);

        private final int choice;

        Problem(int choice) {
            this.choice = choice;
        }

        /** The number by which the sentences for people choose their words. */
        public int choice() {
            return choice;
        }
    }

    /** Reads a document from start to end; throws if it is not well-formed or dangerous. */
    public static void read(byte[] document, ContentModel model, Listener listener) throws XMLStreamException {
        if (document.length > MAX_BYTES) {
            throw new XMLStreamException("the document has more than " + MAX_BYTES + " bytes");
        }
        XMLStreamReader in = reader(document);
        try {
            new XmlInput(model, listener).readAll(in);
        } finally {
            in.close();
        }
    }

    /** A reader that follows no address. */
    static XMLStreamReader reader(byte[] document) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        return factory.createXMLStreamReader(new ByteArrayInputStream(document));
    }

    private void readAll(XMLStreamReader in) throws XMLStreamException {
        while (in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                start(in);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end();
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                Frame frame = open.peek();
                if (frame != null && frame.text.length() + in.getTextLength() <= MAX_TEXT) {
                    frame.text.append(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
                }
            } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new XMLStreamException("a document type or entity is not allowed here", in.getLocation());
            }
        }
    }

    private void start(XMLStreamReader in) throws XMLStreamException {
        if (open.size() >= MAX_DEPTH) {
            throw new XMLStreamException("elements are nested deeper than " + MAX_DEPTH, in.getLocation());
        }
        String name = in.getLocalName();
        boolean ours = Objects.requireNonNullElse(in.getNamespaceURI(), "").equals(model.namespace());
        Frame parent = open.peek();
        Frame frame = parent == null ? new Frame(name) : new Frame(name, parent);
        if (parent == null) {
            frame.rule =
                    ours && name.equals(model.root()) ? model.rule("", name).orElse(null) : null;
            if (frame.rule == null) {
                problem("/", Problem.UNEXPECTED, name);
            }
        } else if (parent.rule != null && !parent.rule.any()) {
            if (ours && parent.accepts(name, missing -> problem(parent.where, Problem.MISSING, missing))) {
                frame.rule = model.rule(parent.name, name).orElse(null);
            } else {
                problem(parent.where, Problem.UNEXPECTED, name);
            }
        }
        frame.attributes = attributes(in, frame);
        open.push(frame);
    }

    private Map<String, String> attributes(XMLStreamReader in, Frame frame) {
        Map<String, String> found = new TreeMap<>();
        ContentModel.Rule rule = frame.rule;
        for (int i = 0; i < in.getAttributeCount(); i++) {
            String namespace = Objects.requireNonNullElse(in.getAttributeNamespace(i), "");
            String name = in.getAttributeLocalName(i);
            boolean ours = namespace.equals(model.namespace());
            boolean neutral = namespace.equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI)
                    || namespace.equals(XMLConstants.XML_NS_URI);
            if (ours) {
                found.put(name, in.getAttributeValue(i));
            }
            if (rule != null && !rule.any() && !neutral) {
                ContentModel.Values values = ours ? rule.attributes().get(name) : null;
                if (values == null) {
                    problem(frame.where, Problem.UNEXPECTED, "@" + name);
                } else if (!values.allowed().isEmpty() && !values.allowed().contains(in.getAttributeValue(i))) {
                    problem(frame.where, Problem.VALUE, "@" + name);
                }
            }
        }
        if (rule != null) {
            rule.attributes().forEach((name, values) -> {
                if (values.required() && !found.containsKey(name)) {
                    problem(frame.where, Problem.MISSING, "@" + name);
                }
            });
        }
        return found;
    }

    private void end() {
        Frame frame = open.pop();
        String text = frame.text.toString().strip();
        ContentModel.Rule rule = frame.rule;
        if (rule != null && !rule.any()) {
            frame.finish(missing -> problem(frame.where, Problem.MISSING, missing));
            boolean fits =
                    rule.text().isPresent() ? rule.text().get().matcher(text).matches() : text.isEmpty();
            if (!fits) {
                problem(frame.where, Problem.VALUE, frame.name);
            }
        }
        listener.element(frame.path, text, frame.attributes);
    }

    private void problem(String where, Problem problem, String name) {
        if (problems++ < MAX_PROBLEMS) {
            listener.problem(where, problem, name);
        }
    }
}
