// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.eark;

import eu.digitalminutes.archive.internal.xml.XmlOutput;
import eu.digitalminutes.archive.metadata.AdministrativeDocument;
import eu.digitalminutes.archive.metadata.ArchiveMetadata;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.minutes.AppliedSignature;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.minutes.SignedMinutes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.XMLConstants;

/**
 * Tells in PREMIS what happened to the minutes: which files there are, how they came about, and through whom.
 *
 * @see <a href="https://id.loc.gov/vocabulary/preservation/eventType.html">Library of Congress, event types</a>
 */
final class PremisWriter {
    private static final String CONTAINER = "container";
    private static final String SOFTWARE = "software";
    private static final String BODY = "body";

    private final SignedMinutes signed;
    private final ArchiveMetadata metadata;
    private final Fingerprint container;
    private final String packedAt;
    private final XmlOutput xml;
    private int events;

    private PremisWriter(
            SignedMinutes signed, ArchiveMetadata metadata, Fingerprint container, Instant time, XmlOutput xml) {
        this.signed = signed;
        this.metadata = metadata;
        this.container = container;
        this.packedAt = time.truncatedTo(ChronoUnit.SECONDS).toString();
        this.xml = xml;
    }

    /** What happened to the files of the representation until they were packed. */
    static byte[] ofFiles(SignedMinutes signed, ArchiveMetadata metadata, Fingerprint container, Instant time) {
        return document(xml -> new PremisWriter(signed, metadata, container, time, xml).files());
    }

    /** How the package came about. */
    static byte[] ofPackage(SignedMinutes signed, ArchiveMetadata metadata, Fingerprint container, Instant time) {
        return document(xml -> new PremisWriter(signed, metadata, container, time, xml).packaging());
    }

    private static byte[] document(Consumer<XmlOutput> content) {
        return XmlOutput.document("premis", EArkLayout.PREMIS_NAMESPACE, xml -> {
            xml.start("premis")
                    .declare("xsi", XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI)
                    .bare("version", "3.0");
            content.accept(xml);
            xml.end();
        });
    }

    private void files() {
        object(CONTAINER, container, AdministrativeDocument.CONTAINER_TYPE, "data/" + EArkLayout.CONTAINER_NAME, false);
        for (ContainedFile file : signed.files()) {
            object(id(file.name()), file.fingerprint(), file.mediaType(), file.name(), true);
        }
        captures();
        signatures();
        event("message digest calculation", packedAt, "impronta del contenitore firmato");
        outcome(Digest.ALGORITHM + " " + container.digest().hex());
        links(SOFTWARE, "executing program", CONTAINER);
        software();
        body();
        signers();
    }

    private void packaging() {
        object(CONTAINER, container, AdministrativeDocument.CONTAINER_TYPE, EArkLayout.CONTAINER, false);
        event(
                "information package creation",
                packedAt,
                "pacchetto E-ARK del verbale " + signed.minutes().meeting().id());
        outcome("success");
        links(SOFTWARE, "executing program", CONTAINER);
        software();
    }

    private void object(String id, Fingerprint file, String mediaType, String name, boolean isContained) {
        xml.start("object").attribute("xsi", XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "type", "premis:file");
        identifier("object", id);
        xml.element(
                "objectCharacteristics",
                characteristics -> characteristics
                        .text("compositionLevel", "0")
                        .element(
                                "fixity",
                                fixity -> fixity.text("messageDigestAlgorithm", Digest.ALGORITHM)
                                        .text("messageDigest", file.digest().hex()))
                        .text("size", Long.toString(file.bytes()))
                        .element(
                                "format",
                                format -> format.element(
                                        "formatDesignation",
                                        designation -> designation.text("formatName", mediaType))));
        xml.text("originalName", name);
        if (isContained) {
            xml.element(
                    "relationship",
                    relationship -> relationship
                            .text("relationshipType", "structural")
                            .text("relationshipSubType", "is included in")
                            .element(
                                    "relatedObjectIdentifier",
                                    related -> related.text("relatedObjectIdentifierType", "local")
                                            .text("relatedObjectIdentifierValue", CONTAINER)));
        }
        xml.end();
    }

    private void captures() {
        List<RecordingPart> parts = signed.minutes().recordings();
        for (int i = 0; i < parts.size(); i++) {
            RecordingPart part = parts.get(i);
            event(
                    "capture",
                    part.start().toString(),
                    "registrazione della seduta, parte " + (i + 1) + " di " + parts.size() + ", fino al " + part.end());
            if (signed.file(part.name()).isPresent()) {
                links(BODY, "implementer", id(part.name()));
            } else {
                links(BODY, "implementer", CONTAINER);
            }
        }
    }

    private void signatures() {
        List<AppliedSignature> signatures = signed.signatures();
        for (int i = 0; i < signatures.size(); i++) {
            AppliedSignature signature = signatures.get(i);
            event(
                    "digital signature generation",
                    signature.signingTime().toString(),
                    "firma di livello " + signature.level()
                            + signature
                                    .role()
                                    .map(role -> ", " + role.label().italian())
                                    .orElse(""));
            signature.timestamp().ifPresent(stamp -> outcome("marca temporale del " + stamp));
            links("signer-" + (i + 1), "authorizer", CONTAINER);
        }
    }

    private void software() {
        agent(SOFTWARE, metadata.product().name(), "software");
        xml.text("agentVersion", metadata.product().version()).end();
    }

    private void body() {
        agent(BODY, AgentName.of(metadata.holder()), "organization");
        xml.end();
    }

    private void signers() {
        for (int i = 0; i < signed.signatures().size(); i++) {
            agent("signer-" + (i + 1), signed.signatures().get(i).signer(), "person");
            xml.end();
        }
    }

    /** Left open, for what only some agents have. */
    private void agent(String id, String name, String type) {
        xml.start("agent");
        identifier("agent", id);
        xml.text("agentName", name);
        xml.text("agentType", type);
    }

    /** Opens an event; its links end it. */
    private void event(String type, String time, String detail) {
        xml.start("event");
        identifier("event", "event-" + ++events);
        xml.text("eventType", type);
        xml.text("eventDateTime", time);
        xml.element("eventDetailInformation", information -> information.text("eventDetail", detail));
    }

    private void outcome(String outcome) {
        xml.element("eventOutcomeInformation", information -> information.text("eventOutcome", outcome));
    }

    private void links(String agent, String role, String object) {
        xml.element(
                "linkingAgentIdentifier",
                link -> link.text("linkingAgentIdentifierType", "local")
                        .text("linkingAgentIdentifierValue", agent)
                        .text("linkingAgentRole", role));
        xml.element(
                "linkingObjectIdentifier",
                link -> link.text("linkingObjectIdentifierType", "local").text("linkingObjectIdentifierValue", object));
        xml.end();
    }

    private void identifier(String of, String id) {
        xml.element(
                of + "Identifier",
                identifier -> identifier.text(of + "IdentifierType", "local").text(of + "IdentifierValue", id));
    }

    private static String id(String name) {
        return CONTAINER + "/" + name;
    }
}
