// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.sacer;

import eu.digitalminutes.archive.internal.xml.SelfDigest;
import eu.digitalminutes.archive.internal.xml.XmlOutput;
import eu.digitalminutes.archive.metadata.AdministrativeDocument;
import eu.digitalminutes.archive.metadata.ArchiveMetadata;
import eu.digitalminutes.archive.profile.AddedFile;
import eu.digitalminutes.archive.profile.PackageOutput;
import eu.digitalminutes.core.content.FileNames;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.minutes.AppliedSignature;
import eu.digitalminutes.core.minutes.SignedMinutes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Fills a package for ParER: the files first, then the index with their digests. */
final class SacerWriter {
    private static final String CONTAINER_NAME = "minutes.asice";
    private static final int MAX_SUBJECT = 4000;

    private final SacerSettings settings;
    private final PackageOutput output;

    SacerWriter(SacerSettings settings, PackageOutput output) {
        this.settings = settings;
        this.output = output;
    }

    void write(SignedMinutes signed, ArchiveMetadata metadata, List<AddedFile> added, List<Path> attachments)
            throws IOException {
        Fingerprint container = output.copy(SacerComponent.FOLDER + CONTAINER_NAME, signed.container());
        AdministrativeDocument document = AdministrativeDocument.of(signed, metadata, CONTAINER_NAME, container);
        List<SacerComponent> attached = new ArrayList<>();
        for (AddedFile file : added) {
            attached.add(attachment(
                    attached, file.name(), output.write(SacerComponent.FOLDER + file.name(), file.content())));
        }
        for (Path file : attachments) {
            String name = FileNames.requirePortable(String.valueOf(file.getFileName()));
            requireFree(name, added);
            attached.add(attachment(attached, name, output.copy(SacerComponent.FOLDER + name, file)));
        }
        SacerComponent main = new SacerComponent(
                "verbale", CONTAINER_NAME, settings.format(), container.digest().hex());
        output.write(SubmissionIndex.FILE_NAME, SelfDigest.append(index(signed, metadata, document, main, attached)));
    }

    private static SacerComponent attachment(List<SacerComponent> before, String name, Fingerprint file) {
        return new SacerComponent(
                "allegato-" + (before.size() + 1),
                name,
                format(name),
                file.digest().hex());
    }

    private static void requireFree(String name, List<AddedFile> added) {
        if (added.stream().anyMatch(file -> file.name().equalsIgnoreCase(name))) {
            throw new IllegalArgumentException(
                    "the attachment " + name
                            + " has the name of a file that was made from the container; give it another name, or leave that file out");
        }
    }

    private byte[] index(
            SignedMinutes signed,
            ArchiveMetadata metadata,
            AdministrativeDocument document,
            SacerComponent main,
            List<SacerComponent> attached) {
        return XmlOutput.document(
                "",
                "",
                xml -> xml.element("UnitaDocumentaria", unit -> {
                    unit.element("Intestazione", head -> head(head, metadata));
                    unit.element(
                            "ProfiloUnitaDocumentaria",
                            profile -> profile.text("Oggetto", cut(document.subject()))
                                    .text("Data", metadata.registration().date().toString()));
                    unit.start("ProfiloNormativo").bare("versione", "1.0");
                    unit.embed(document.toXml()).end();
                    unit.text("NumeroAllegati", Integer.toString(attached.size()));
                    unit.element(
                            "DocumentoPrincipale",
                            one -> document(one, settings.documentKind(), main, stamped(signed)));
                    if (!attached.isEmpty()) {
                        unit.element(
                                "Allegati",
                                all -> attached.forEach(file -> all.element(
                                        "Allegato",
                                        one -> document(one, settings.attachmentKind(), file, Optional.empty()))));
                    }
                }));
    }

    private void head(XmlOutput head, ArchiveMetadata metadata) {
        SacerAccount account = settings.account();
        head.text("Versione", settings.version());
        head.element(
                "Versatore",
                who -> who.text("Ambiente", account.environment())
                        .text("Ente", account.body())
                        .text("Struttura", account.structure())
                        .text("UserID", account.user()));
        head.element(
                "Chiave",
                key -> key.text("Numero", metadata.registration().number())
                        .text(
                                "Anno",
                                Integer.toString(metadata.registration().date().getYear()))
                        .text(
                                "TipoRegistro",
                                settings.register()
                                        .orElse(metadata.registration().register())));
        head.text("TipologiaUnitaDocumentaria", settings.unitKind());
    }

    private static void document(XmlOutput xml, String kind, SacerComponent file, Optional<Instant> stamped) {
        xml.text("IDDocumento", "doc-" + file.id());
        xml.text("TipoDocumento", kind);
        xml.element(
                "StrutturaOriginale",
                structure -> structure.element(
                        "Componenti", all -> all.element("Componente", one -> component(one, file, stamped))));
    }

    private static void component(XmlOutput xml, SacerComponent file, Optional<Instant> stamped) {
        xml.text("ID", file.id());
        xml.text("OrdinePresentazione", "1");
        xml.text("TipoSupportoComponente", "FILE");
        xml.text("NomeComponente", file.name());
        xml.text("FormatoFileVersato", file.format());
        xml.text("HashVersato", file.hash());
        stamped.ifPresent(time -> xml.text(
                        "RiferimentoTemporale",
                        time.truncatedTo(ChronoUnit.SECONDS).toString())
                .text("DescrizioneRiferimentoTemporale", "Marca temporale dell'ultima firma"));
    }

    /** The time that everybody must accept: that of the last time stamp. */
    private static Optional<Instant> stamped(SignedMinutes signed) {
        return signed.signatures().stream()
                .map(AppliedSignature::timestamp)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    private static String format(String name) {
        String end = name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        if (!end.equals("P7M")) {
            return end;
        }
        String signed = name.substring(0, name.length() - ".p7m".length());
        return signed.contains(".") ? format(signed) + ".P7M" : end;
    }

    private static String cut(String subject) {
        return subject.codePointCount(0, subject.length()) <= MAX_SUBJECT
                ? subject
                : subject.substring(0, subject.offsetByCodePoints(0, MAX_SUBJECT));
    }
}
