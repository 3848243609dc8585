// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is cut from a recording or changed in it, the answer comes, within bounds. */
class HostileMediaTest {
    private static final long SEED = 20_260_312;
    private static final int CUTS = Integer.getInteger("minutes.media.cuts", 12);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long ALLOWED = 9L << 20;

    @TempDir
    Path folder;

    private static List<Map<String, String>> rows() throws IOException {
        assumeTrue(MediaCatalogue.present(), "the catalogue of recordings is not here: skipped");
        return MediaCatalogue.rows();
    }

    private static void answers(String what, byte[] bytes) {
        CountingChannel channel = CountingChannel.of(bytes);
        MediaFacts facts = assertTimeout(PATIENCE, () -> MediaProbe.probe("x.mp4", channel), what);
        assertEquals(bytes.length, facts.bytes(), what);
        assertTrue(channel.bytesRead() <= ALLOWED, () -> what + " read " + channel.bytesRead());
    }

    @Test
    void everyRecordingCutAnywhereIsAnswered() throws IOException {
        Random random = new Random(SEED);
        for (Map<String, String> row : rows()) {
            byte[] bytes = Files.readAllBytes(MediaCatalogue.file(row.get("file")));
            for (int i = 0; i < CUTS && bytes.length > 0; i++) {
                int length = random.nextInt(i % 2 == 0 ? bytes.length : Math.min(bytes.length, 4096));
                answers(row.get("file") + " cut at " + length, Arrays.copyOf(bytes, length));
            }
        }
    }

    @Test
    void everyRecordingChangedAnywhereIsAnswered() throws IOException {
        Random random = new Random(SEED);
        for (Map<String, String> row : rows()) {
            byte[] original = Files.readAllBytes(MediaCatalogue.file(row.get("file")));
            for (int i = 0; i < CUTS && original.length > 0; i++) {
                byte[] bytes = original.clone();
                for (int flip = 0; flip < 20; flip++) {
                    int at = random.nextInt(flip % 2 == 0 ? Math.min(bytes.length, 2048) : bytes.length);
                    bytes[at] = (byte) (flip % 5 == 0 ? 0xff : random.nextInt(256));
                }
                answers(row.get("file") + " changed, round " + i, bytes);
            }
        }
    }

    @Test
    void aDeepLookAnswersChangedRecordingsToo() throws IOException {
        Random random = new Random(SEED);
        for (Map<String, String> row : rows()) {
            byte[] bytes = Files.readAllBytes(MediaCatalogue.file(row.get("file")));
            for (int flip = 0; flip < 20 && bytes.length > 0; flip++) {
                bytes[random.nextInt(Math.min(bytes.length, 2048))] = (byte) random.nextInt(256);
            }
            Path file = Files.write(folder.resolve("changed.mp4"), bytes);
            assertTimeout(PATIENCE, () -> MediaProbe.deep(file), row.get("file"));
        }
    }
}
