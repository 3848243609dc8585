// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.archive.bagit.BagItProfile;
import eu.digitalminutes.archive.metadata.ArchiveMetadata;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.core.task.Task;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bags by RFC 8493: ours, and those of others in every version that lives. */
class BagItTest {
    @TempDir
    Path temp;

    @ParameterizedTest
    @EnumSource(PackageForm.class)
    void ownBagIsCompleteAndValidInEveryForm(PackageForm form) throws Exception {
        ArchivedPackage written = write(BagItProfile.sha256(), form);
        assertEquals("bagit", written.profile());
        assertEquals(
                List.of(
                        "data/content/minutes.asice",
                        "data/metadata/minutes.xml",
                        "bagit.txt",
                        "bag-info.txt",
                        "manifest-sha256.txt",
                        "tagmanifest-sha256.txt"),
                written.files().stream().map(PackagedFile::name).toList());
        assertEquals(List.of(), Packages.findings(MinutesArchive.verify(written.path())));
    }

    @Test
    void bagBySha512IsValidAndKnowsTheContainersOtherDigestToo() throws Exception {
        Path bag = write(BagItProfile.sha512(), PackageForm.DIRECTORY).path();
        assertTrue(Files.readString(bag.resolve("manifest-sha512.txt")).matches("(?s)[0-9a-f]{128}  data/.*"));
        assertEquals(List.of(), Packages.findings(MinutesArchive.verify(bag)));
        Packages.replace(bag.resolve("data/metadata/minutes.xml"), "<Impronta>", "<Impronta>AAAA");
        assertEquals(
                List.of("BAG_FILE_ALTERED data/metadata/minutes.xml", "BAG_OXUM_WRONG bag-info.txt"),
                Packages.findings(MinutesArchive.verify(bag)));
    }

    @Test
    void bagInfoIsFilledFromTheMinutes() throws Exception {
        Path bag = write(BagItProfile.sha256(), PackageForm.DIRECTORY).path();
        String info = Files.readString(bag.resolve("bag-info.txt"));
        long description = Files.size(bag.resolve("data/metadata/minutes.xml"));
        for (String line : List.of(
                "Source-Organization: Comune di Esempio\n",
                "External-Identifier: c_z999-council-2026-0012\n",
                "Bag-Group-Identifier: verbali-consiglio-2026\n",
                "Contact-Email: protocollo@pec.comune.esempio.example\n",
                "Internal-Sender-Identifier: VERB_CC 12 2026-03-10\n",
                "Payload-Oxum: " + (200_000 + description) + ".2\n",
                "Bag-Size: ")) {
            assertTrue(info.contains(line), line + info);
        }
        assertTrue(info.matches("(?s).*Bagging-Date: \\d{4}-\\d{2}-\\d{2}\n.*"), info);
    }

