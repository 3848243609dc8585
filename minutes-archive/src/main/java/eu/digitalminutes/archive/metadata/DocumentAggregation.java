// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.metadata;

import eu.digitalminutes.archive.internal.xml.XmlOutput;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.meeting.Meeting;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What holds minutes together, described by AgID's Allegato 5 (<i>aggregazione documentale informatica</i>): the yearly
 * series of an organ's minutes, or the dossier of one session. Immutable; each method gives a new one.
 *
 * @see <a href="https://www.agid.gov.it/it/linee-guida">AgID, Linee guida sui documenti informatici, Allegato 5</a>
 */
public final class DocumentAggregation {
    /** The name of AgID's schema, which the XML follows. */
    public static final String SCHEMA = "AggregazioneDocumentaliInformatiche.xsd";

    private static final int MAX_PROGRESSIVE = 9999;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ITALIAN);

    private final AggregationKind kind;
    private final String identifier;
    private final String subject;
    private final Meeting meeting;
    private final ArchiveMetadata metadata;
    private final int progressive;
    private final LocalDate opened;
    private final @Nullable LocalDate closed;
    private final @Nullable String seriesOfDossiers;
    private final Map<String, Digest> documents;

    private DocumentAggregation(
            AggregationKind kind,
            String identifier,
            String subject,
            Meeting meeting,
            ArchiveMetadata metadata,
            int progressive,
            LocalDate opened,
            @Nullable LocalDate closed,
            @Nullable String seriesOfDossiers,
            Map<String, Digest> documents) {
        this.kind = kind;
        this.identifier = identifier;
        this.subject = subject;
        this.meeting = meeting;
        this.metadata = metadata;
        this.progressive = progressive;
        this.opened = opened;
        this.closed = closed;
        this.seriesOfDossiers = seriesOfDossiers;
        this.documents = documents;
        if (progressive < 1 || progressive > MAX_PROGRESSIVE) {
            throw new IllegalArgumentException("an aggregation is numbered from 1 to 9999, not " + progressive);
        }
        if (closed != null && closed.isBefore(opened)) {
            throw new IllegalArgumentException("an aggregation opened on " + opened + " is not closed on " + closed);
        }
    }

    /**
     * The series of an organ's minutes of one year (<i>serie documentale annuale</i>), opened on the first of January.
     *
     * @param meeting any meeting of the organ in that year
     * @param metadata of its minutes; the series is the one that they name, classification and retention are theirs
     * @return a series without documents, numbered 1
     */
    public static DocumentAggregation yearlySeries(Meeting meeting, ArchiveMetadata metadata) {
        int year = meeting.id().year();
        return new DocumentAggregation(
                AggregationKind.DOCUMENT_SERIES,
                metadata.aggregation(),
                "Verbali delle sedute " + year + " - " + meeting.organ().name() + " - "
                        + meeting.municipality().name(),
                meeting,
                metadata,
                1,
                LocalDate.of(year, 1, 1),
                null,
                null,
                Map.of());
    }

    /**
     * The dossier of one session (<i>fascicolo della seduta</i>): convocation, agenda, attached proposals, minutes,
     * receipts.
     *
     * @param meeting the meeting; its number is the dossier's
     * @param metadata of its minutes; classification and retention are theirs
     * @param opened the day on which the dossier was opened, usually that of the convocation
     * @return a dossier without documents
     */
    public static DocumentAggregation dossier(Meeting meeting, ArchiveMetadata metadata, LocalDate opened) {
        return new DocumentAggregation(
                AggregationKind.DOSSIER,
                "fascicolo-" + meeting.id(),
                "Seduta n. " + meeting.id().number() + "/" + meeting.id().year() + " del "
                        + meeting.openedAt().orElse(meeting.scheduledAt()).format(DAY) + " - "
                        + meeting.organ().name() + " - "
                        + meeting.municipality().name(),
                meeting,
                metadata,
                meeting.id().number(),
                opened,
                null,
                null,
                Map.of());
    }

    /**
     * With one more document.
     *
     * @param documentIdentifier what the document's own description calls it
     * @param digest the document's digest
     * @return a new aggregation
     * @throws IllegalArgumentException if the document is in it already
     */
    public DocumentAggregation withDocument(String documentIdentifier, Digest digest) {
        Map<String, Digest> more = new LinkedHashMap<>(documents);
        if (more.putIfAbsent(documentIdentifier, Objects.requireNonNull(digest, "digest")) != null) {
            throw new IllegalArgumentException(identifier + " has the document " + documentIdentifier + " already");
        }
        return with(progressive, closed, seriesOfDossiers, more);
    }

    /**
     * With one more document, by its description.
     *
     * @param document the description
     * @return a new aggregation
     * @throws IllegalArgumentException if the document is in it already, or its description has no SHA-256 digest
     */
    public DocumentAggregation withDocument(DescribedDocument document) {
        return withDocument(
                document.identifier(),
                document.digest()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "the description of " + document.identifier() + " has no SHA-256 digest")));
    }

    /**
     * Under another number (<i>progressivo</i>).
     *
     * @param value 1 to 9999
     * @return a new aggregation
     * @throws IllegalArgumentException if the number is out of its bounds
     */
    public DocumentAggregation numbered(int value) {
        return with(value, closed, seriesOfDossiers, documents);
    }

    /**
     * Closed (<i>data di chiusura</i>).
     *
     * @param day the day, not before the opening
     * @return a new aggregation
     * @throws IllegalArgumentException if the day is before the opening
     */
    public DocumentAggregation closed(LocalDate day) {
        return with(progressive, Objects.requireNonNull(day, "day"), seriesOfDossiers, documents);
    }

    /**
     * Within a series of dossiers (<i>serie di fascicoli</i>).
     *
     * @param series the identifier of the series
     * @return a new aggregation
     */
    public DocumentAggregation partOf(String series) {
        return with(progressive, closed, Objects.requireNonNull(series, "series"), documents);
    }

    private DocumentAggregation with(
            int number, @Nullable LocalDate day, @Nullable String series, Map<String, Digest> members) {
        return new DocumentAggregation(
                kind, identifier, subject, meeting, metadata, number, opened, day, series, members);
    }

    /**
     * What it is called (<i>identificativo dell'aggregazione</i>).
     *
     * @return such as {@code verbali-consiglio-2026}
     */
    public String identifier() {
        return identifier;
    }

    /**
     * The description as XML.
     *
     * @return a document in UTF-8, the same for the same values
     * @throws IllegalStateException if it holds no document
     */
    public byte[] toXml() {
        if (documents.isEmpty()) {
            throw new IllegalStateException(identifier + " holds no document yet");
        }
        return XmlOutput.document("", "", xml -> xml.element("AggregazioneDocumentaliInformatiche", this::write));
    }

    private void write(XmlOutput xml) {
        aggregation(xml, "IdAgg", kind, identifier);
        if (kind == AggregationKind.DOSSIER) {
            xml.text("TipologiaFascicolo", "affare");
        }
        xml.element(
                "Soggetti",
                roles -> MetadataXml.role(
                        roles,
                        "AmministrazioneTitolare",
                        "Amministrazione Titolare",
                        role -> MetadataXml.body(role, meeting.municipality())));
        xml.element("Assegnazione", assigned -> {});
        xml.text("DataApertura", opened.toString());
        xml.element("Classificazione", filed -> MetadataXml.classification(filed, metadata.classification()));
        xml.text("Progressivo", Integer.toString(progressive));
        xml.element("ChiaveDescrittiva", key -> {
            key.text("Oggetto", subject);
            metadata.keywords().forEach(word -> key.text("ParoleChiave", word));
        });
        if (closed != null) {
            xml.text("DataChiusura", closed.toString());
        }
        xml.element(
                "IndiceDocumenti",
                index -> documents.forEach((name, digest) -> index.element(
                        "TipoDocumento",
                        one -> one.element(
                                "DocumentoAmministativoinformatico",
                                document -> MetadataXml.identification(document, digest, name)))));
        if (seriesOfDossiers != null) {
            aggregation(xml, "IdAggPrimario", AggregationKind.DOSSIER_SERIES, seriesOfDossiers);
        }
        xml.text("TempoDiConservazione", Integer.toString(metadata.retentionYears()));
    }

    private static void aggregation(XmlOutput xml, String element, AggregationKind kind, String identifier) {
        xml.element(element, id -> id.text("TipoAggregazione", kind.italian()).text("IdAggregazione", identifier));
    }
}
