// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.digitalminutes.archive.metadata.AdministrativeDocument;
import eu.digitalminutes.archive.metadata.ArchiveMetadata;
import eu.digitalminutes.archive.metadata.DescribedDocument;
import eu.digitalminutes.archive.metadata.DocumentAggregation;
import eu.digitalminutes.archive.metadata.DocumentChange;
import eu.digitalminutes.archive.metadata.DocumentFile;
import eu.digitalminutes.archive.metadata.ElectronicDocument;
import eu.digitalminutes.archive.rendition.Renditions;
import eu.digitalminutes.archive.sincro.PIndex;
import eu.digitalminutes.archive.sincro.SincroProfile;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.meeting.Person;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is valid by the schemas of AgID and of UNI 11386, in both copies that are known of the latter. */
class SchemaTest {
    private static final String DOCUMENT = "agid/DocumentoAmministrativoInformatico.xsd";
    private static final List<String> INDEXES = List.of("sincro/PIndex-2020.xsd", "sincro/PIndex-2020-parer.xsd");
    private static final Map<String, Schema> LOADED = new HashMap<>();

    @TempDir
    Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"ordinary", "secret", "none", "three", "hostile", "hostile-none", "hostile-three"})
    void metadataAndIndexAreValidByTheSchemas(String session) throws Exception {
        Path container = Packages.container(temp, 1000);
        SignedMinutes signed = switch (session) {
            case "ordinary" -> Sessions.ordinary(container);
            case "secret" -> Sessions.secret(container);
            case "none" -> Sessions.recorded(container, 0);
            case "three" -> Sessions.recorded(container, 3);
            case "hostile" -> Sessions.hostile(container, 1);
            case "hostile-none" -> Sessions.hostile(container, 0);
            default -> Sessions.hostile(container, 3);
        };
        Path folder = Packages.write(signed, temp.resolve("p"), PackageForm.DIRECTORY);
        assertEquals(List.of(), Packages.findings(MinutesArchive.verify(folder, new TestSeal())));
        validate(DOCUMENT, folder.resolve("metadata/minutes.xml"));
        for (String schema : INDEXES) {
            validate(schema, folder.resolve("PIndex.xml"));
        }
    }

    @Test
    void indexWithRenditionsIsValidAndTheAttachmentsAreStillThoseOfTheContainer() throws Exception {
        SignedMinutes signed = Containers.captioned(temp, 2_000);
        Path folder = temp.resolve("p");
        MinutesArchive.write(
                signed,
                ArchiveMetadata.of(signed.minutes()),
                SincroProfile.sealedBy(new TestSeal()),
                Renditions.of(signed).withWrittenAct().make(Task.none()).files(),
                folder,
                PackageForm.DIRECTORY,
                Task.none());
        assertEquals(List.of(), Packages.findings(MinutesArchive.verify(folder, new TestSeal())));
        validate(DOCUMENT, folder.resolve("metadata/minutes.xml"));
        for (String schema : INDEXES) {
            validate(schema, folder.resolve("PIndex.xml"));
        }
        Map<String, String> listed = new HashMap<>();
        PIndex.read(Files.readAllBytes(folder.resolve("PIndex.xml")))
                .files()
                .forEach(file -> listed.put(file.path(), file.mediaType()));
        assertEquals("application/ttml+xml", listed.get("renditions/captions.it.ttml"));
        assertEquals("application/pdf", listed.get("renditions/format-assessment.pdf"));
        assertEquals("application/pdf", listed.get("renditions/written-act.pdf"));
        DescribedDocument document =
                DescribedDocument.read(Files.readAllBytes(folder.resolve("metadata/minutes.xml")), "metadata");
        assertEquals(signed.files().size() - 1, document.attachments());
    }

    @Test
    void hostileNamesComeBackWithoutWhatXmlDoesNotKnow() throws Exception {
        Path folder = Packages.write(
                Sessions.hostile(Packages.container(temp, 1), 1), temp.resolve("p"), PackageForm.DIRECTORY);
        String metadata = Files.readString(folder.resolve("metadata/minutes.xml"));
        assertTrue(
                metadata.contains(
                        "<Denominazione>Comune di &lt;Forlì&gt; &amp; \"Céséna\" ]]&gt;  \ud83c\udfdb\ufe0f 日本\n\t'x'<"),
                metadata);
        assertTrue(metadata.contains("<Cognome>D'&lt;Ângeló&gt;&amp;amp;\ud83d\ude00</Cognome>"), metadata);
    }

    @Test
    void recordingsAndEveryOtherFileButTheFactsAreAttachments() throws Exception {
        Path folder = Packages.write(
                Sessions.recorded(Packages.container(temp, 1), 3), temp.resolve("p"), PackageForm.DIRECTORY);
        byte[] metadata = Files.readAllBytes(folder.resolve("metadata/minutes.xml"));
        DescribedDocument document = DescribedDocument.read(metadata, "metadata");
        assertEquals("c_z999-council-2026-0012", document.identifier());
        assertEquals(8, document.attachments());
        String text = new String(metadata, java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(
                text.contains("<Descrizione>Registrazione della seduta, parte 2 di 3, dal 2026-03-10T19:05+01:00"),
                text);
        assertTrue(text.contains("<MarcaturaTemporale>true</MarcaturaTemporale>"), text);
    }

    @Test
    void secretItemMakesTheDocumentReservedAndAMissingTimestampIsSaid() throws Exception {
        Path folder =
                Packages.write(Sessions.secret(Packages.container(temp, 1)), temp.resolve("p"), PackageForm.DIRECTORY);
        String text = Files.readString(folder.resolve("metadata/minutes.xml"));
        assertTrue(text.contains("<Riservato>true</Riservato>"), text);
        assertTrue(text.contains("<FirmatoDigitalmente>true</FirmatoDigitalmente>"), text);
        assertTrue(text.contains("<MarcaturaTemporale>false</MarcaturaTemporale>"), text);
    }

    @Test
    void ownModelsTakeTheExamplesThatTheSchemasTake() throws Exception {
        byte[] index = Files.readAllBytes(shared("examples/sincro-PIndex-2020.xml"));
        assertEquals(List.of(), Packages.findings(PIndex.read(index).report()));
        byte[] document = Files.readAllBytes(shared("examples/agid-DocumentoAmministrativoInformatico.xml"));
        assertEquals(
                List.of(),
                Packages.findings(DescribedDocument.read(document, "").report()));
    }

    @Test
    void laterVersionNamesTheOneBeforeAndTheChainIsChecked() throws Exception {
        SignedMinutes first = Sessions.ordinary(Packages.container(temp, 1000));
        Path before = Packages.write(first, temp.resolve("first"), PackageForm.DIRECTORY);
        DescribedDocument original =
                DescribedDocument.read(Files.readAllBytes(before.resolve("metadata/minutes.xml")), "first");
        ArchiveMetadata corrected = ArchiveMetadata.of(first.minutes()).toBuilder()
                .follows(
                        original,
                        DocumentChange.Kind.RECTIFICATION,
                        new Person("Mario", "Rossi", "RSSMRA80A01H501U"),
                        LocalDate.of(2026, 4, 2))
                .build();
        byte[] xml = AdministrativeDocument.of(first, corrected, "minutes.asice", fingerprint("rectified"))
                .toXml();
        validate(DOCUMENT, Files.write(temp.resolve("second.xml"), xml));
        DescribedDocument second = DescribedDocument.read(xml, "second");
        assertEquals(List.of(), Packages.findings(second.report()));
        assertEquals("2", second.version());
        assertEquals(List.of(), Packages.findings(second.following(original)));
        assertEquals(
                List.of("VERSION_CHAIN_BROKEN", "VERSION_CHAIN_BROKEN"),
                original.following(second).findings().stream()
                        .map(finding -> finding.code())
                        .toList());
    }

    @Test
    void laterVersionThatDoesNotSayWhatItReplacesIsFound() {
        DescribedDocument document = DescribedDocument.read("""
                <DocumentoAmministrativoInformatico><VersioneDelDocumento>3</VersioneDelDocumento></DocumentoAmministrativoInformatico>
                """.getBytes(UTF_8), "metadata");
        assertTrue(Packages.findings(document.report()).toString().contains("VERSION_UNTRACED"));
    }

    @Test
    void filesBesideTheMinutesAreDescribedAsElectronicDocuments() throws Exception {
        Minutes minutes = Sessions.secret(temp.resolve("x")).minutes();
        byte[] xml = ElectronicDocument.of(
                        minutes,
                        ArchiveMetadata.of(minutes),
                        new DocumentFile(
                                "assessment-1",
                                "valutazione.pdf",
                                "application/pdf",
                                fingerprint("assessment").digest()),
                        "Valutazione di formato",
                        "Formati della registrazione <audio & video>",
                        LocalDate.of(2026, 4, 2))
                .toXml();
        validate("agid/" + ElectronicDocument.SCHEMA, Files.write(temp.resolve("document.xml"), xml));
    }

    @Test
    void seriesAndDossiersAreValidByTheSchema() throws Exception {
        Minutes minutes = Sessions.ordinary(temp.resolve("x")).minutes();
        ArchiveMetadata metadata = ArchiveMetadata.of(minutes);
        DocumentAggregation series = DocumentAggregation.yearlySeries(minutes.meeting(), metadata)
                .withDocument("c_z999-council-2026-0011", fingerprint("11").digest())
                .withDocument("c_z999-council-2026-0012", fingerprint("12").digest());
        validate("agid/" + DocumentAggregation.SCHEMA, Files.write(temp.resolve("series.xml"), series.toXml()));
        DocumentAggregation dossier = DocumentAggregation.dossier(minutes.meeting(), metadata, LocalDate.of(2026, 3, 1))
                .withDocument("convocation", fingerprint("convocation").digest())
                .partOf("sedute-consiglio-2026")
                .closed(LocalDate.of(2026, 4, 2));
        validate("agid/" + DocumentAggregation.SCHEMA, Files.write(temp.resolve("dossier.xml"), dossier.toXml()));
        assertThrows(
                IllegalArgumentException.class,
                () -> series.withDocument(
                        "c_z999-council-2026-0012", fingerprint("12").digest()));
        assertThrows(IllegalArgumentException.class, () -> dossier.closed(LocalDate.of(2026, 2, 28)));
        assertThrows(IllegalArgumentException.class, () -> dossier.numbered(0));
    }

    private static Fingerprint fingerprint(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return new Fingerprint(Digest.of(Fingerprinter.sha256().digest(bytes)), bytes.length);
    }

    private static void validate(String schema, Path file) throws Exception {
        Path xsd = shared(schema);
        if (!LOADED.containsKey(schema)) {
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty("jdk.xml.maxOccurLimit", "10000");
            LOADED.put(schema, factory.newSchema(xsd.toFile()));
        }
        LOADED.get(schema).newValidator().validate(new StreamSource(file.toFile()));
    }

    private static Path shared(String name) throws IOException {
        Path file = Path.of(System.getProperty("minutes.shared", "../../shared"), "schemas", name);
        assumeTrue(Files.exists(file), "the schemas are not at hand: " + file);
        return file;
    }
}