    @Test
    void namesThatAreMarkupOrManyLinesStayOnOneLine() throws Exception {
        SignedMinutes signed = Sessions.hostile(Packages.container(temp, 10), 1);
        Path bag = MinutesArchive.write(
                        signed,
                        ArchiveMetadata.of(signed.minutes()),
                        BagItProfile.sha256(),
                        temp.resolve("b"),
                        PackageForm.DIRECTORY,
                        Task.none())
                .path();
        assertEquals(List.of(), Packages.findings(MinutesArchive.verify(bag)));
        assertTrue(Files.readAllLines(bag.resolve("bag-info.txt")).stream()
                .allMatch(line -> line.matches("[A-Z][A-Za-z-]+: .+")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.93", "0.94", "0.95", "0.96", "0.97", "1.0"})
    void bagsOfEveryVersionVerifyWithWeakDigestsTold(String version) throws Exception {
        Path bag = new ForeignBag(temp.resolve("b"), version, StandardCharsets.UTF_8)
                .file("data/a.txt", "a")
                .file("data/città/è nuovo.txt", "b")
                .manifest("md5", "MD5")
                .manifest("sha512", "SHA-512")
                .tagManifest("bagit.txt", "manifest-md5.txt", "manifest-sha512.txt");
        Report report = MinutesArchive.verify(bag);
        assertEquals(List.of("BAG_ALGORITHM_WEAK manifest-md5.txt"), Packages.findings(report));
        assertEquals(Verdict.VALID, report.verdict());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16BE", "ISO-8859-1"})
    void tagFilesAreReadInTheirDeclaredEncoding(String charset) throws Exception {
        Path bag = new ForeignBag(temp.resolve("b"), "0.97", java.nio.charset.Charset.forName(charset))
                .file("data/perché.txt", "a")
                .manifest("sha256", "SHA-256")
                .tag("bag-info.txt", "Payload-Oxum: 1.1\n")
                .tagManifest("bagit.txt", "manifest-sha256.txt", "bag-info.txt");
        assertEquals(List.of(), Packages.findings(MinutesArchive.verify(bag)));
    }

    @Test
    void percentSignsAndLineEndsInNamesAreDecoded() throws Exception {
        Path bag = new ForeignBag(temp.resolve("b"), "1.0", StandardCharsets.UTF_8)
                .file("data/100%.txt", "a")
                .file("data/two\nlines.txt", "b")
                .manifest("sha3-256", "SHA3-256")
                .tagManifest("bagit.txt", "manifest-sha3-256.txt");
        assertEquals(List.of(), Packages.findings(MinutesArchive.verify(bag)));
    }

    @Test
    void accentsWrittenInTwoWaysAreOneName() throws Exception {
        Path bag = new ForeignBag(temp.resolve("b"), "1.0", StandardCharsets.UTF_8)
                .listed("data/caffe\u0301.txt", "a")
                .onlyStored("data/caff\u00e9.txt", "a")
                .manifest("sha256", "SHA-256")
                .tagManifest("bagit.txt", "manifest-sha256.txt");
        assertEquals(List.of(), Packages.findings(MinutesArchive.verify(bag)));
    }

    @Test
    void whatIsToBeFetchedLeavesTheBagUndecided() throws Exception {
        Path bag = new ForeignBag(temp.resolve("b"), "1.0", StandardCharsets.UTF_8)
                .file("data/a.txt", "a")
                .listed("data/far.mp4", "far")
                .manifest("sha256", "SHA-256")
                .tag("fetch.txt", "https://comune.example/far.mp4 3 data/far.mp4\n")
                .tagManifest("bagit.txt", "manifest-sha256.txt", "fetch.txt");
        Report report = MinutesArchive.verify(bag);
        assertEquals(List.of("BAG_FILE_TO_FETCH data/far.mp4"), Packages.findings(report));
        assertEquals(Verdict.INDETERMINATE, report.verdict());
        assertEquals("RFC 8493, 2.2.3", report.findings().get(0).basis());
    }

    @Test
    void faultsAreNamedOneByOne() throws Exception {
        Path bag = new ForeignBag(temp.resolve("b"), "1.0", StandardCharsets.UTF_8)
                .file("data/a.txt", "a")
                .manifest("sha256", "SHA-256")
                .listed("data/b.txt", "b")
                .manifest("sha512", "SHA-512")
                .manifest("whirlpool", "SHA-256")
                .onlyStored("data/c.txt", "c")
                .onlyStored("notes.txt", "n")
                .tag("fetch.txt", "nonsense\nhttps://x.example/ 1 data/z\n")
                .tag("bag-info.txt", "Payload-Oxum: 7.1\n")
                .tagManifest("bagit.txt", "manifest-sha256.txt", "manifest-sha512.txt");
        Files.writeString(
                bag.resolve("manifest-sha256.txt"),
                "no line\n" + "00".repeat(32) + " data/a.txt\n" + "00".repeat(32) + " data/a.txt\nff data/q\n");
        assertEquals(
                List.of(
                        "BAG_ALGORITHM_UNKNOWN manifest-whirlpool.txt",
                        "BAG_FETCH_MALFORMED fetch.txt",
                        "BAG_FETCH_NOT_LISTED data/z",
                        "BAG_FILE_ALTERED data/a.txt",
                        "BAG_FILE_ALTERED manifest-sha256.txt",
                        "BAG_FILE_LISTED_TWICE data/a.txt",
                        "BAG_FILE_MISSING data/b.txt",
                        "BAG_MANIFESTS_DIFFER data/b.txt",
                        "BAG_MANIFESTS_DIFFER data/q",
                        "BAG_MANIFEST_MALFORMED manifest-sha256.txt",
                        "BAG_OXUM_WRONG bag-info.txt",
                        "BAG_TAG_FILE_NOT_LISTED bag-info.txt",
                        "BAG_TAG_FILE_NOT_LISTED fetch.txt",
                        "BAG_TAG_FILE_NOT_LISTED manifest-whirlpool.txt",
                        "BAG_TAG_FILE_NOT_LISTED notes.txt"),
                Packages.findings(MinutesArchive.verify(bag)));
    }

    @Test
    void declarationsThatSayNothingAreFound() throws Exception {
        Path bag = new ForeignBag(temp.resolve("b"), "1.0", StandardCharsets.UTF_8).tagManifest();
        Files.writeString(bag.resolve("bagit.txt"), "\ufeffBagIt-Version: 1.0\n");
        assertEquals(
                List.of(
                        "BAG_DECLARATION_INVALID bagit.txt",
                        "BAG_MANIFEST_MISSING ",
                        "BAG_PAYLOAD_EMPTY data/",
                        "BAG_TAG_FILE_NOT_LISTED bagit.txt"),
                Packages.findings(MinutesArchive.verify(bag)));
        Files.writeString(bag.resolve("bagit.txt"), "BagIt-Version: 7.0\nTag-File-Character-Encoding: UTF-8\n");
        assertTrue(Packages.codes(MinutesArchive.verify(bag)).contains("BAG_VERSION_UNKNOWN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../out", "/etc/hostname", "data/../../out", "~/x", "C:/x", "data\\..\\x"})
    void manifestThatLeadsOutIsRefused(String path) throws Exception {
        Path bag = new ForeignBag(temp.resolve("b"), "1.0", StandardCharsets.UTF_8)
                .tag("manifest-sha256.txt", "00".repeat(32) + "  " + path + "\n")
                .tagManifest("bagit.txt");
        MinutesException refusal = assertThrows(MinutesException.class, () -> MinutesArchive.verify(bag));
        assertEquals("PACKAGE_MALFORMED", refusal.code());
        assertTrue(refusal.getMessage().contains("leads out of it"), refusal.getMessage());
    }

    @Test
    void manifestOfMoreLinesThanAPackageHasFilesIsRefused() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i <= 10_000; i++) {
            lines.append("00 data/").append(i).append('\n');
        }
        Path bag = new ForeignBag(temp.resolve("b"), "1.0", StandardCharsets.UTF_8)
                .tag("manifest-sha256.txt", lines.toString())
                .tagManifest("bagit.txt");
        assertThrows(MinutesException.class, () -> MinutesArchive.verify(bag));
    }

    private ArchivedPackage write(BagItProfile profile, PackageForm form) throws Exception {
        SignedMinutes signed = Sessions.ordinary(Packages.container(temp, 200_000));
        return MinutesArchive.write(
                signed, ArchiveMetadata.of(signed.minutes()), profile, temp.resolve("bag"), form, Task.none());
    }
}
