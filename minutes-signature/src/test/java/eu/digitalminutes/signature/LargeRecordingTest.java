// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.media.MediaSpan;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.report.VerificationReport;
import eu.digitalminutes.signature.testkit.TestSigner;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five gibibytes in a heap of 128 MiB; run by the profile {@code large}. */
@Tag("large")
class LargeRecordingTest {
    private static final long SIZE = 5L << 30;

    @TempDir
    Path folder;

    @Test
    void aRecordingBeyondFourGibibytesIsSignedByTwoAndVerifiedInASmallHeap() throws Exception {
        assertTrue(Runtime.getRuntime().maxMemory() <= 160L << 20, "run with -Xmx128m: mvn -Plarge verify");
        Path recording = folder.resolve("recording.mp4");
        try (RandomAccessFile sparse = new RandomAccessFile(recording.toFile(), "rw")) {
            sparse.write(TreedRecordings.largeSoundHead(SIZE, 10));
            sparse.setLength(SIZE);
        }
        try (Council council = new Council(folder);
                SigningKey president = council.key(TestSigner.PRESIDENT);
                SigningKey secretary = council.key(TestSigner.SECRETARY)) {
            Path container = new MinutesSigner(council.profile())
                    .sign(
                            TreedRecordings.treed(council, recording, recording),
                            folder.resolve("minutes.asice"),
                            List.of(Signatory.president(president), Signatory.secretary(secretary)))
                    .container();
            assertTrue(Files.size(container) > SIZE);
            try (ZipFile zip = new ZipFile(container.toFile())) {
                assertEquals(SIZE, zip.getEntry("recording-1.mp4").getSize());
            }
            VerificationReport report =
                    MinutesVerifier.trusting(council.trust()).verify(container);
            assertEquals(Verdict.VALID, report.verdict(), () -> report.report().toString());
            assertAnExcerptNeedsItsOwnBytesOnly(council, container);
        }
    }

    private void assertAnExcerptNeedsItsOwnBytesOnly(Council council, Path container) throws Exception {
        Path excerpt = folder.resolve("excerpt.zip");
        MediaSpan some = new MediaSpan(Duration.ofMillis(4000), Duration.ofMillis(4010));
        Reads making = Reads.of(container, () -> {
            MinutesExcerpt.ofTime(container, "recording-1.mp4", some, excerpt, Task.none());
            return null;
        });
        assertTrue(making.bytes() < 16 << 20, () -> making.bytes() + " bytes of 5 GiB were read to cut 10 ms out");
        MinutesVerifier verifier = MinutesVerifier.trusting(council.trust());
        assertEquals(Verdict.VALID, verifier.verify(excerpt).verdict());
        Reads verifying = Reads.of(excerpt, () -> verifier.verify(excerpt));
        assertTrue(verifying.bytes() < 2 * Files.size(excerpt), () -> verifying.bytes() + " bytes were read");
        assertTrue(Files.size(excerpt) < 16 << 20);
    }
}
