// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.digitalminutes.archive.metadata.ArchiveMetadata;
import eu.digitalminutes.archive.rendition.Renditions;
import eu.digitalminutes.archive.sacer.SacerAccount;
import eu.digitalminutes.archive.sacer.SacerProfile;
import eu.digitalminutes.archive.sacer.SacerSettings;
import eu.digitalminutes.archive.sacer.SubmissionIndex;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages for ParER: what we write follows its schema, and what departs is named by its own codes. */
class SacerTest {
    private static final SacerSettings SETTINGS =
            SacerSettings.of(new SacerAccount("PARER_TEST", "comune_esempio", "aoo", "minutes"));

    @TempDir
    Path temp;

    private Path write(SignedMinutes signed, PackageForm form, Path... attached) throws IOException {
        return MinutesArchive.write(
                        signed,
                        ArchiveMetadata.of(signed.minutes()),
                        SacerProfile.of(SETTINGS).attaching(List.of(attached)),
                        Files.createTempDirectory(temp, "p").resolve("package"),
                        form,
                        Task.none())
                .path();
    }

    private Path folder() throws IOException {
        return write(
                Sessions.ordinary(Packages.container(temp, 70_000)),
                PackageForm.DIRECTORY,
                Files.writeString(temp.resolve("proposta.pdf.p7m"), "pdf"),
                Files.writeString(temp.resolve("voti.csv"), "a;b"));
    }

    private Path withRenditions(String attachment) throws IOException {
        SignedMinutes signed = Containers.captioned(temp, 2_000);
        return MinutesArchive.write(
                        signed,
                        ArchiveMetadata.of(signed.minutes()),
                        SacerProfile.of(SETTINGS)
                                .attaching(List.of(Files.writeString(temp.resolve(attachment), "a;b"))),
                        Renditions.of(signed).make(Task.none()).files(),
                        Files.createTempDirectory(temp, "p").resolve("package"),
                        PackageForm.DIRECTORY,
                        Task.none())
                .path();
    }

    @Test
    void renditionsAreAttachmentsAndCounted() throws Exception {
        Path folder = withRenditions("voti.csv");
        String index = Files.readString(folder.resolve("XMLSIP.xml"));
        assertTrue(index.contains("<NumeroAllegati>3</NumeroAllegati>"), index);
        assertEquals(
                List.of("minutes.asice", "captions.it.ttml", "format-assessment.pdf", "voti.csv"),
                SubmissionIndex.read(Files.readAllBytes(folder.resolve("XMLSIP.xml"))).components().stream()
                        .map(component -> component.name())
                        .toList());
        Packages.replace(folder.resolve("content/captions.it.ttml"), "aperta", "chiusa");
        Files.delete(folder.resolve("content/format-assessment.pdf"));
        assertEquals(
                List.of("FILE_MISSING content/format-assessment.pdf", "HASH-004-001 content/captions.it.ttml"),
                Packages.findings(MinutesArchive.verify(folder)));
        assertThrows(IllegalArgumentException.class, () -> withRenditions("captions.it.TTML"));
    }

