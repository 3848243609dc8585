// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import eu.digitalminutes.core.TestCouncil;
import eu.digitalminutes.core.exchange.MinutesJson;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PendingFileTest {
    @TempDir
    Path folder;

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theTargetAppearsAtTheCommitAndNothingElseStays() throws IOException {
        Path target = Files.writeString(folder.resolve("out.txt"), "old");
        try (PendingFile pending = PendingFile.forTarget(target)) {
            Files.writeString(pending.path(), "new");
            assertEquals("old", Files.readString(target));
            pending.commit();
        }
        assertEquals("new", Files.readString(target));
        assertEquals(List.of("out.txt"), names(folder));
    }

    @Test
    void withoutACommitTheTargetIsAsItWas() throws IOException {
        Path target = Files.writeString(folder.resolve("out.txt"), "old");
        try (PendingFile pending = PendingFile.forTarget(target)) {
            Files.writeString(pending.path(), "half");
        }
        assertEquals("old", Files.readString(target));
        assertEquals(List.of("out.txt"), names(folder));
    }

    @Test
    void whatAProcessLeftThatHasEndedIsRemovedAndWhatALivingOneWritesStays() throws Exception {
        Path target = folder.resolve("out.txt");
        Process ended = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
                .redirectErrorStream(true)
                .start();
        Path left = TemporaryName.of(target, ended.toHandle());
        Path leftFolder = TemporaryName.of(target, ended.toHandle());
        Path ofAnother = TemporaryName.of(folder.resolve("other.txt"), ended.toHandle());
        Path elsewhere =
                left.resolveSibling(left.getFileName().toString().replaceFirst("-[0-9a-f]{8}\\.", "-00000000."));
        ended.getInputStream().readAllBytes();
        ended.waitFor();
        Files.writeString(left, "half");
        Path besideLeft =
                Files.writeString(left.resolveSibling("." + left.getFileName() + ".turn"), "whose turn it is");
        Files.writeString(Files.createDirectory(leftFolder).resolve("half.txt"), "half");
        Files.writeString(ofAnother, "half");
        Files.writeString(elsewhere, "another machine's");
        Path strange = Files.writeString(folder.resolve(".out.txt.notes.part"), "somebody else's");
        try (PendingFile living = PendingFile.forTarget(target);
                PendingFile pending = PendingFile.forTarget(target)) {
            assertTrue(Files.exists(living.path()));
            assertFalse(Files.exists(left));
            assertFalse(Files.exists(leftFolder));
            assertFalse(Files.exists(besideLeft));
            assertTrue(Files.exists(ofAnother) && Files.exists(elsewhere) && Files.exists(strange));
            assertFalse(living.path().equals(pending.path()));
        }
    }

    @Test
    void aMissingFolderIsAFailureOfTheTarget() {
        Path target = folder.resolve("missing").resolve("out.txt");
        FileSystemException e = assertThrows(FileSystemException.class, () -> PendingFile.forTarget(target));
        assertEquals(target.toString(), e.getFile());
    }

    @Test
    void aFolderIsNoTarget() {
        FileSystemException e = assertThrows(FileSystemException.class, () -> PendingFile.forTarget(folder));
        assertEquals(folder.toString(), e.getFile());
    }

    @Test
    void aFullDiskLeavesNothingAndNamesTheTarget() throws IOException {
        Configuration tiny = Configuration.unix().toBuilder()
                .setMaxSize(8192)
                .setBlockSize(1024)
                .build();
        try (FileSystem disk = Jimfs.newFileSystem(tiny)) {
            Path home = Files.createDirectories(disk.getPath("/home"));
            Files.write(home.resolve("ballast"), new byte[6000]);
            Path target = home.resolve("minutes.json");
            FileSystemException e = assertThrows(
                    FileSystemException.class, () -> MinutesJson.write(new TestCouncil().minutes(), target));
            assertEquals(target.toString(), e.getFile());
            assertTrue(String.valueOf(e.getReason()).contains("out of disk space"), e.getMessage());
            assertEquals(List.of("ballast"), names(home));
        }
    }
}
