// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.sincro;

import eu.digitalminutes.archive.internal.xml.XmlOutput;
import eu.digitalminutes.archive.metadata.AdministrativeDocument;
import eu.digitalminutes.archive.metadata.Agent;
import eu.digitalminutes.archive.metadata.ArchiveMetadata;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.minutes.Minutes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Writes the index of a package of minutes (<i>PIndex</i>).
 *
 * @see <a href="https://store.uni.com/uni-11386-2020">UNI 11386:2020</a>
 */
public final class PIndexWriter {
    private static final String LAWS = "AgID, Linee guida sulla formazione, gestione e conservazione dei documenti"
            + " informatici (determinazione 407/2020, modificata dalla 371/2021), 4.2 e 4.7; UNI 11386:2020";

    private final Meeting meeting;
    private final ArchiveMetadata metadata;
    private final AdministrativeDocument document;

    private PIndexWriter(Minutes minutes, ArchiveMetadata metadata, AdministrativeDocument document) {
        this.meeting = minutes.meeting();
        this.metadata = Objects.requireNonNull(metadata, "metadata");
        this.document = Objects.requireNonNull(document, "document");
    }

    /**
     * The index of a package.
     *
     * @param minutes the facts of the minutes
     * @param metadata what the body knows beyond them
     * @param document the description of the container; embedded with the first file
     * @param files the container first, then what else the package holds
     * @param time when the package was made (<i>riferimento temporale</i>)
     * @param seal whether a seal will stand beside the index
     * @return a document in UTF-8, the same for the same values
     * @throws IllegalArgumentException if no file is given
     */
    public static byte[] write(
            Minutes minutes,
            ArchiveMetadata metadata,
            AdministrativeDocument document,
            List<IndexedFile> files,
            Instant time,
            IndexSeal seal) {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("an index lists at least one file");
        }
        PIndexWriter writer = new PIndexWriter(minutes, metadata, document);
        return XmlOutput.document(
                PIndex.PREFIX,
                PIndex.NAMESPACE,
                xml -> xml.start("PIndex")
                        .attribute("language", "it")
                        .attribute("uri", PIndex.SCHEMA)
                        .attribute("sincroVersion", "2.0")
                        .element("SelfDescription", description -> writer.selfDescription(description, seal))
                        .element("PVolume", writer::volume)
                        .element("FileGroup", group -> writer.files(group, files))
                        .element("Process", process -> writer.process(process, time))
                        .end());
    }

    private void selfDescription(XmlOutput xml, IndexSeal seal) {
        id(xml, "pindex-" + meeting.id() + "-v" + metadata.version());
        xml.element(
                "CreatingApplication",
                application -> application
                        .text("Name", metadata.product().name())
                        .text("Version", metadata.product().version())
                        .text("Producer", metadata.product().producer()));
        if (seal == IndexSeal.LEFT_TO_THE_PROVIDER) {
            xml.start("MoreInfo")
                    .attribute("xmlSchema", PIndex.UNSEALED_SCHEMA)
                    .element("EmbeddedMetadata", embedded -> embedded.embed(PIndex.UNSEALED_NOTE))
                    .end();
        }
    }

    private void volume(XmlOutput xml) {
        id(xml, "pdv-" + meeting.id() + "-v" + metadata.version());
        xml.text("Label", document.subject());
        xml.text(
                "Description",
                metadata.documentType() + ", " + meeting.place() + ", "
                        + meeting.openedAt().orElse(meeting.scheduledAt()) + "; serie " + metadata.aggregation());
    }

    private void files(XmlOutput xml, List<IndexedFile> files) {
        id(xml, "fg-1");
        xml.text("Label", "Verbale");
        for (int i = 0; i < files.size(); i++) {
            IndexedFile file = files.get(i);
            xml.start("File").attribute("encoding", "binary").attribute("format", file.mediaType());
            int dot = file.path().lastIndexOf('.');
            if (dot > file.path().lastIndexOf('/')) {
                xml.attribute("extension", file.path().substring(dot + 1));
            }
            id(xml, "file-" + (i + 1));
            xml.text("Path", file.path());
            xml.start("Hash")
                    .attribute("hashFunction", file.hashFunction())
                    .attribute("canonicalXML", "false")
                    .content(file.hash())
                    .end();
            if (i == 0) {
                xml.start("MoreInfo")
                        .attribute("xmlSchema", AdministrativeDocument.SCHEMA)
                        .element("EmbeddedMetadata", embedded -> embedded.embed(document.toXml()))
                        .end();
            }
            xml.end();
        }
    }

    private void process(XmlOutput xml, Instant time) {
        agent(xml.start("Submitter"), metadata.submitter(), element -> {});
        agent(
                xml.start("Holder"),
                metadata.holder(),
                element -> element.attribute("holderRole", "soggetto produttore"));
        agent(
                xml.start("AuthorizedSigner"),
                metadata.authorizedSigner(),
                element -> element.attribute("signerRole", "Responsabile della conservazione"));
        xml.element(
                "TimeReference",
                reference -> reference
                        .start("TimeInfo")
                        .attribute("attachedTimeStamp", "false")
                        .content(time.truncatedTo(ChronoUnit.SECONDS).toString())
                        .end());
        xml.text("LawsAndRegulations", LAWS);
    }

    private static void agent(XmlOutput xml, Agent agent, Consumer<XmlOutput> role) {
        xml.attribute("agentType", agent instanceof Agent.NaturalPerson ? "natural person" : "legal person");
        role.accept(xml);
        if (!agent.id().isEmpty()) {
            xml.text("AgentID", agent.id());
        }
        xml.element("AgentName", name -> {
            if (agent instanceof Agent.NaturalPerson person) {
                name.element(
                        "NameAndSurname",
                        both -> both.text("FirstName", person.givenName()).text("LastName", person.familyName()));
            } else if (agent instanceof Agent.LegalPerson body) {
                name.text("FormalName", body.name());
            }
        });
        xml.text("RelevantDocument", agent.relevantDocument());
        xml.end();
    }

    private static void id(XmlOutput xml, String value) {
        xml.start("ID").attribute("scheme", "local").content(value).end();
    }
}
