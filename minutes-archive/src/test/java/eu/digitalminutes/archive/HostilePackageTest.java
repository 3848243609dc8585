// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no package, or means harm, is refused before anything of it is used. */
class HostilePackageTest {
    @TempDir
    Path temp;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil",
                "top/../../evil",
                "/etc/passwd",
                "top\\..\\evil",
                "C:/evil",
                "top/c:evil",
                "top//evil",
                "top/./evil",
                "top/a\u0000b",
                "top/a\nb"
            })
    void zipEntryThatLeadsOutIsRefused(String name) throws Exception {
        assertRefused(zip(out -> Packages.add(out, name, new byte[1])), "leads out");
    }

    @Test
    void zipWithTwoEntriesOfOneNameIsRefused() throws Exception {
        assertRefused(
                zip(out -> Packages.add(out, Packages.TOP + "/content/minutes.asice", new byte[1])), "two entries");
        assertRefused(
                zip(out -> Packages.add(out, Packages.TOP + "/content/MINUTES.asice", new byte[1])), "two entries");
    }

    @Test
    void zipWithTwoIndexesOrNoneIsRefused() throws Exception {
        assertRefused(zip(out -> Packages.add(out, "other/PIndex.xml", new byte[1])), "where only one is expected");
        Path none = temp.resolve("none.zip");
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(none)) {
            Packages.add(out, "a/b", new byte[1]);
        }
        assertRefused(none, "none of the files");
    }

    @Test
    void encryptedEntryIsRefused() throws Exception {
        Path zip = zip(out -> {});
        byte[] bytes = Files.readAllBytes(zip);
        for (int i = 0; i < bytes.length - 4; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
                bytes[i + 8] |= 1;
                break;
            }
        }
        Files.write(zip, bytes);
        assertRefused(zip, "encrypted");
    }

    @Test
    void entryWithAnotherNameThanTheDirectorySaysIsRefused() throws Exception {
        Path zip = zip(out -> {});
        byte[] bytes = Files.readAllBytes(zip);
        bytes[30] = '.';
        bytes[31] = '.';
        bytes[32] = '/';
        Files.write(zip, bytes);
        assertRefused(zip, "say different things");
    }

    @Test
    void linkInAZipIsRefused() throws Exception {
        Path zip = zip(out -> {
            ZipArchiveEntry entry = new ZipArchiveEntry(Packages.TOP + "/link");
            entry.setUnixMode(0120777);
            byte[] target = "/etc/passwd".getBytes(StandardCharsets.UTF_8);
            entry.setMethod(ZipArchiveEntry.STORED);
            entry.setSize(target.length);
            out.putArchiveEntry(entry);
            out.write(target);
            out.closeArchiveEntry();
        });
        assertRefused(zip, "is a link");
    }

    @Test
    void entryThatGrowsBeyondReasonIsRefused() throws Exception {
        Path zip = zip(out -> {
            ZipArchiveEntry entry = new ZipArchiveEntry(Packages.TOP + "/zeros");
            entry.setMethod(ZipArchiveEntry.DEFLATED);
            out.putArchiveEntry(entry);
            out.write(new byte[8 << 20]);
            out.closeArchiveEntry();
        });
        assertRefused(zip, "claims to unpack");
    }

    @Test
    void zipWithMoreEntriesThanAPackageNeedsIsRefused() throws Exception {
        Path zip = zip(out -> {
            for (int i = 0; i <= 10_000; i++) {
                Packages.add(out, Packages.TOP + "/x/" + i, new byte[0]);
            }
        });
        assertRefused(zip, "more than 10000");
    }

    @Test
    void truncatedZipIsRefusedWhereverItIsCut() throws Exception {
        byte[] bytes = Files.readAllBytes(zip(out -> {}));
        for (int cut : new int[] {1, 21, 22, 100, 400, bytes.length / 2, bytes.length - 10, bytes.length}) {
            Path zip = temp.resolve("cut.zip");
            Files.write(zip, Arrays.copyOf(bytes, bytes.length - cut));
            assertRefused(zip, "");
        }
    }

    @Test
    void zipWithAnyByteOfItsDirectoryChangedGivesAVerdictOrARefusal() throws Exception {
        byte[] bytes = Files.readAllBytes(zip(out -> {}));
        Random random = new Random(11);
        Path zip = temp.resolve("flipped.zip");
        for (int i = 0; i < 300; i++) {
            byte[] flipped = bytes.clone();
            flipped[flipped.length - 1 - random.nextInt(500)] ^= (byte) (1 << random.nextInt(8));
            Files.write(zip, flipped);
            try {
                MinutesArchive.verify(zip, new TestSeal());
            } catch (MinutesException e) {
                assertEquals("PACKAGE_MALFORMED", e.code());
            }
        }
    }

    @Test
    void linkInAFolderIsRefused() throws Exception {
        Path folder = Packages.folder(temp);
        Path container = folder.resolve("content/minutes.asice");
        Files.delete(container);
        Files.createSymbolicLink(container, temp.resolve("verbale.asice"));
        assertRefused(folder, "content/minutes.asice is a link");
        Files.delete(container);
        Files.delete(folder.resolve("content"));
        Files.createSymbolicLink(folder.resolve("content"), temp);
        assertRefused(folder, "content is a link");
    }

    @ParameterizedTest
    @EnumSource(PackageForm.class)
    void indexWithADocumentTypeIsRefusedAndItsEntityIsNotRead(PackageForm form) throws Exception {
        Path folder = Packages.folder(temp);
        Packages.replace(
                folder.resolve("PIndex.xml"),
                "<sincro:PIndex",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n<sincro:PIndex");
        Packages.replace(folder.resolve("PIndex.xml"), ">fg-1<", ">&e;<");
        Packages.seal(folder);
        assertRefused(Packages.as(form, folder), "PIndex.xml cannot be read as XML");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a", "", "<a>", "\u0001", "<a/><b/>"})
    void indexThatIsNoXmlIsRefused(String text) throws Exception {
        Path folder = Packages.folder(temp);
        Files.writeString(folder.resolve("PIndex.xml"), text);
        assertRefused(folder, "PIndex.xml cannot be read as XML");
    }

    @Test
    void indexNestedWithoutEndIsRefused() throws Exception {
        Path folder = Packages.folder(temp);
        Files.writeString(folder.resolve("PIndex.xml"), "<a>".repeat(100_000) + "</a>".repeat(100_000));
        assertRefused(folder, "nested deeper");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../verbale.asice", "/etc/passwd", "file:///etc/passwd", "content/../../verbale.asice", ""})
    void indexThatNamesAFileOutsideIsRefused(String path) throws Exception {
        Path folder = Packages.folder(temp);
        Packages.replace(folder.resolve("PIndex.xml"), ">content/minutes.asice<", ">" + path + "<");
        Packages.seal(folder);
        assertRefused(folder, "leads out of it");
    }

    @Test
    void whatIsNoPackageIsRefused() throws Exception {
        assertRefused(Files.createDirectory(temp.resolve("empty")), "none of the files");
        assertRefused(Files.writeString(temp.resolve("text"), "hello"), "no ZIP file");
        assertRefused(Files.createFile(temp.resolve("nothing")), "no ZIP file");
        assertRefused(Path.of("/dev/null"), "neither a folder nor a file");
        assertThrows(NoSuchFileException.class, () -> MinutesArchive.verify(temp.resolve("absent")));
    }

    private Path zip(Addition addition) throws IOException {
        Path folder = temp.resolve("package");
        if (!Files.exists(folder)) {
            Packages.folder(temp);
        }
        Path zip = temp.resolve("hostile.zip");
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(zip);
                var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Packages.add(out, Packages.TOP + "/" + folder.relativize(file), Files.readAllBytes(file));
            }
            addition.to(out);
        }
        return zip;
    }

    private static void assertRefused(Path path, String reason) {
        MinutesException refusal =
                assertThrows(MinutesException.class, () -> MinutesArchive.verify(path, new TestSeal()));
        assertEquals("PACKAGE_MALFORMED", refusal.code());
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }

    /** Writes more entries. */
    private interface Addition {
        void to(ZipArchiveOutputStream out) throws IOException;
    }
}
