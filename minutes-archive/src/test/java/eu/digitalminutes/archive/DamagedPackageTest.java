// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.outcome.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A package that was changed after it was sealed says so, and says where. */
@SuppressWarnings("StringSplitter")
class DamagedPackageTest {
    private static final String CONTAINER = "content/minutes.asice";
    private static final String METADATA = "metadata/minutes.xml";

    @TempDir
    Path temp;

    @ParameterizedTest
    @EnumSource(PackageForm.class)
    void oneFlippedByteIsFoundWithBothDigests(PackageForm form) throws Exception {
        Path folder = Packages.folder(temp);
        byte[] content = Files.readAllBytes(folder.resolve(CONTAINER));
        content[100_000] ^= 1;
        Files.write(folder.resolve(CONTAINER), content);
        Report report = verify(form, folder);
        assertFindings(report, "FILE_ALTERED " + CONTAINER);
        String said = report.findings().get(0).message().in(Locale.ENGLISH);
        assertTrue(said.matches(".*expected digest [0-9a-f]{64}, found [0-9a-f]{64}\\."), said);
    }

    @ParameterizedTest
    @EnumSource(PackageForm.class)
    void missingFileIsFound(PackageForm form) throws Exception {
        Path folder = Packages.folder(temp);
        Files.delete(folder.resolve(CONTAINER));
        assertFindings(verify(form, folder), "FILE_MISSING " + CONTAINER);
    }

    @ParameterizedTest
    @EnumSource(PackageForm.class)
    void addedFileIsFound(PackageForm form) throws Exception {
        Path folder = Packages.folder(temp);
        Files.writeString(folder.resolve("content/note.txt"), "x");
        assertFindings(verify(form, folder), "FILE_NOT_LISTED content/note.txt");
    }

    @ParameterizedTest
    @EnumSource(PackageForm.class)
    void renamedFileIsFoundUnderBothNames(PackageForm form) throws Exception {
        Path folder = Packages.folder(temp);
        Files.move(folder.resolve(CONTAINER), folder.resolve("content/other.asice"));
        assertFindings(verify(form, folder), "FILE_MISSING " + CONTAINER, "FILE_NOT_LISTED content/other.asice");
    }

    @ParameterizedTest
    @EnumSource(PackageForm.class)
    void swappedFilesAreFoundBoth(PackageForm form) throws Exception {
        Path folder = Packages.folder(temp);
        Path aside = temp.resolve("aside");
        Files.move(folder.resolve(CONTAINER), aside);
        Files.move(folder.resolve(METADATA), folder.resolve(CONTAINER));
        Files.move(aside, folder.resolve(METADATA));
        assertFindings(
                verify(form, folder),
                "FILE_ALTERED " + CONTAINER,
                "FILE_ALTERED " + METADATA,
                "METADATA_INVALID " + METADATA);
    }

    @ParameterizedTest
    @EnumSource(PackageForm.class)
    void editedIndexBreaksItsSeal(PackageForm form) throws Exception {
        Path folder = Packages.folder(temp);
        Packages.replace(folder.resolve("PIndex.xml"), "Manuale di conservazione", "Manuale");
        assertFindings(verify(form, folder), "SEAL_BROKEN PIndex.xml.p7s");
    }

    @ParameterizedTest
    @EnumSource(PackageForm.class)
    void editedMetadataAreFound(PackageForm form) throws Exception {
        Path folder = Packages.folder(temp);
        Packages.replace(folder.resolve(METADATA), "<Riservato>false", "<Riservato>true");
        assertFindings(verify(form, folder), "FILE_ALTERED " + METADATA);
    }

    @ParameterizedTest
    @EnumSource(PackageForm.class)
    void missingSealIsFound(PackageForm form) throws Exception {
        Path folder = Packages.folder(temp);
        Files.delete(folder.resolve("PIndex.xml.p7s"));
        assertFindings(verify(form, folder), "SEAL_MISSING PIndex.xml");
    }

    @ParameterizedTest
    @EnumSource(PackageForm.class)
    void indexThatLeavesOutWhatTheStandardRequiresIsFoundEvenWithAGoodSeal(PackageForm form) throws Exception {
        Path folder = Packages.folder(temp);
        Packages.replace(folder.resolve("PIndex.xml"), " sincro:holderRole=\"soggetto produttore\"", "");
        Packages.replace(folder.resolve("PIndex.xml"), "agentType=\"natural person\"", "agentType=\"nobody\"");
        Packages.replace(folder.resolve("PIndex.xml"), "<sincro:ID sincro:scheme=\"local\">fg-1</sincro:ID>", "");
        Packages.replace(
                folder.resolve("PIndex.xml"),
                "<sincro:LawsAndRegulations>",
                "<sincro:Label>y</sincro:Label><sincro:LawsAndRegulations>");
        Packages.seal(folder);
        assertFindings(
                verify(form, folder),
                "INDEX_INVALID /PIndex/FileGroup[1]",
                "INDEX_INVALID /PIndex/Process[1]",
                "INDEX_INVALID /PIndex/Process[1]/AuthorizedSigner[1]",
                "INDEX_INVALID /PIndex/Process[1]/Holder[1]");
    }

