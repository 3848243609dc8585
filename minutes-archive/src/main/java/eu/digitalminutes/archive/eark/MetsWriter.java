// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.eark;

import eu.digitalminutes.archive.internal.xml.XmlOutput;
import eu.digitalminutes.archive.metadata.Agent;
import eu.digitalminutes.archive.metadata.ArchiveMetadata;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Writes the METS of a package and that of its representation; what both have in common stands in one place. */
final class MetsWriter {
    private final EArkKind kind;
    private final EArkVersion version;
    private final ArchiveMetadata metadata;
    private final String created;

    MetsWriter(EArkKind kind, EArkVersion version, ArchiveMetadata metadata, Instant time) {
        this.kind = kind;
        this.version = version;
        this.metadata = metadata;
        this.created = time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** What the METS of a package is made of. */
    record Parts(
            String id,
            String label,
            PackedFile description,
            PackedFile premis,
            List<PackedFile> documentation,
            List<PackedFile> schemas,
            PackedFile representation) {}

    byte[] root(Parts parts) {
        return document(parts.id(), parts.label(), xml -> {
            header(xml);
            xml.start("dmdSec").bare("ID", "ID-dmd-1").bare("CREATED", created).bare("STATUS", "CURRENT");
            reference(xml, parts.description(), "OTHER");
            xml.bare("OTHERMDTYPE", EArkLayout.ALLEGATO_5).end().end();
            provenance(xml, parts.premis());
            xml.start("fileSec").bare("ID", "ID-files");
            group(xml, "ID-documentation", "Documentation", parts.documentation());
            group(xml, "ID-schemas", "Schemas", parts.schemas());
            xml.start("fileGrp")
                    .bare("ID", "ID-representations")
                    .bare("USE", "Representations")
                    .attribute("csip", EArkLayout.CSIP, "CONTENTINFORMATIONTYPE", "MIXED");
            group(xml, "ID-rep1", EArkLayout.REPRESENTATION_LABEL, List.of(parts.representation()));
            xml.end().end();
            map(xml, parts.id(), () -> {
                division(xml, "metadata", "Metadata")
                        .bare("ADMID", "ID-premis-1")
                        .bare("DMDID", "ID-dmd-1")
                        .end();
                pointer(xml, "documentation", "Documentation", "ID-documentation");
                pointer(xml, "schemas", "Schemas", "ID-schemas");
                pointer(xml, "representations", "Representations", "ID-representations");
                division(xml, "rep1", EArkLayout.REPRESENTATION_LABEL);
                link(xml.start("mptr"), parts.representation().href())
                        .attribute("xlink", EArkLayout.XLINK, "title", "ID-representations")
                        .end();
                xml.end();
            });
        });
    }

    byte[] representation(String label, PackedFile premis, PackedFile data) {
        return document("rep1", label, xml -> {
            header(xml);
            provenance(xml, premis);
            xml.start("fileSec").bare("ID", "ID-files");
            group(xml, "ID-data", "Data", List.of(data));
            xml.end();
            map(xml, "rep1", () -> {
                division(xml, "metadata", "Metadata")
                        .bare("ADMID", "ID-premis-1")
                        .end();
                pointer(xml, "data", "Data", "ID-data");
            });
        });
    }

    private void provenance(XmlOutput xml, PackedFile premis) {
        xml.start("amdSec").bare("ID", "ID-amd-1");
        xml.start("digiprovMD")
                .bare("ID", "ID-premis-1")
                .bare("CREATED", created)
                .bare("STATUS", "CURRENT");
        reference(xml, premis, "PREMIS");
        xml.bare("MDTYPEVERSION", "3.0").end().end().end();
    }

    private byte[] document(String id, String label, java.util.function.Consumer<XmlOutput> content) {
        return XmlOutput.document("mets", EArkLayout.METS_NAMESPACE, xml -> {
            xml.start("mets")
                    .declare("xlink", EArkLayout.XLINK)
                    .declare("csip", EArkLayout.CSIP)
                    .bare("OBJID", id)
                    .bare("LABEL", label)
                    .bare("TYPE", "Mixed")
                    .attribute("csip", EArkLayout.CSIP, "CONTENTINFORMATIONTYPE", "MIXED")
                    .bare("PROFILE", version.profile(kind.name()));
            content.accept(xml);
            xml.end();
        });
    }

    private void header(XmlOutput xml) {
        xml.start("metsHdr")
                .bare("CREATEDATE", created)
                .bare("LASTMODDATE", created)
                .bare("RECORDSTATUS", "NEW")
                .attribute("csip", EArkLayout.CSIP, "OAISPACKAGETYPE", kind.name());
        xml.start("agent").bare("ROLE", "CREATOR").bare("TYPE", "OTHER").bare("OTHERTYPE", "SOFTWARE");
        xml.text("name", metadata.product().name());
        note(xml, "SOFTWARE VERSION", metadata.product().version());
        xml.end();
        agent(xml, "ARCHIVIST", metadata.holder());
        agent(xml, "CREATOR", metadata.submitter());
        xml.end();
    }

    private static void agent(XmlOutput xml, String role, Agent agent) {
        boolean isPerson = agent instanceof Agent.NaturalPerson;
        xml.start("agent").bare("ROLE", role).bare("TYPE", isPerson ? "INDIVIDUAL" : "ORGANIZATION");
        xml.text("name", AgentName.of(agent));
        if (!agent.id().isEmpty()) {
            note(xml, "IDENTIFICATIONCODE", agent.id());
        }
        xml.end();
    }

    private static void note(XmlOutput xml, String type, String text) {
        xml.start("note")
                .attribute("csip", EArkLayout.CSIP, "NOTETYPE", type)
                .content(text)
                .end();
    }

    /** Left open, for what only some have. */
    private void reference(XmlOutput xml, PackedFile file, String type) {
        described(link(xml.start("mdRef"), file.href()), file).bare("MDTYPE", type);
    }

    private void group(XmlOutput xml, String id, String use, List<PackedFile> files) {
        xml.start("fileGrp")
                .bare("ID", id)
                .bare("USE", use)
                .attribute("csip", EArkLayout.CSIP, "CONTENTINFORMATIONTYPE", "MIXED");
        for (int i = 0; i < files.size(); i++) {
            PackedFile file = files.get(i);
            described(xml.start("file").bare("ID", id + "-" + (i + 1)), file);
            link(xml.start("FLocat"), file.href()).end();
            xml.end();
        }
        xml.end();
    }

    private XmlOutput described(XmlOutput xml, PackedFile file) {
        return xml.bare("MIMETYPE", file.mediaType())
                .bare("SIZE", Long.toString(file.fingerprint().bytes()))
                .bare("CREATED", created)
                .bare("CHECKSUM", file.fingerprint().digest().hex())
                .bare("CHECKSUMTYPE", "SHA-256");
    }

    private static XmlOutput link(XmlOutput xml, String href) {
        return xml.bare("LOCTYPE", "URL")
                .attribute("xlink", EArkLayout.XLINK, "type", "simple")
                .attribute("xlink", EArkLayout.XLINK, "href", href);
    }

    private static void map(XmlOutput xml, String label, Runnable divisions) {
        xml.start("structMap").bare("ID", "ID-map").bare("TYPE", "PHYSICAL").bare("LABEL", "CSIP");
        division(xml, "root", label);
        divisions.run();
        xml.end().end();
    }

    private static XmlOutput division(XmlOutput xml, String id, String label) {
        return xml.start("div").bare("ID", "ID-div-" + id).bare("LABEL", label);
    }

    private static void pointer(XmlOutput xml, String id, String label, String group) {
        division(xml, id, label);
        xml.start("fptr").bare("FILEID", group).end();
        xml.end();
    }
}
