// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.outcome.CancelledException;
import eu.digitalminutes.core.task.Progress;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a package that are read side by side are read as if each were alone. */
class FilesBesideTest {
    private static final int FILES = 120;

    @TempDir
    Path folder;

    private static byte[] content(int number) {
        return ("file " + number + " ").repeat(number * 40).getBytes(StandardCharsets.UTF_8);
    }

    private Path inFolder() throws IOException {
        Path root = Files.createDirectories(folder.resolve("package"));
        for (int i = 0; i < FILES; i++) {
            Files.write(root.resolve("f" + i), content(i));
        }
        return root;
    }

    /** Every other file is compressed, and has to be read alone. */
    private Path inZip() throws IOException {
        Path zip = folder.resolve("package.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (int i = 0; i < FILES; i++) {
                ZipEntry entry = new ZipEntry("package/f" + i);
                if (i % 2 == 0) {
                    CRC32 crc = new CRC32();
                    crc.update(content(i));
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(content(i).length);
                    entry.setCrc(crc.getValue());
                }
                out.putNextEntry(entry);
                out.write(content(i));
            }
        }
        return zip;
    }

    private static void assertReadAsAlone(Path path, String base) throws IOException {
        List<Progress> heard = new ArrayList<>();
        try (OpenedPackage opened = OpenedPackage.open(path);
                PackageView view = new PackageView(opened, base, Task.reporting(heard::add))) {
            Map<String, MessageDigest[]> files = new LinkedHashMap<>();
            for (int i = 0; i < FILES; i++) {
                files.put("f" + i, new MessageDigest[] {Fingerprinter.sha256()});
            }
            view.readAll(files);
            for (int i = 0; i < FILES; i++) {
                assertEquals(
                        HexFormat.of().formatHex(Fingerprinter.sha256().digest(content(i))),
                        HexFormat.of().formatHex(files.get("f" + i)[0].digest()),
                        "f" + i);
            }
            view.complete();
        }
        Progress last = heard.get(heard.size() - 1);
        assertEquals(last.bytesTotal(), last.bytesDone());
    }

    @Test
    void filesOfAFolderAreReadSideBySideAsIfAlone() throws IOException {
        assertReadAsAlone(inFolder(), "");
    }

    @Test
    void filesOfAZipAreReadSideBySideWhereTheyAreStored() throws IOException {
        assertReadAsAlone(inZip(), "package/");
    }

    @Test
    void whoCancelsEndsAllReadings() throws Exception {
        try (OpenedPackage opened = OpenedPackage.open(inFolder())) {
            boolean[] stop = new boolean[1];
            PackageView view = new PackageView(opened, "", Task.none().cancellableBy(() -> stop[0]));
            stop[0] = true;
            Map<String, MessageDigest[]> files = new LinkedHashMap<>();
            for (int i = 1; i < FILES; i++) {
                files.put("f" + i, new MessageDigest[] {Fingerprinter.sha256()});
            }
            assertThrows(CancelledException.class, () -> view.readAll(files));
        }
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("minutes-package")) {
                // its work has ended; the thread itself may take a moment
                thread.join(5000);
                assertFalse(thread.isAlive(), "a thread was left behind");
            }
        }
    }
}
