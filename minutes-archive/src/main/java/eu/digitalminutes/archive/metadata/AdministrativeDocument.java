// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.metadata;

import eu.digitalminutes.archive.internal.xml.XmlOutput;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Municipality;
import eu.digitalminutes.core.meeting.Person;
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
import java.util.function.Consumer;

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
    private static final String FORMATION = "creazione tramite utilizzo di strumenti software che assicurino la"
            + " produzione di documenti nei formati previsti in allegato 2";
    private static final String PERSONAL_TAX_CODE =
            "[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}" + "[A-Z][0-9LMNPQRSTUV]{3}[A-Z]";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ssXXX", Locale.ROOT);
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
        idDoc(xml, digest, meeting.id().toString());
        xml.text("ModalitaDiFormazione", FORMATION);
        xml.text("TipologiaDocumentale", metadata.documentType());
        xml.element("DatiDiRegistrazione", this::registration);
        xml.element("Soggetti", this::roles);
        xml.element("ChiaveDescrittiva", key -> {
            key.text("Oggetto", subject());
            metadata.keywords().forEach(word -> key.text("ParoleChiave", word));
        });
        xml.element("Allegati", this::attachments);
        xml.element("Classificazione", this::classification);
        xml.text("Riservato", String.valueOf(metadata.reserved() || MetadataPreset.hasSecretPart(meeting)));
        xml.element(
                "IdentificativoDelFormato",
                format -> format.text("Formato", CONTAINER_TYPE).element("ProdottoSoftware", this::product));
        xml.element("Verifica", this::verification);
        xml.element(
                "Agg",
                all -> all.element(
                        "TipoAgg",
                        one -> one.text("TipoAggregazione", "Serie Documentale")
                                .text("IdAggregazione", metadata.aggregation())));
        xml.text("NomeDelDocumento", name);
        xml.text("VersioneDelDocumento", metadata.version());
        xml.text("TempoDiConservazione", Integer.toString(metadata.retentionYears()));
    }

    private static void idDoc(XmlOutput xml, Digest digest, String identifier) {
        xml.element("IdDoc", id -> {
            id.element(
                    "ImprontaCrittograficaDelDocumento",
                    hash -> hash.text("Impronta", digest.base64()).text("Algoritmo", Digest.ALGORITHM));
            id.text("Identificativo", identifier);
        });
    }

    private void registration(XmlOutput xml) {
        Registration registration = metadata.registration();
        xml.text("TipologiaDiFlusso", "I");
        xml.element(
                "TipoRegistro",
                choice -> choice.element("Repertorio_Registro", register -> {
                    register.text("TipoRegistro", "Repertorio\\Registro");
                    register.text(
                            "DataRegistrazioneDocumento", registration.date().toString());
                    registration
                            .time()
                            .ifPresent(time -> register.text("OraRegistrazioneDocumento", TIME.format(time)));
                    register.text("NumeroRegistrazioneDocumento", registration.number());
                    register.text("CodiceRegistro", registration.register());
                }));
    }

    private void roles(XmlOutput xml) {
        role(
                xml,
                "AmministrazioneCheEffettuaLaRegistrazione",
                "Amministrazione Che Effettua La Registrazione",
                role -> role.element("PAI", this::body));
        meeting.president().map(Seat::person).ifPresent(person -> author(xml, person));
        meeting.secretary().map(Seat::person).ifPresent(person -> author(xml, person));
        String software = metadata.product().name() + " " + metadata.product().version();
        role(
                xml,
                "Produttore",
                "Produttore",
                role -> role.element("SW", sw -> sw.text("DenominazioneSistema", software.strip())));
    }

    private static void role(XmlOutput xml, String element, String type, Consumer<XmlOutput> subject) {
        xml.element(
                "Ruolo",
                role -> role.element(element, inner -> {
                    inner.text("TipoRuolo", type);
                    subject.accept(inner);
                }));
    }

    private void body(XmlOutput xml) {
        Municipality municipality = meeting.municipality();
        xml.element(
                "IPAAmm",
                ipa -> ipa.text("Denominazione", municipality.name()).text("CodiceIPA", municipality.ipaCode()));
        xml.element(
                "IPAAOO",
                ipa -> ipa.text("Denominazione", municipality.area().name())
                        .text("CodiceIPA", municipality.area().code()));
        xml.text("IndirizziDigitaliDiRiferimento", municipality.digitalAddress());
    }

    private static void author(XmlOutput xml, Person person) {
        role(
                xml,
                "Autore",
                "Autore",
                role -> role.element("PF", pf -> {
                    pf.text("Cognome", person.familyName());
                    pf.text("Nome", person.givenName());
                    if (person.taxCode().matches(PERSONAL_TAX_CODE)) {
                        pf.text("CodiceFiscale", person.taxCode());
                    }
                }));
    }

    private void attachments(XmlOutput xml) {
        List<ContainedFile> attached = signed.files().stream()
                .filter(file -> !file.name().equals(Minutes.FILE_NAME))
                .toList();
        xml.text("NumeroAllegati", Integer.toString(attached.size()));
        for (ContainedFile file : attached) {
            xml.element("IndiceAllegati", index -> {
                idDoc(index, file.fingerprint().digest(), meeting.id() + "/" + file.name());
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

    private void classification(XmlOutput xml) {
        Classification classification = metadata.classification();
        xml.text("IndiceDiClassificazione", classification.index());
        xml.text("Descrizione", classification.description());
        if (!classification.plan().isEmpty()) {
            xml.text("PianoDiClassificazione", classification.plan());
        }
    }

    private void product(XmlOutput xml) {
        xml.text("NomeProdotto", metadata.product().name());
        xml.text("VersioneProdotto", metadata.product().version());
        xml.text("Produttore", metadata.product().producer());
    }

    private void verification(XmlOutput xml) {
        List<AppliedSignature> signatures = signed.signatures();
        boolean isSigned = !signatures.isEmpty();
        boolean isStamped = isSigned
                && signatures.stream().noneMatch(signature -> signature.level().equals("B"));
        xml.text("FirmatoDigitalmente", String.valueOf(isSigned));
        xml.text("SigillatoElettronicamente", "false");
        xml.text("MarcaturaTemporale", String.valueOf(isStamped));
        xml.text("ConformitaCopieImmagineSuSupportoInformatico", "false");
    }
}