    @ParameterizedTest
    @EnumSource(PackageForm.class)
    void everyFormVerifies(PackageForm form) throws Exception {
        Path written = write(Sessions.ordinary(Packages.container(temp, 200_000)), form);
        assertEquals(List.of(), Packages.findings(MinutesArchive.verify(written)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ordinary", "secret", "none", "hostile", "attached", "renditions"})
    void indexIsValidByTheSchemaOfTheProvider(String session) throws Exception {
        Path container = Packages.container(temp, 1000);
        Path written = switch (session) {
            case "ordinary" -> write(Sessions.ordinary(container), PackageForm.DIRECTORY);
            case "secret" -> write(Sessions.secret(container), PackageForm.DIRECTORY);
            case "none" -> write(Sessions.recorded(container, 0), PackageForm.DIRECTORY);
            case "attached" -> folder();
            case "renditions" -> withRenditions("voti.csv");
            default -> write(Sessions.hostile(container, 2), PackageForm.DIRECTORY);
        };
        assertEquals(List.of(), Packages.findings(MinutesArchive.verify(written)));
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.newSchema(shared("parer-sacer/WSRequestVersamento.xsd").toFile())
                .newValidator()
                .validate(new StreamSource(written.resolve("XMLSIP.xml").toFile()));
    }

    @Test
    void ownModelTakesTheExampleThatTheSchemaTakes() throws Exception {
        SubmissionIndex index =
                SubmissionIndex.read(Files.readAllBytes(shared("examples/parer-UnitaDocumentaria.xml")));
        assertEquals(List.of(), Packages.findings(index.report()));
        assertEquals("VERBALI CC-2026-12", index.key().toString());
        assertEquals("minutes", index.user());
        assertEquals("1.5", index.version());
    }

    @ParameterizedTest
    @CsvSource({
        "<ID>allegato-2</ID>, <ID>allegato-1</ID>, XSD-002-001 XMLSIP.xml#allegato-1",
        "<NumeroAllegati>2<, <NumeroAllegati>3<, XSD-003-001 XMLSIP.xml",
        "<UserID>minutes</UserID>, '', XSD-001-002 XMLSIP.xml/UnitaDocumentaria/Intestazione[1]/Versatore[1]",
        "<OrdinePresentazione>1<, <OrdinePresentazione>0<, XSD-001-002 XMLSIP.xml/UnitaDocumentaria/DocumentoPrincipale[1]/StrutturaOriginale[1]/Componenti[1]/Componente[1]/OrdinePresentazione[1]",
        "</UnitaDocumentaria>, <Foo/></UnitaDocumentaria>, XSD-001-002 XMLSIP.xml/UnitaDocumentaria",
        "doc-allegato-2, doc-allegato-1, DOCUMENT_ID_REPEATED UnitaDocumentaria/Allegati/Allegato/IDDocumento",
        "<NomeComponente>voti.csv</NomeComponente>, '', NAME_MISSING XMLSIP.xml#allegato-2",
        "UnitaDocumentaria>, UnitaDocumentari>, XSD-001-002 /",
    })
    void whatDepartsIsNamedByTheCodesOfTheProvider(String what, String by, String finding) throws Exception {
        Path folder = folder();
        Packages.replace(folder.resolve("XMLSIP.xml"), what, by);
        List<String> found = Packages.findings(MinutesArchive.verify(folder));
        assertTrue(
                found.stream().anyMatch(one -> one.startsWith(finding.replace(" /", " XMLSIP.xml/"))), found::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "'', HASH-001-001",
        "not a digest!, HASH-002-001",
        "0123456789abcdef, HASH-003-001",
        "d41d8cd98f00b204e9800998ecf8427e, HASH-004-001",
        "1B2M2Y8AsgTpgAmY7PhCfg==, HASH-004-001"
    })
    void digestsAreReadAsTheProviderReadsThem(String digest, String code) throws Exception {
        Path folder = folder();
        String ours = "<HashVersato>"
                + SubmissionIndex.read(Files.readAllBytes(folder.resolve("XMLSIP.xml")))
                        .components()
                        .get(2)
                        .hash();
        Packages.replace(
                folder.resolve("XMLSIP.xml"),
                ours + "</HashVersato>",
                digest.isEmpty() ? "" : "<HashVersato>" + digest + "</HashVersato>");
        assertEquals(List.of(code), Packages.codes(MinutesArchive.verify(folder)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MD5", "SHA-1", "SHA-224", "SHA-256", "SHA-384", "SHA-512"})
    void everyAlgorithmOfTheProviderIsKnownByItsLength(String algorithm) throws Exception {
        Path folder = folder();
        byte[] digest =
                java.security.MessageDigest.getInstance(algorithm).digest("a;b".getBytes(StandardCharsets.UTF_8));
        String ours = SubmissionIndex.read(Files.readAllBytes(folder.resolve("XMLSIP.xml")))
                .components()
                .get(2)
                .hash();
        Packages.replace(folder.resolve("XMLSIP.xml"), ours, HexFormat.of().formatHex(digest));
        assertEquals(List.of(), Packages.findings(MinutesArchive.verify(folder)));
    }

    @Test
    void filesThatAreAlteredMissingOrAddedAreFound() throws Exception {
        Path folder = folder();
        Files.writeString(folder.resolve("content/voti.csv"), "a;c");
        Files.delete(folder.resolve("content/proposta.pdf.p7m"));
        Files.writeString(folder.resolve("content/more.txt"), "more");
        assertEquals(
                List.of(
                        "FILE_MISSING content/proposta.pdf.p7m",
                        "FILE_NOT_LISTED content/more.txt",
                        "HASH-004-001 content/voti.csv"),
                Packages.findings(MinutesArchive.verify(folder)));
    }

    @Test
    void metadataOfAnotherDocumentAreFound() throws Exception {
        Path folder = folder();
        String xml = Files.readString(folder.resolve("XMLSIP.xml"));
        String digest = xml.replaceFirst("(?s).*?<Impronta>([^<]+)<.*", "$1");
        Packages.replace(folder.resolve("XMLSIP.xml"), digest, "A".repeat(43) + "=");
        assertEquals(List.of("METADATA_MISMATCH"), Packages.codes(MinutesArchive.verify(folder)));
    }

    @Test
    void settingsAreReadFromJsonAndWhatIsMissingIsNamed() throws Exception {
        Path file = Files.writeString(
                temp.resolve("s.json"),
                "{\"environment\":\"A\",\"body\":\"B\",\"structure\":\"C\",\"user\":\"D\",\"register\":\"VERBALI CC\"}");
        assertEquals(
                new SacerAccount("A", "B", "C", "D"), SacerSettings.read(file).account());
        Files.writeString(file, "{\"environment\":\"A\"}");
        MinutesException e = assertThrows(MinutesException.class, () -> SacerSettings.read(file));
        assertEquals("SACER_SETTINGS_INVALID", e.code());
        assertTrue(e.getMessage().contains("\"body\""), e.getMessage());
    }

    @Test
    void packageOfNobodyIsNotWritten() throws Exception {
        SignedMinutes signed = Sessions.ordinary(Packages.container(temp, 10));
        assertThrows(
                IllegalStateException.class,
                () -> MinutesArchive.write(
                        signed,
                        ArchiveMetadata.of(signed.minutes()),
                        SacerProfile.ofAnybody(),
                        temp.resolve("nobody"),
                        PackageForm.ZIP,
                        Task.none()));
        assertTrue(Files.notExists(temp.resolve("nobody")));
    }

    private static Path shared(String name) {
        Path file = Path.of(System.getProperty("minutes.shared", "../../shared"), "schemas", name);
        assumeTrue(Files.exists(file), "the schemas are not at hand: " + file);
        return file;
    }
}
