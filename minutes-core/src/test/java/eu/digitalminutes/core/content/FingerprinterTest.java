// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.outcome.CancelledException;
import eu.digitalminutes.core.outcome.ContentMismatchException;
import eu.digitalminutes.core.task.Progress;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprinterTest {
    @TempDir
    Path folder;

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("recording.mp4"), content);
    }

    @Test
    void theDigestIsThatOfFips180() throws IOException {
        Fingerprint abc = Fingerprinter.fingerprint(file("abc".getBytes(StandardCharsets.US_ASCII)));
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                abc.digest().hex());
        assertEquals(3, abc.bytes());
        Fingerprint empty = Fingerprinter.fingerprint(file(new byte[0]));
        assertEquals(
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                empty.digest().hex());
    }

    @Test
    void theDigestComesFromTheJdkWhateverElseIsInstalled() {
        assertEquals("SUN", Fingerprinter.sha256().getProvider().getName());
    }

    @Test
    void theFileIsReadOnce() throws Exception {
        Path file = file(new byte[5_000_000]);
        Reads reads = Reads.of(file, () -> Fingerprinter.fingerprint(file));
        assertEquals(5_000_000, reads.bytes());
    }

    @Test
    void theFileIsReadOnceForItsTreeAsWell() throws Exception {
        Path file = file(new byte[5_000_000]);
        Reads reads = Reads.of(file, () -> Fingerprinter.fingerprintWithTree(file, Task.none()));
        assertEquals(5_000_000, reads.bytes());
    }

    @Test
    void severalFilesSideBySideHaveTheFingerprintsAndTreesThatEachHasAlone() throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            byte[] content = new byte[i * 1_300_000];
            Arrays.fill(content, (byte) i);
            files.add(Files.write(folder.resolve("part-" + i), content));
        }
        List<Progress> heard = new ArrayList<>();
        List<TreedFingerprint> together = Fingerprinter.fingerprintAll(files, Task.reporting(heard::add));
        for (int i = 0; i < 5; i++) {
            TreedFingerprint alone = Fingerprinter.fingerprintWithTree(files.get(i), Task.none());
            assertEquals(alone.fingerprint(), together.get(i).fingerprint());
            assertEquals(alone.tree().root(), together.get(i).tree().root());
        }
        assertEquals(13_000_000, heard.get(heard.size() - 1).bytesDone());
        assertEquals(List.of(), Fingerprinter.fingerprintAll(List.of(), Task.none()));
    }

    @Test
    void oneFileThatCannotBeReadEndsTheReadingOfAll() throws Exception {
        Path there = file(new byte[3_000_000]);
        Path away = folder.resolve("away");
        assertThrows(NoSuchFileException.class, () -> Fingerprinter.fingerprintAll(List.of(there, away), Task.none()));
        Task stopped = Task.none().cancellableBy(() -> true);
        assertThrows(CancelledException.class, () -> Fingerprinter.fingerprintAll(List.of(there, there), stopped));
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("minutes-fingerprint")) {
                // its work has ended; the thread itself may take a moment
                thread.join(5000);
                assertFalse(thread.isAlive(), "a thread was left behind");
            }
        }
    }

    @Test
    void aRecordingThatIsStillBeingWrittenIsRefused() throws IOException {
        Path file = file(new byte[400_000]);
        Task growing = Task.none().cancellableBy(() -> {
            append(file);
            return false;
        });
        ContentMismatchException refusal =
                assertThrows(ContentMismatchException.class, () -> Fingerprinter.fingerprint(file, growing));
        assertEquals("CONTENT_CHANGING", refusal.code());
    }

    private static void append(Path file) {
        try {
            Files.write(file, new byte[1], StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void progressEndsAtTheWholeAndNeverGoesBack() throws IOException {
        Path file = file(new byte[1_000_000]);
        List<Progress> told = new ArrayList<>();
        Fingerprinter.fingerprint(file, Task.reporting(told::add));
        Progress last = told.get(told.size() - 1);
        assertEquals(1_000_000, last.bytesDone());
        assertEquals(1_000_000, last.bytesTotal());
        for (int i = 1; i < told.size(); i++) {
            assertTrue(told.get(i).bytesDone() >= told.get(i - 1).bytesDone());
        }
    }

    @Test
    void aListenerThatFailsChangesNothing() throws IOException {
        Path file = file(new byte[10]);
        Fingerprint found = Fingerprinter.fingerprint(file, Task.reporting(progress -> {
            throw new IllegalStateException("the listener's own trouble");
        }));
        assertEquals(10, found.bytes());
    }

    @Test
    void aCancelledWorkStops() throws IOException {
        Path file = file(new byte[10]);
        assertThrows(
                CancelledException.class,
                () -> Fingerprinter.fingerprint(file, Task.none().cancellableBy(() -> true)));
    }

    @Test
    void anInterruptedThreadStops() throws IOException {
        Path file = file(new byte[10]);
        Thread.currentThread().interrupt();
        try {
            assertThrows(CancelledException.class, () -> Fingerprinter.fingerprint(file));
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void aMissingFileIsNamed() {
        Path missing = folder.resolve("missing.mp4");
        NoSuchFileException e = assertThrows(NoSuchFileException.class, () -> Fingerprinter.fingerprint(missing));
        assertEquals(missing.toString(), e.getFile());
    }

    @Test
    void onlySixtyFourLowerCaseDigitsAreADigest() {
        assertThrows(IllegalArgumentException.class, () -> new Digest("AB".repeat(32)));
        assertThrows(IllegalArgumentException.class, () -> new Digest("ab"));
        assertThrows(IllegalArgumentException.class, () -> Digest.of(new byte[20]));
        assertEquals(
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                Digest.of(new byte[32]).base64());
    }
}
