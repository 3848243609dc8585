// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.premis;

import eu.digitalminutes.archive.internal.xml.XmlOutput;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.XMLConstants;

/**
 * One document of PREMIS 3 that is being written: its objects first, then its events, then its agents, as the schema wants
 * them. Types of events, outcomes and roles are words of the vocabularies of the Library of Congress.
 *
 * @see <a href="https://id.loc.gov/vocabulary/preservation/eventType.html">Library of Congress, event types</a>
 */
public final class Premis {
    /** The namespace of version 3. */
    public static final String NAMESPACE = "http://www.loc.gov/premis/v3";

    private static final String LOCAL = "local";

    private final XmlOutput xml;
    private int events;

    private Premis(XmlOutput xml) {
        this.xml = xml;
    }

    /** How an object came from others, or where it lies. */
    public record Relation(String type, String subType, List<String> objects) {
        /** It lies in another. */
        public static Relation isIncludedIn(String object) {
            return new Relation("structural", "is included in", List.of(object));
        }

        /** It was made from others. */
        public static Relation hasSource(List<String> objects) {
            return new Relation("derivation", "has source", objects);
        }
    }

    /** A whole document in UTF-8, the same for the same content. */
    public static byte[] document(Consumer<Premis> content) {
        return XmlOutput.document("premis", NAMESPACE, xml -> {
            xml.start("premis")
                    .declare("xsi", XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI)
                    .bare("version", "3.0");
            content.accept(new Premis(xml));
            xml.end();
        });
    }

    /** An instant as it stands in every document, without parts of a second. */
    public static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** A file with its digest. */
    public void file(String id, Fingerprint file, String mediaType, String name, List<Relation> relations) {
        object("file", id);
        characteristics(
                () -> {
                    fixity(file.digest());
                    xml.text("size", Long.toString(file.bytes()));
                },
                mediaType);
        end(name, relations);
    }

    /** A file of which only the form is told. */
    public void file(String id, String mediaType, String name) {
        object("file", id);
        characteristics(() -> {}, mediaType);
        end(name, List.of());
    }

    /** Several files that are one thing together, such as a package that is a folder. */
    public void representation(String id, String name) {
        object("representation", id);
        end(name, List.of());
    }

    /** Several files that are one thing together, known by a digest over all of them. */
    public void representation(String id, Digest digest, String name) {
        object("representation", id);
        identifier("object", Digest.ALGORITHM, digest.hex());
        end(name, List.of());
    }

    /** Something that happened; what it led to and whom it links is told by the last argument. */
    public void event(String type, String time, String detail, Consumer<Event> more) {
        xml.start("event");
        identifier("event", LOCAL, "event-" + ++events);
        xml.text("eventType", type);
        xml.text("eventDateTime", time);
        xml.element("eventDetailInformation", information -> information.text("eventDetail", detail));
        more.accept(new Event(xml));
        xml.end();
    }

    /** Somebody, or a program. */
    public void agent(String id, String name, String type) {
        xml.element("agent", agent -> agent(id, name, type, agent));
    }

    /** A program of a version. */
    public void software(String id, String name, String version) {
        xml.element("agent", agent -> {
            agent(id, name, "software", agent);
            agent.text("agentVersion", version);
        });
    }

    private void agent(String id, String name, String type, XmlOutput agent) {
        identifier("agent", LOCAL, id);
        agent.text("agentName", name).text("agentType", type);
    }

    /** Left open, for {@link #end}. */
    private void object(String kind, String id) {
        xml.start("object").attribute("xsi", XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "type", "premis:" + kind);
        identifier("object", LOCAL, id);
    }

    private void characteristics(Runnable fixityAndSize, String mediaType) {
        xml.element("objectCharacteristics", characteristics -> {
            characteristics.text("compositionLevel", "0");
            fixityAndSize.run();
            characteristics.element(
                    "format",
                    format -> format.element(
                            "formatDesignation", designation -> designation.text("formatName", mediaType)));
        });
    }

    private void fixity(Digest digest) {
        xml.element(
                "fixity",
                fixity ->
                        fixity.text("messageDigestAlgorithm", Digest.ALGORITHM).text("messageDigest", digest.hex()));
    }

    private void end(String name, List<Relation> relations) {
        xml.text("originalName", name);
        for (Relation relation : relations) {
            xml.element("relationship", relationship -> {
                relationship.text("relationshipType", relation.type()).text("relationshipSubType", relation.subType());
                for (String object : relation.objects()) {
                    relationship.element(
                            "relatedObjectIdentifier",
                            related -> related.text("relatedObjectIdentifierType", LOCAL)
                                    .text("relatedObjectIdentifierValue", object));
                }
            });
        }
        xml.end();
    }

    private void identifier(String of, String type, String id) {
        xml.element(
                of + "Identifier",
                identifier -> identifier.text(of + "IdentifierType", type).text(of + "IdentifierValue", id));
    }

    /** What an event led to and whom it links: the outcome first, then agents, then objects. */
    public static final class Event {
        private final XmlOutput xml;

        private Event(XmlOutput xml) {
            this.xml = xml;
        }

        /** What came of it, and a note for each thing that is to be said of that. */
        public Event outcome(String outcome, List<String> notes) {
            xml.element("eventOutcomeInformation", information -> {
                information.text("eventOutcome", outcome);
                notes.forEach(note -> information.element(
                        "eventOutcomeDetail", detail -> detail.text("eventOutcomeDetailNote", note)));
            });
            return this;
        }

        /** Through whom it happened. */
        public Event agent(String agent, String role) {
            xml.element(
                    "linkingAgentIdentifier",
                    link -> link.text("linkingAgentIdentifierType", LOCAL)
                            .text("linkingAgentIdentifierValue", agent)
                            .text("linkingAgentRole", role));
            return this;
        }

        /** To what it happened. */
        public Event object(String object) {
            xml.element("linkingObjectIdentifier", link -> identified(link, object));
            return this;
        }

        /** What part something had in it, {@code source} or {@code outcome}. */
        public Event object(String object, String role) {
            xml.element(
                    "linkingObjectIdentifier", link -> identified(link, object).text("linkingObjectRole", role));
            return this;
        }

        private static XmlOutput identified(XmlOutput link, String object) {
            return link.text("linkingObjectIdentifierType", LOCAL).text("linkingObjectIdentifierValue", object);
        }
    }
}
