// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