    @ParameterizedTest
    @EnumSource(PackageForm.class)
    void metadataOfAnotherContainerAreFoundEvenWithAGoodSeal(PackageForm form) throws Exception {
        Path folder = Packages.folder(temp);
        Files.write(folder.resolve(CONTAINER), new byte[] {1});
        relist(folder, CONTAINER);
        assertFindings(verify(form, folder), "METADATA_MISMATCH PIndex.xml", "METADATA_MISMATCH " + METADATA);
    }

    @ParameterizedTest
    @EnumSource(PackageForm.class)
    void metadataThatMiscountTheirAttachmentsOrBreakTheSchemaAreFound(PackageForm form) throws Exception {
        Path folder = Packages.folder(temp);
        Packages.replace(folder.resolve(METADATA), "<NumeroAllegati>4<", "<NumeroAllegati>5<");
        Packages.replace(folder.resolve(METADATA), "<TipologiaDiFlusso>I<", "<TipologiaDiFlusso>X<");
        relist(folder, METADATA);
        assertFindings(
                verify(form, folder),
                "METADATA_INVALID metadata/minutes.xml/DocumentoAmministrativoInformatico/DatiDiRegistrazione[1]"
                        + "/TipologiaDiFlusso[1]",
                "METADATA_MISMATCH " + METADATA);
    }

    @ParameterizedTest
    @EnumSource(PackageForm.class)
    void indexWithoutTheContainerIsFound(PackageForm form) throws Exception {
        Path folder = Packages.folder(temp);
        String index = Files.readString(folder.resolve("PIndex.xml"));
        int from = index.indexOf("<sincro:File ");
        int to = index.indexOf("<sincro:File ", from + 1);
        Files.writeString(folder.resolve("PIndex.xml"), index.substring(0, from) + index.substring(to));
        Packages.seal(folder);
        assertFindings(verify(form, folder), "FILE_NOT_INDEXED " + CONTAINER, "FILE_NOT_LISTED " + CONTAINER);
    }

    @ParameterizedTest
    @EnumSource(PackageForm.class)
    void hashThatCannotBeComparedLeavesThePackageUndecided(PackageForm form) throws Exception {
        Path folder = Packages.folder(temp);
        Packages.replace(
                folder.resolve("PIndex.xml"), "sincro:hashFunction=\"SHA-256\"", "sincro:hashFunction=\"SHA-1\"");
        Packages.seal(folder);
        Report report = verify(form, folder);
        assertEquals(List.of("HASH_UNKNOWN " + CONTAINER, "HASH_UNKNOWN " + METADATA), Packages.findings(report));
        assertEquals(Verdict.INDETERMINATE, report.verdict());
    }

    @ParameterizedTest
    @EnumSource(PackageForm.class)
    void fileListedTwiceIsFoundAndReadOnce(PackageForm form) throws Exception {
        Path folder = Packages.folder(temp);
        Packages.replace(folder.resolve("PIndex.xml"), ">" + METADATA + "<", ">" + CONTAINER + "<");
        Packages.seal(folder);
        assertFindings(
                verify(form, folder),
                "FILE_LISTED_TWICE " + CONTAINER,
                "FILE_NOT_INDEXED " + METADATA,
                "FILE_NOT_LISTED " + METADATA);
    }

    /** Writes the digest that a file has now into the index, and seals it again. */
    private static void relist(Path folder, String name) throws Exception {
        Path index = folder.resolve("PIndex.xml");
        String after = Files.readString(index).split(">" + name + "<")[1];
        String old = after.split("canonicalXML=\"false\">")[1].split("<")[0];
        String now = eu.digitalminutes.core.content.Fingerprinter.fingerprint(folder.resolve(name))
                .digest()
                .base64();
        Packages.replace(index, "canonicalXML=\"false\">" + old, "canonicalXML=\"false\">" + now);
        Packages.seal(folder);
    }

    private static Report verify(PackageForm form, Path folder) throws Exception {
        return MinutesArchive.verify(Packages.as(form, folder), new TestSeal());
    }

    private static void assertFindings(Report report, String... expected) {
        assertEquals(List.of(expected), Packages.findings(report));
        assertEquals(Verdict.INVALID, report.verdict());
        for (Finding finding : report.findings()) {
            assertTrue(
                    !finding.basis().isEmpty() && !finding.message().italian().contains("{"), finding.toString());
        }
    }
}
