// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TAR files that mean harm are refused before anything of them is used; those of the system's tar are taken. */
class HostileTarTest {
    @TempDir
    Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "top/../../evil", "/etc/passwd", "top\\..\\evil", "C:/evil", "top/a\nb"})
    void entryThatLeadsOutIsRefused(String name) throws Exception {
        assertRefused(tar(out -> Packages.add(out, name, new byte[1])), "leads out");
    }

    @Test
    void twoEntriesOfOneNameAreRefused() throws Exception {
        assertRefused(
                tar(out -> Packages.add(out, Packages.TOP + "/content/MINUTES.asice", new byte[1])), "two entries");
    }

    @ParameterizedTest
    @ValueSource(
            bytes = {
                TarConstants.LF_SYMLINK,
                TarConstants.LF_LINK,
                TarConstants.LF_CHR,
                TarConstants.LF_BLK,
                TarConstants.LF_FIFO,
                TarConstants.LF_CONTIG,
                TarConstants.LF_GNUTYPE_SPARSE
            })
    void linksDevicesAndSparseFilesAreRefused(byte kind) throws Exception {
        assertRefused(
                tar(out -> {
                    TarArchiveEntry entry = new TarArchiveEntry(Packages.TOP + "/x", kind);
                    entry.setLinkName("/etc/passwd");
                    out.putArchiveEntry(entry);
                    out.closeArchiveEntry();
                }),
                "is a link or a device");
    }

    @Test
    void hugeDeclaredSizesAndHeadersAreRefused() throws Exception {
        Path tar = tar(out -> {});
        byte[] bytes = Files.readAllBytes(tar);
        byte[] entry = new TarArchiveEntryBlock("top/huge", 1L << 40).bytes();
        System.arraycopy(entry, 0, bytes, 0, entry.length);
        Files.write(tar, bytes);
        assertRefused(tar, "more bytes than there are");
        Path longHeader = tar(out -> {
            TarArchiveEntry header = new TarArchiveEntry(Packages.TOP + "/pax", TarConstants.LF_PAX_EXTENDED_HEADER_LC);
            header.setSize(100_000);
            out.putArchiveEntry(header);
            out.write(new byte[100_000]);
            out.closeArchiveEntry();
        });
        assertRefused(longHeader, "too long");
    }

    @Test
    void sparseFilesByPaxHeadersAreRefused() throws Exception {
        Path tar = tar(out -> {
            TarArchiveEntry entry = new TarArchiveEntry(Packages.TOP + "/s");
            entry.addPaxHeader("GNU.sparse.major", "1");
            out.putArchiveEntry(entry);
            out.closeArchiveEntry();
        });
        assertRefused(tar, "not understood");
    }

    @Test
    void truncatedTarIsRefusedOrFoundWhereverItIsCut() throws Exception {
        byte[] bytes = Files.readAllBytes(tar(out -> {}));
        Path tar = temp.resolve("cut.tar");
        for (int size = 512; size < bytes.length - 20_000; size += 9_973) {
            Files.write(tar, Arrays.copyOf(bytes, size));
            assertRefused(tar, "");
        }
    }

    @Test
    void anyByteChangedGivesAVerdictOrARefusal() throws Exception {
        byte[] bytes = Files.readAllBytes(tar(out -> {}));
        Random random = new Random(5);
        Path tar = temp.resolve("flipped.tar");
        for (int i = 0; i < 200; i++) {
            byte[] flipped = bytes.clone();
            flipped[random.nextInt(i % 2 == 0 ? 1024 : bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(tar, flipped);
            try {
                MinutesArchive.verify(tar, new TestSeal());
            } catch (MinutesException e) {
                assertEquals("PACKAGE_MALFORMED", e.code());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gnu", "pax", "ustar"})
    void tarOfTheSystemIsTakenAndTakesOurs(String format) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/tar")), "tar is not installed");
        Path folder = Packages.folder(temp);
        Path tar = temp.resolve("theirs.tar");
        run("--format=" + format, "-cf", tar.toString(), "-C", folder.toString(), ".");
        assertEquals(List.of(), Packages.findings(MinutesArchive.verify(tar, new TestSeal())));
        Path ours = Packages.write(
                Sessions.ordinary(temp.resolve("verbale.asice")), temp.resolve("ours.tar"), PackageForm.TAR);
        Path out = Files.createDirectory(temp.resolve("out"));
        run("-xf", ours.toString(), "-C", out.toString());
        assertEquals(List.of(), Packages.findings(MinutesArchive.verify(out.resolve(Packages.TOP), new TestSeal())));
    }

    private static void run(String... arguments) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of("/usr/bin/tar"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }

    private Path tar(Addition addition) throws IOException {
        Path folder = temp.resolve("package");
        if (!Files.exists(folder)) {
            Packages.folder(temp);
        }
        Path tar = temp.resolve("hostile.tar");
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(Files.newOutputStream(tar));
                var files = Files.walk(folder)) {
            out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Packages.add(out, Packages.TOP + "/" + folder.relativize(file), Files.readAllBytes(file));
            }
            addition.to(out);
        }
        return tar;
    }

    private static void assertRefused(Path path, String reason) {
        MinutesException refusal =
                assertThrows(MinutesException.class, () -> MinutesArchive.verify(path, new TestSeal()));
        assertEquals("PACKAGE_MALFORMED", refusal.code());
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }

    /** One header. */
    private record TarArchiveEntryBlock(String name, long size) {
        byte[] bytes() {
            TarArchiveEntry entry = new TarArchiveEntry(name);
            entry.setSize(size);
            byte[] header = new byte[512];
            try {
                entry.writeEntryHeader(
                        header,
                        org.apache.commons.compress.archivers.zip.ZipEncodingHelper.getZipEncoding("UTF-8"),
                        true);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return header;
        }
    }

    /** Writes more entries. */
    private interface Addition {
        void to(TarArchiveOutputStream out) throws IOException;
    }
}
