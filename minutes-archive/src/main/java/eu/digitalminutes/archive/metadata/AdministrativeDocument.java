// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.metadata;

import eu.digitalminutes.archive.internal.xml.XmlOutput;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.minutes.AppliedSignature;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.minutes.SignedMinutes;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The metadata of signed minutes as AgID prescribes them (<i>documento amministrativo informatico</i>). Immutable; it
 * opens no file.
 *
 * @see <a href="https://www.agid.gov.it/it/linee-guida">AgID, Linee guida sui documenti informatici, Allegato 5</a>
 */
public final class AdministrativeDocument {
    /** The name of AgID's schema, which the XML follows. */
    public static final String SCHEMA = "DocumentoAmministrativoInformatico.xsd";

    /** The media type of the signed container. */
    public static final String CONTAINER_TYPE = "application/vnd.etsi.asic-e+zip";

    private static final int MAX_ATTACHMENTS = 9999;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ITALIAN);

    private final SignedMinutes signed;
    private final Meeting meeting;
    private final ArchiveMetadata metadata;
    private final String name;
    private final Digest digest;

    private AdministrativeDocument(SignedMinutes signed, ArchiveMetadata metadata, String name, Digest digest) {
        this.signed = signed;
        this.meeting = signed.minutes().meeting();
        this.metadata = metadata;
        this.name = name;
        this.digest = digest;
    }

    /**
     * Describes signed minutes.
     *
     * @param signed the signed minutes
     * @param metadata what the body knows beyond them
     * @param name the container's file name
     * @param container the container's fingerprint
     * @return the description
     * @throws IllegalArgumentException if the container holds more files than the metadata can list
     */
    public static AdministrativeDocument of(
            SignedMinutes signed, ArchiveMetadata metadata, String name, Fingerprint container) {
        if (signed.files().size() > MAX_ATTACHMENTS) {
            throw new IllegalArgumentException("AgID's metadata list at most " + MAX_ATTACHMENTS + " attachments, not "
                    + signed.files().size());
        }
        return new AdministrativeDocument(
                signed,
                Objects.requireNonNull(metadata, "metadata"),
                Objects.requireNonNull(name, "name"),
                container.digest());
    }

    /**
     * What the minutes are about (<i>oggetto</i>).
     *
     * @return one Italian sentence with organ, number and day of the meeting
     */
    public String subject() {
        return "Verbale della seduta " + meeting.kind().label().italian() + " "
                + meeting.publicity().label().italian() + " n. " + meeting.id().number() + "/"
                + meeting.id().year() + " del "
                + meeting.openedAt().orElse(meeting.scheduledAt()).format(DAY) + " - "
                + meeting.organ().name() + " - " + meeting.municipality().name();
    }

    /**
     * The description as XML.
     *
     * @return a document in UTF-8, the same for the same values
     */
    public byte[] toXml() {
        return XmlOutput.document("", "", xml -> xml.element("DocumentoAmministrativoInformatico", this::write));
    }

    private void write(XmlOutput xml) {
        MetadataXml.identification(xml, "IdDoc", digest, meeting.id().toString());
        xml.text("ModalitaDiFormazione", MetadataXml.FORMATION);
        xml.text("TipologiaDocumentale", metadata.documentType());
        xml.element("DatiDiRegistrazione", data -> MetadataXml.registration(data, metadata.registration()));
        xml.element("Soggetti", this::roles);
        xml.element("ChiaveDescrittiva", key -> {
            key.text("Oggetto", subject());
            metadata.keywords().forEach(word -> key.text("ParoleChiave", word));
        });
        xml.element("Allegati", this::attachments);
        xml.element("Classificazione", filed -> MetadataXml.classification(filed, metadata.classification()));
        xml.text("Riservato", String.valueOf(metadata.reserved() || MetadataPreset.hasSecretPart(meeting)));
        MetadataXml.format(xml, CONTAINER_TYPE, metadata.product());
        List<AppliedSignature> signatures = signed.signatures();
        MetadataXml.verification(
                xml,
                !signatures.isEmpty(),
                !signatures.isEmpty()
                        && signatures.stream()
                                .noneMatch(signature -> signature.level().equals("B")));
        MetadataXml.series(xml, metadata.aggregation());
        MetadataXml.lifecycle(xml, name, metadata);
    }

    private void roles(XmlOutput xml) {
        MetadataXml.role(
                xml,
                "AmministrazioneCheEffettuaLaRegistrazione",
                "Amministrazione Che Effettua La Registrazione",
                role -> MetadataXml.body(role, meeting.municipality()));
        meeting.president().map(Seat::person).ifPresent(person -> MetadataXml.author(xml, person));
        meeting.secretary().map(Seat::person).ifPresent(person -> MetadataXml.author(xml, person));
        MetadataXml.producer(xml, metadata.product());
    }

    private void attachments(XmlOutput xml) {
        List<ContainedFile> attached = signed.files().stream()
                .filter(file -> !file.name().equals(Minutes.FILE_NAME))
                .toList();
        xml.text("NumeroAllegati", Integer.toString(attached.size()));
        for (ContainedFile file : attached) {
            xml.element("IndiceAllegati", index -> {
                MetadataXml.identification(
                        index, "IdDoc", file.fingerprint().digest(), meeting.id() + "/" + file.name());
                index.text("Descrizione", description(file));
            });
        }
    }

    private String description(ContainedFile file) {
        List<RecordingPart> parts = signed.minutes().recordings();
        Optional<RecordingPart> recorded =
                parts.stream().filter(part -> part.name().equals(file.name())).findFirst();
        if (recorded.isPresent()) {
            RecordingPart part = recorded.get();
            return "Registrazione della seduta, parte " + (parts.indexOf(part) + 1) + " di " + parts.size() + ", dal "
                    + part.start() + " al " + part.end() + " (" + part.name() + ")";
        }
        return AttachedKind.of(file.name()).italian() + " (" + file.name() + ")";
    }
}
