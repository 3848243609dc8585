// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.metadata;

import eu.digitalminutes.archive.internal.xml.XmlOutput;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.meeting.Municipality;
import eu.digitalminutes.core.meeting.Person;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;

/** The parts that the three descriptions of Allegato 5 have in common. */
final class MetadataXml {
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ssXXX", Locale.ROOT);
    static final String FORMATION = "creazione tramite utilizzo di strumenti software che assicurino la"
            + " produzione di documenti nei formati previsti in allegato 2";
    private static final String PERSONAL_TAX_CODE =
            "[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}" + "[A-Z][0-9LMNPQRSTUV]{3}[A-Z]";

    private MetadataXml() {}

    static void identification(XmlOutput xml, String element, Digest digest, String identifier) {
        xml.element(element, id -> identification(id, digest, identifier));
    }

    static void identification(XmlOutput id, Digest digest, String identifier) {
        id.element(
                "ImprontaCrittograficaDelDocumento",
                hash -> hash.text("Impronta", digest.base64()).text("Algoritmo", Digest.ALGORITHM));
        id.text("Identificativo", identifier);
    }

    static void registration(XmlOutput xml, Registration registration) {
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

    static void role(XmlOutput xml, String element, String type, Consumer<XmlOutput> subject) {
        xml.element(
                "Ruolo",
                role -> role.element(element, inner -> {
                    inner.text("TipoRuolo", type);
                    subject.accept(inner);
                }));
    }

    static void body(XmlOutput xml, Municipality municipality) {
        xml.element("PAI", pai -> {
            pai.element(
                    "IPAAmm",
                    ipa -> ipa.text("Denominazione", municipality.name()).text("CodiceIPA", municipality.ipaCode()));
            pai.element(
                    "IPAAOO",
                    ipa -> ipa.text("Denominazione", municipality.area().name())
                            .text("CodiceIPA", municipality.area().code()));
            pai.text("IndirizziDigitaliDiRiferimento", municipality.digitalAddress());
        });
    }

    static void author(XmlOutput xml, Person person) {
        role(xml, "Autore", "Autore", role -> person(role, "PF", person));
    }

    static void person(XmlOutput xml, String element, Person person) {
        xml.element(element, pf -> {
            pf.text("Cognome", person.familyName());
            pf.text("Nome", person.givenName());
            if (person.taxCode().matches(PERSONAL_TAX_CODE)) {
                pf.text("CodiceFiscale", person.taxCode());
            }
        });
    }

    static void producer(XmlOutput xml, Product product) {
        String software = (product.name() + " " + product.version()).strip();
        role(
                xml,
                "Produttore",
                "Produttore",
                role -> role.element("SW", sw -> sw.text("DenominazioneSistema", software)));
    }

    static void classification(XmlOutput xml, Classification classification) {
        xml.text("IndiceDiClassificazione", classification.index());
        xml.text("Descrizione", classification.description());
        if (!classification.plan().isEmpty()) {
            xml.text("PianoDiClassificazione", classification.plan());
        }
    }

    static void format(XmlOutput xml, String mediaType, Product product) {
        xml.element(
                "IdentificativoDelFormato",
                format -> format.text("Formato", mediaType)
                        .element(
                                "ProdottoSoftware",
                                software -> software.text("NomeProdotto", product.name())
                                        .text("VersioneProdotto", product.version())
                                        .text("Produttore", product.producer())));
    }

    static void verification(XmlOutput xml, boolean signed, boolean stamped) {
        xml.element(
                "Verifica",
                flags -> flags.text("FirmatoDigitalmente", String.valueOf(signed))
                        .text("SigillatoElettronicamente", "false")
                        .text("MarcaturaTemporale", String.valueOf(stamped))
                        .text("ConformitaCopieImmagineSuSupportoInformatico", "false"));
    }

    static void series(XmlOutput xml, String aggregation) {
        xml.element(
                "Agg",
                all -> all.element(
                        "TipoAgg",
                        one -> one.text("TipoAggregazione", AggregationKind.DOCUMENT_SERIES.italian())
                                .text("IdAggregazione", aggregation)));
    }

    /** Name, version, what changed since the version before, and how long the document is kept. */
    static void lifecycle(XmlOutput xml, String name, ArchiveMetadata metadata) {
        xml.text("NomeDelDocumento", name);
        xml.text("VersioneDelDocumento", metadata.version());
        metadata.change()
                .ifPresent(change -> xml.element("TracciatureModificheDocumento", trace -> {
                    trace.text("TipoModifica", change.kind().italian());
                    person(trace, "SoggettoAutoreDellaModifica", change.author());
                    trace.text("DataModifica", change.date().toString());
                    change.time().ifPresent(time -> trace.text("OraModifica", TIME.format(time)));
                    identification(
                            trace, "IdDocVersionePrecedente", change.previousDigest(), change.previousIdentifier());
                }));
        xml.text("TempoDiConservazione", Integer.toString(metadata.retentionYears()));
    }
}
