// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.attendance;

import eu.digitalminutes.core.internal.input.InputFile;
import eu.digitalminutes.core.internal.input.InputTable;
import eu.digitalminutes.core.internal.input.InputText;
import eu.digitalminutes.core.internal.input.Refusal;
import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Streams {@code events.xml}: no document type, no entities, no depth, and only the events and fields that matter. */
final class BbbEventsFile {
    private static final int DEEPEST = 16;
    private static final int MOST_EVENTS = 50_000;
    private static final int LONGEST_FIELD = 1_000;
    private static final Set<String> FIELDS = Set.of("userId", "externalUserId", "name", "timestampUTC", "date");
    private static final Set<String> EVENTS =
            Set.of("ParticipantJoinEvent", "ParticipantLeftEvent", "EndAndKickAllEvent");

    private final List<BbbEvent> events = new ArrayList<>();
    private String meeting = "";
    private int count;
    private @Nullable BbbEvent first;
    private @Nullable BbbEvent last;

    private BbbEventsFile() {}

    static BbbEventsFile read(InputFile file) {
        BbbEventsFile read = new BbbEventsFile();
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(InputText.reader(file));
            try {
                read.document(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException | IOException | IllegalArgumentException e) {
            throw new MinutesException(
                    InputTable.MALFORMED,
                    "not whole XML: " + String.valueOf(e.getMessage()).replaceAll("\\s+", " ")
                            + ": the file is cut or damaged; export it again",
                    e);
        }
        return read;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    private void document(XMLStreamReader xml) throws XMLStreamException {
        int depth = 0;
        while (xml.hasNext()) {
            int type = xml.next();
            if (type == XMLStreamConstants.DTD || type == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new MinutesException(
                        InputTable.MALFORMED, "a document type or an entity has no place in events.xml");
            } else if (type == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (depth == 1) {
                    root(xml);
                } else if (depth == 2 && xml.getLocalName().equals("event")) {
                    event(xml);
                    depth--;
                }
                requireDepth(depth);
            } else if (type == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private static void requireDepth(int depth) {
        if (depth > DEEPEST) {
            throw new MinutesException(InputTable.MALFORMED, "elements lie more than " + DEEPEST + " deep");
        }
    }

    private void root(XMLStreamReader xml) {
        if (!xml.getLocalName().equals("recording")) {
            throw new MinutesException(
                    Reading.FORMAT,
                    "the events of a BigBlueButton recording have the root \"recording\", not "
                            + Refusal.quote(xml.getLocalName()));
        }
        meeting = attribute(xml, "meeting_id");
    }

    private void event(XMLStreamReader xml) throws XMLStreamException {
        String module = attribute(xml, "module");
        String name = attribute(xml, "eventname");
        String stamp = attribute(xml, "timestamp");
        if (!stamp.matches("\\d{1,18}")) {
            throw Refusal.at(
                    Reading.TIME,
                    xml.getLocation().getLineNumber(),
                    "an event needs its timestamp in milliseconds, not " + Refusal.quote(stamp));
        }
        long monotonic = Long.parseLong(stamp);
        BbbEvent event = new BbbEvent(++count, monotonic, module, name, fields(xml));
        if (first == null || monotonic < first.monotonic()) {
            first = event;
        }
        if (last == null || monotonic >= last.monotonic()) {
            last = event;
        }
        if (module.equals("PARTICIPANT") && EVENTS.contains(name)) {
            events.add(event);
        }
        if (events.size() > MOST_EVENTS) {
            throw new MinutesException(InputTable.MALFORMED, "more than " + MOST_EVENTS + " joins and leaves");
        }
    }

    /** The texts of an event's children; the reader then stands at the end of the event. */
    private static Map<String, String> fields(XMLStreamReader xml) throws XMLStreamException {
        Map<String, String> fields = new HashMap<>();
        String field = "";
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            int type = xml.next();
            if (type == XMLStreamConstants.START_ELEMENT) {
                depth++;
                requireDepth(depth);
                field = depth == 2 ? xml.getLocalName() : "";
                text.setLength(0);
            } else if (type == XMLStreamConstants.END_ELEMENT) {
                if (depth == 2 && FIELDS.contains(field)) {
                    fields.put(field, text.toString().strip());
                }
                field = "";
                depth--;
            } else if (type == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new MinutesException(InputTable.MALFORMED, "an entity has no place in events.xml");
            } else if (isText(type) && FIELDS.contains(field)) {
                text.append(xml.getText());
                if (text.length() > LONGEST_FIELD) {
                    throw Refusal.at(
                            InputTable.MALFORMED,
                            xml.getLocation().getLineNumber(),
                            "the field " + field + " has more than " + LONGEST_FIELD + " characters");
                }
            }
        }
        return fields;
    }

    private static boolean isText(int type) {
        return type == XMLStreamConstants.CHARACTERS
                || type == XMLStreamConstants.CDATA
                || type == XMLStreamConstants.SPACE;
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /** Joins, leaves and ends of the meeting, in the order of the file. */
    List<BbbEvent> events() {
        return events;
    }

    String meeting() {
        return meeting;
    }

    /** The earliest event of all. */
    BbbEvent first() {
        return require(first);
    }

    /** The latest event of all. */
    BbbEvent last() {
        return require(last);
    }

    private static BbbEvent require(@Nullable BbbEvent event) {
        if (event == null) {
            throw new MinutesException(Reading.INCOMPLETE, "the recording has no events");
        }
        return event;
    }
}
