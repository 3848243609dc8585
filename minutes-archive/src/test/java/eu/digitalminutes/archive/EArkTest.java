// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.digitalminutes.archive.eark.EArkProfile;
import eu.digitalminutes.archive.metadata.ArchiveMetadata;
import eu.digitalminutes.archive.metadata.DescribedDocument;
import eu.digitalminutes.archive.profile.AddedFile;
import eu.digitalminutes.archive.rendition.Renditions;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.core.task.Task;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages by E-ARK: what we write follows the schemas, and what departs is named by the standard's own numbers. */
class EArkTest {
    private static final String METS = "METS.xml";

    @TempDir
    Path temp;

    @ParameterizedTest
    @EnumSource(PackageForm.class)
    void everyKindVerifiesInEveryForm(PackageForm form) throws Exception {
        for (EArkProfile profile : List.of(EArkProfile.sip(), EArkProfile.aip(), EArkProfile.dip())) {
            Path target = Files.createTempDirectory(temp, "p").resolve(Packages.TOP);
            ArchivedPackage written = write(Sessions.recorded(container(), 2), profile, target, form);
            assertEquals("eark", written.profile());
            assertEquals(List.of(), Packages.findings(MinutesArchive.verify(written.path())));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ordinary", "secret", "none", "hostile", "renditions"})
    void metsAndPremisAreValidByTheirSchemas(String session) throws Exception {
        SignedMinutes signed = switch (session) {
            case "ordinary" -> Sessions.ordinary(container());
            case "secret" -> Sessions.secret(container());
            case "none" -> Sessions.recorded(container(), 0);
            case "renditions" -> Containers.captioned(temp, 2_000);
            default -> Sessions.hostile(container(), 3);
        };
        List<AddedFile> added = session.equals("renditions")
                ? Renditions.of(signed).withWrittenAct().make(Task.none()).files()
                : List.of();
        for (EArkProfile profile : List.of(EArkProfile.sip(), EArkProfile.aip(), EArkProfile.dip())) {
            Path folder = Files.createTempDirectory(temp, "p").resolve(Packages.TOP);
            write(signed, profile, added, folder, PackageForm.DIRECTORY);
            assertEquals(List.of(), Packages.findings(MinutesArchive.verify(folder)));
            validate(new StreamSource(shared("eark/mets1_12-commons-ip.xsd").toFile()), folder.resolve(METS));
            validate(
                    new StreamSource(shared("eark/mets1_12-commons-ip.xsd").toFile()),
                    folder.resolve("representations/rep1/METS.xml"));
            Source premis = new StreamSource(shared("premis/premis-v3-0.xsd").toFile());
            validate(premis, folder.resolve("metadata/preservation/premis.xml"));
            validate(premis, folder.resolve("representations/rep1/metadata/preservation/premis.xml"));
        }
    }

    @Test
    void ownSchemaOfAllegato5TakesWhatIsWrittenAndRefusesOtherThings() throws Exception {
        Path folder = folder();
        Source schema = new StreamSource(new ByteArrayInputStream(DescribedDocument.schema()));
        Path metadata = folder.resolve("metadata/descriptive/minutes.xml");
        validate(schema, metadata);
        Packages.replace(metadata, "<TipologiaDiFlusso>I<", "<TipologiaDiFlusso>X<");
        Source again = new StreamSource(new ByteArrayInputStream(DescribedDocument.schema()));
        assertThrows(org.xml.sax.SAXException.class, () -> validate(again, metadata));
    }

    @Test
    void premisTellsCaptureSignaturesDigestAndPackaging() throws Exception {
        Path folder = temp.resolve(Packages.TOP);
        write(Sessions.recorded(container(), 2), EArkProfile.sip(), folder, PackageForm.DIRECTORY);
        String files = Files.readString(folder.resolve("representations/rep1/metadata/preservation/premis.xml"));
        for (String type : List.of("capture", "digital signature generation", "message digest calculation")) {
            assertTrue(files.contains("<premis:eventType>" + type + "<"), type);
        }
        assertTrue(files.contains("recording-2.mp4"), files);
        assertTrue(Files.readString(folder.resolve("metadata/preservation/premis.xml"))
                .contains("<premis:eventType>information package creation<"));
    }

    @Test
    void premisTellsWhatEachRenditionWasMadeFrom() throws Exception {
        Path folder = withRenditions();
        String premis = Files.readString(folder.resolve("metadata/preservation/premis.xml"));
        String one = "(?s).*<premis:originalName>documentation/renditions/%s</premis:originalName>\\s*"
                + "<premis:relationship>\\s*<premis:relationshipType>derivation</premis:relationshipType>\\s*"
                + "<premis:relationshipSubType>has source</premis:relationshipSubType>"
                + "((?!</premis:relationship>).)*container/%s<.*";
        assertTrue(premis.matches(one.formatted("captions.it.ttml", "captions.it.vtt")), premis);
        assertTrue(premis.matches(one.formatted("format-assessment.pdf", "recording-1.mp4")), premis);
        for (String type : List.of("normalization", "creation", "information package creation")) {
            assertTrue(premis.contains("<premis:eventType>" + type + "<"), type);
        }
    }

    @Test
    void renditionThatIsNotWhatPremisSaysIsFoundEvenWhereTheMetsWasMended() throws Exception {
        Path folder = withRenditions();
        mend(folder, "documentation/renditions/captions.it.ttml", "aperta", "chiusa");
        assertEquals(
                List.of("PREMIS_MISMATCH documentation/renditions/captions.it.ttml"),
                Packages.findings(MinutesArchive.verify(folder)));
    }

    private Path withRenditions() throws IOException {
        SignedMinutes signed = Containers.captioned(temp, 2_000);
        Path folder = temp.resolve(Packages.TOP);
        write(
                signed,
                EArkProfile.sip(),
                Renditions.of(signed).make(Task.none()).files(),
                folder,
                PackageForm.DIRECTORY);
        return folder;
    }

    @Test
    void schemasOfOthersAreTakenIntoThePackage() throws Exception {
        Path schema = Files.writeString(temp.resolve("mets.xsd"), "<x/>");
        Path folder = temp.resolve(Packages.TOP);
        write(
                Sessions.ordinary(container()),
                EArkProfile.sip().withSchemas(List.of(schema)),
                folder,
                PackageForm.DIRECTORY);
        assertEquals("<x/>", Files.readString(folder.resolve("schemas/mets.xsd")));
        assertEquals(List.of(), Packages.findings(MinutesArchive.verify(folder)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                " OBJID=\"c_z999-council-2026-0012\"|''|CSIP1",
                " TYPE=\"Mixed\"|''|CSIP2",
                "csip:CONTENTINFORMATIONTYPE=\"MIXED\" PROFILE|PROFILE|CSIP4",
                " CREATEDATE=|' X='|CSIP7",
                "OAISPACKAGETYPE=\"SIP\"|OAISPACKAGETYPE=\"BOX\"|CSIP9",
                " OTHERTYPE=\"SOFTWARE\"|''|CSIP13",
                "\"SOFTWARE VERSION\"|\"VERSION\"|CSIP16",
                "<mets:dmdSec ID=\"ID-dmd-1\"|<mets:dmdSec|CSIP18",
                " STATUS=\"CURRENT\"|''|CSIP20",
                "LOCTYPE=\"URL\"|LOCTYPE=\"URN\"|CSIP22",
                "xlink:type=\"simple\"|xlink:type=\"locator\"|CSIP78",
                " MDTYPE=\"PREMIS\"|''|CSIP39",
                "<mets:fileSec ID=\"ID-files\"|<mets:fileSec|CSIP59",
                "USE=\"Documentation\"|USE=\"Other\"|CSIP60",
                "USE=\"Schemas\"|USE=\"Other\"|CSIP113",
                "USE=\"Representations|USE=\"Other|CSIP114",
                " CHECKSUMTYPE=\"SHA-256\"|''|CSIP72",
                " MIMETYPE=\"application/xml\"|''|CSIP68",
                "LABEL=\"CSIP\"|LABEL=\"Other\"|CSIP80",
                "TYPE=\"PHYSICAL\"|TYPE=\"LOGICAL\"|CSIP81",
                "LABEL=\"Metadata\"|LABEL=\"Other\"|CSIP88",
                "FILEID=\"ID-documentation\"|FILEID=\"ID-nothing\"|CSIP116",
                "FILEID=\"ID-schemas\"|FILEID=\"ID-nothing\"|CSIP118",
                "FILEID=\"ID-representations\"|FILEID=\"ID-nothing\"|CSIP119",
                "xlink:title=|xlink:role=|CSIP108",
                "E-ARK-SIP|E-ARK-BOX|SIP2",
                "ROLE=\"CREATOR\" TYPE=\"ORGANIZATION\"|ROLE=\"EDITOR\" TYPE=\"ORGANIZATION\"|SIP15",
                "ID=\"ID-schemas\"|ID=\"ID-documentation\"|CSIP0",
                "mets:amdSec|mets:other|CSIP0"
            })
    void requirementThatIsBrokenIsNamedByItsNumber(String what, String by, String requirement) throws Exception {
        Path folder = folder();
        Packages.replace(folder.resolve(METS), what, by);
        var report = MinutesArchive.verify(folder);
        assertTrue(Packages.codes(report).contains(requirement), report.toString());
        report.findings().stream()
                .filter(finding -> finding.code().equals(requirement))
                .forEach(finding -> assertTrue(finding.basis().endsWith(", " + requirement), finding.basis()));
    }

    @Test
    void hashWithoutANamedFunctionLeavesTheFileUndecided() throws Exception {
        Path folder = folder();
        Packages.replace(folder.resolve(METS), "CHECKSUMTYPE=\"SHA-256\"", "CHECKSUMTYPE=\"WHIRLPOOL\"");
        var report = MinutesArchive.verify(folder);
        assertEquals(List.of("HASH_UNKNOWN"), Packages.codes(report));
        assertEquals(Verdict.INDETERMINATE, report.verdict());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/hostname",
                "/etc/hostname",
                "file:///etc/hostname",
                "%2e%2e/%2e%2e/etc/hostname",
                "metadata/../../x",
                "..\\x"
            })
    void addressThatLeadsOutIsRefused(String href) throws Exception {
        Path folder = folder();
        Packages.replace(folder.resolve(METS), "href=\"documentation/LEGGIMI.txt\"", "href=\"" + href + "\"");
        assertRefused(folder, "leads out of it");
    }

    @Test
    void metsWithADocumentTypeOrWithoutEndIsRefused() throws Exception {
        Path folder = folder();
        String sound = Files.readString(folder.resolve(METS));
        Files.writeString(
                folder.resolve(METS),
                sound.replace("<mets:mets", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n<mets:mets"));
        assertRefused(folder, "cannot be read as XML");
        Files.writeString(folder.resolve(METS), "<a>".repeat(1000) + "</a>".repeat(1000));
        assertRefused(folder, "cannot be read as XML");
        Files.writeString(folder.resolve(METS), "<a>" + "<b/>".repeat(100_000) + "</a>");
        assertRefused(folder, "cannot be read as XML");
    }

    @Test
    void metadataThatContradictTheFilesAreFoundEvenWhereTheMetsWasMended() throws Exception {
        Path folder = folder();
        String container = Fingerprinter.fingerprint(folder.resolve("representations/rep1/data/minutes.asice"))
                .digest()
                .hex();
        mend(folder, "metadata/preservation/premis.xml", container, "0".repeat(64));
        assertEquals(
                List.of("PREMIS_MISMATCH representations/rep1/data/minutes.asice"),
                Packages.findings(MinutesArchive.verify(folder)));
        mend(folder, "metadata/preservation/premis.xml", "premis:premis", "premis:other");
        assertTrue(Packages.codes(MinutesArchive.verify(folder)).contains("PREMIS_INVALID"));
        String description = Files.readString(folder.resolve("metadata/descriptive/minutes.xml"));
        String digest = description.replaceAll("(?s).*?<Impronta>([^<]*)<.*", "$1");
        mend(folder, "metadata/descriptive/minutes.xml", digest, "A".repeat(43) + "=");
        assertTrue(Packages.codes(MinutesArchive.verify(folder)).contains("METADATA_MISMATCH"));
    }

    /** Changes a file and writes its new digest and size into the METS. */
    private static void mend(Path folder, String name, String what, String by) throws IOException {
        Path file = folder.resolve(name);
        var before = Fingerprinter.fingerprint(file);
        Packages.replace(file, what, by);
        var after = Fingerprinter.fingerprint(file);
        Packages.replace(
                folder.resolve(METS), before.digest().hex(), after.digest().hex());
        Packages.replace(folder.resolve(METS), "SIZE=\"" + before.bytes() + "\"", "SIZE=\"" + after.bytes() + "\"");
    }

    private static void assertRefused(Path folder, String reason) {
        MinutesException refusal = assertThrows(MinutesException.class, () -> MinutesArchive.verify(folder));
        assertEquals("PACKAGE_MALFORMED", refusal.code());
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }

    private Path folder() throws IOException {
        return write(
                        Sessions.ordinary(container()),
                        EArkProfile.sip(),
                        temp.resolve(Packages.TOP),
                        PackageForm.DIRECTORY)
                .path();
    }

    private Path container() throws IOException {
        return Packages.container(temp, 2_000);
    }

    private static ArchivedPackage write(SignedMinutes signed, EArkProfile profile, Path target, PackageForm form)
            throws IOException {
        return write(signed, profile, List.of(), target, form);
    }

    private static ArchivedPackage write(
            SignedMinutes signed, EArkProfile profile, List<AddedFile> added, Path target, PackageForm form)
            throws IOException {
        Path named = form == PackageForm.DIRECTORY ? target : target.resolveSibling(target.getFileName() + ".x");
        return MinutesArchive.write(
                signed, ArchiveMetadata.of(signed.minutes()), profile, added, named, form, Task.none());
    }

    private static void validate(Source schema, Path file) throws Exception {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.newSchema(schema).newValidator().validate(new StreamSource(file.toFile()));
    }

    private static Path shared(String name) {
        Path file = Path.of(System.getProperty("minutes.shared", "../../shared"), "schemas", name);
        assumeTrue(Files.exists(file), "the schemas are not at hand: " + file);
        return file;
    }
}
