// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.metadata;

import eu.digitalminutes.archive.internal.xml.XmlOutput;
import eu.digitalminutes.core.minutes.Minutes;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A file that goes with the minutes but is no administrative document itself, such as a format assessment or a log,
 * described by AgID's Allegato 5 (<i>documento informatico</i>). Immutable. It is in no register.
 *
 * @see <a href="https://www.agid.gov.it/it/linee-guida">AgID, Linee guida sui documenti informatici, Allegato 5</a>
 */
public final class ElectronicDocument {
    /** The name of AgID's schema, which the XML follows. */
    public static final String SCHEMA = "DocumentoInformatico.xsd";

    private final Minutes minutes;
    private final ArchiveMetadata metadata;
    private final DocumentFile file;
    private final String documentType;
    private final String subject;
    private final LocalDate date;

    private ElectronicDocument(
            Minutes minutes,
            ArchiveMetadata metadata,
            DocumentFile file,
            String documentType,
            String subject,
            LocalDate date) {
        this.minutes = minutes;
        this.metadata = metadata;
        this.file = file;
        this.documentType = documentType;
        this.subject = subject;
        this.date = date;
    }

    /**
     * Describes a file.
     *
     * @param minutes the minutes that it belongs to
     * @param metadata of these; classification, series, retention, reserve and version are taken from there
     * @param file the file
     * @param documentType the kind of document, in Italian words
     * @param subject what it is about (<i>oggetto</i>)
     * @param date the day of the document
     * @return the description
     * @throws IllegalArgumentException if a text is blank
     */
    public static ElectronicDocument of(
            Minutes minutes,
            ArchiveMetadata metadata,
            DocumentFile file,
            String documentType,
            String subject,
            LocalDate date) {
        if (documentType.isBlank() || subject.isBlank()) {
            throw new IllegalArgumentException("a document has a kind and a subject");
        }
        return new ElectronicDocument(
                Objects.requireNonNull(minutes, "minutes"),
                Objects.requireNonNull(metadata, "metadata"),
                Objects.requireNonNull(file, "file"),
                documentType,
                subject,
                Objects.requireNonNull(date, "date"));
    }

    /**
     * The description as XML.
     *
     * @return a document in UTF-8, the same for the same values
     */
    public byte[] toXml() {
        return XmlOutput.document("", "", xml -> xml.element("DocumentoInformatico", this::write));
    }

    private void write(XmlOutput xml) {
        MetadataXml.identification(xml, "IdDoc", file.digest(), file.identifier());
        xml.text("ModalitaDiFormazione", MetadataXml.FORMATION);
        xml.text("TipologiaDocumentale", documentType);
        xml.element("DatiDiRegistrazione", this::registration);
        xml.element("Soggetti", roles -> {
            MetadataXml.role(
                    roles,
                    "Autore",
                    "Autore",
                    role -> MetadataXml.body(role, minutes.meeting().municipality()));
            MetadataXml.producer(roles, metadata.product());
        });
        xml.element("ChiaveDescrittiva", key -> key.text("Oggetto", subject));
        xml.element("Allegati", attached -> attached.text("NumeroAllegati", "0"));
        xml.element("Classificazione", filed -> MetadataXml.classification(filed, metadata.classification()));
        xml.text("Riservato", String.valueOf(metadata.reserved() || MetadataPreset.hasSecretPart(minutes.meeting())));
        MetadataXml.format(xml, file.mediaType(), metadata.product());
        MetadataXml.verification(xml, false, false);
        MetadataXml.series(xml, metadata.aggregation());
        MetadataXml.lifecycle(xml, file.name(), metadata);
    }

    private void registration(XmlOutput xml) {
        xml.text("TipologiaDiFlusso", "I");
        xml.element(
                "TipoRegistro",
                choice -> choice.element(
                        "Nessuno",
                        none -> none.text("TipoRegistro", "Nessuno")
                                .text("DataDocumento", date.toString())
                                .text("NumeroDocumento", file.identifier())));
    }
}
