// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.digitalminutes.archive.metadata.ArchiveMetadata;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.outcome.Verdict;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MinutesArchiveTest {
    @TempDir
    Path temp;

    @ParameterizedTest
    @EnumSource(PackageForm.class)
    void packageVerifiesAndItsFilesAreNamedWithTheirFingerprints(PackageForm form) throws Exception {
        SignedMinutes signed = Sessions.ordinary(Packages.container(temp, 200_000));
        Path target = temp.resolve("package");
        ArchivedPackage written =
                MinutesArchive.write(signed, ArchiveMetadata.of(signed.minutes()), new TestSeal(), target, form);
        assertEquals(target, written.path());
        assertEquals("sincro", written.profile());
        assertEquals(
                List.of("content/minutes.asice", "metadata/minutes.xml", "PIndex.xml", "PIndex.xml.p7s"),
                written.files().stream().map(PackagedFile::name).toList());
        assertEquals(
                Fingerprinter.fingerprint(signed.container()),
                written.files().get(0).fingerprint());
        assertEquals(
                Verdict.VALID, MinutesArchive.verify(target, new TestSeal()).verdict());
        assertEquals(List.of(), MinutesArchive.verify(target, new TestSeal()).findings());
        assertEquals(List.of("package", "verbale.asice"), Packages.names(temp));
    }

    @ParameterizedTest
    @EnumSource(PackageForm.class)
    void withoutSealVerifierThePackageIsIndeterminate(PackageForm form) throws Exception {
        Path written = Packages.as(form, Packages.folder(temp));
        assertEquals(Verdict.INDETERMINATE, MinutesArchive.verify(written).verdict());
        assertEquals(List.of("SEAL_NOT_VERIFIED PIndex.xml.p7s"), Packages.findings(MinutesArchive.verify(written)));
    }

    @Test
    void folderHoldsTheContainerByteForByte() throws Exception {
        Path folder = Packages.folder(temp);
        assertEquals(-1, Files.mismatch(temp.resolve("verbale.asice"), folder.resolve("content/minutes.asice")));
        assertEquals(List.of("PIndex.xml", "PIndex.xml.p7s", "content", "metadata"), Packages.names(folder));
    }

    @Test
    void zipIsReadByTheJdkInBothItsWaysAndStoresEverythingUnderOneFolder() throws Exception {
        Path zip = Packages.write(
                Sessions.ordinary(Packages.container(temp, 200_000)), temp.resolve("p.zip"), PackageForm.ZIP);
        byte[] content = Files.readAllBytes(temp.resolve("verbale.asice"));
        List<String> names = new ArrayList<>();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : java.util.Collections.list(file.entries())) {
                names.add(entry.getName());
                assertEquals(ZipEntry.STORED, entry.getMethod());
            }
            ZipEntry container = file.getEntry(Packages.TOP + "/content/minutes.asice");
            assertArrayEquals(content, file.getInputStream(container).readAllBytes());
        }
        assertEquals(4, names.size());
        assertTrue(names.stream().allMatch(name -> name.matches("c_z999-council-2026-0012/[!-~]+")), names.toString());
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            assertEquals(
                    Packages.TOP + "/content/minutes.asice", in.getNextEntry().getName());
            assertArrayEquals(content, in.readAllBytes());
        }
    }

    @Test
    void zipPassesTheTestOfUnzip() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/unzip")), "unzip is not installed");
        Path zip = Packages.write(
                Sessions.ordinary(Packages.container(temp, 200_000)), temp.resolve("p.zip"), PackageForm.ZIP);
        Process unzip = new ProcessBuilder("/usr/bin/unzip", "-t", zip.toString())
                .redirectErrorStream(true)
                .start();
        try (InputStream out = unzip.getInputStream()) {
            String said = new String(out.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertEquals(0, unzip.waitFor(), said);
            assertTrue(said.contains("No errors detected"), said);
        }
    }

    @Test
    void packageThatSomebodyZippedAgainWithCompressionVerifies() throws Exception {
        Path folder = Packages.folder(temp);
        Path zip = temp.resolve("again.zip");
        try (var out = new java.util.zip.ZipOutputStream(Files.newOutputStream(zip));
                var files = Files.walk(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = "any folder/" + folder.relativize(file);
                out.putNextEntry(new ZipEntry(Files.isDirectory(file) && !name.endsWith("/") ? name + "/" : name));
                if (Files.isRegularFile(file)) {
                    Files.copy(file, out);
                }
                out.closeEntry();
            }
        }
        assertEquals(List.of(), Packages.findings(MinutesArchive.verify(zip, new TestSeal())));
    }
}
