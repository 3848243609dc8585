// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.digitalminutes.core.content.ByteRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which bytes of a recording hold which time of it. */
class MediaMapTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private static List<Map<String, String>> rows() throws IOException {
        assumeTrue(MediaCatalogue.present(), "the catalogue of recordings is not here: skipped");
        return MediaCatalogue.rows();
    }

    private static Path session() {
        assumeTrue(MediaCatalogue.present(), "the catalogue of recordings is not here: skipped");
        return MediaCatalogue.file("session/session.mp4");
    }

    @Test
    void theBytesOfAWholeRecordingHoldAllOfItsTime() throws IOException {
        int known = 0;
        for (Map<String, String> row : rows()) {
            Path file = MediaCatalogue.file(row.get("file"));
            MediaFacts facts = MediaProbe.probe(file);
            if (facts.complete() != Completeness.YES || facts.duration().isEmpty()) {
                continue;
            }
            MediaMap map = MediaMap.of(file);
            if (map.isKnown()) {
                known++;
                MediaSpan all = map.timeOf(new ByteRange(0, Files.size(file))).orElseThrow();
                double wanted = facts.duration().get().toMillis() / 1000.0;
                assertEquals(0, all.from().toMillis() / 1000.0, 0.5, row.get("file"));
                assertEquals(wanted, all.to().toMillis() / 1000.0, 0.5, row.get("file"));
            }
        }
        assertTrue(known > 40, known + " recordings have a map");
    }

    @Test
    void aProgressiveRecordingHoldsItsTimeInOrder() throws IOException {
        Path file = session();
        MediaMap map = MediaMap.of(file);
        assertFalse(map.isEstimated());
        Duration before = Duration.ZERO;
        for (long at = 0; at + (1 << 20) < Files.size(file); at += 1 << 20) {
            MediaSpan span = map.timeOf(new ByteRange(at, at + (1 << 20))).orElseThrow();
            assertTrue(span.from().compareTo(before) >= 0 && span.to().compareTo(span.from()) > 0, span.toString());
            before = span.from();
        }
    }

    @Test
    void aMinuteLiesInTheBytesThatHoldIt() throws IOException {
        MediaMap map = MediaMap.of(session());
        MediaSpan minute = new MediaSpan(Duration.ofSeconds(300), Duration.ofSeconds(310));
        List<ByteRange> bytes = map.bytesOf(minute);
        assertEquals(1, bytes.size());
        assertTrue(bytes.get(0).length() <= 2 << 20, bytes.toString());
        MediaSpan held = map.timeOf(bytes.get(0)).orElseThrow();
        assertTrue(held.from().compareTo(minute.from()) <= 0 && held.to().compareTo(minute.to()) >= 0);
    }

    @Test
    void headersHoldNoTimeAndAreTheStructure() throws IOException {
        MediaMap map = MediaMap.of(session());
        assertTrue(map.structure().stream().anyMatch(range -> range.from() == 0), "ftyp");
        assertTrue(map.structure().stream().mapToLong(ByteRange::length).sum() < 500_000);
    }

    @Test
    void formsThatDoNotSayWhereTheirTimeLiesAreEstimated() throws IOException {
        Set<String> estimated = Set.of("MP3", "FLAC", "OGG");
        for (Map<String, String> row : rows()) {
            if (estimated.contains(row.get("container")) && row.get("expected").equals("ok")) {
                assertTrue(MediaMap.of(MediaCatalogue.file(row.get("file"))).isEstimated(), row.get("file"));
            }
        }
    }

    @Test
    void whatIsNoRecordingHasNoMap() throws IOException {
        Path file = Files.write(folder.resolve("letter.txt"), new byte[3 << 20]);
        MediaMap map = MediaMap.of(file);
        assertFalse(map.isKnown());
        assertTrue(map.timeOf(new ByteRange(0, 10)).isEmpty());
        assertTrue(map.structure().isEmpty());
    }

    @Test
    void everyRecordingChangedAnywhereIsAnswered() throws IOException {
        Random random = new Random(20_261_130);
        for (Map<String, String> row : rows()) {
            byte[] bytes = Files.readAllBytes(MediaCatalogue.file(row.get("file")));
            for (int flip = 0; flip < 20 && bytes.length > 0; flip++) {
                bytes[random.nextInt(flip % 2 == 0 ? Math.min(bytes.length, 4096) : bytes.length)] =
                        (byte) (flip % 5 == 0 ? 0xff : random.nextInt(256));
            }
            Path file = Files.write(folder.resolve("changed.mp4"), bytes);
            assertTimeout(PATIENCE, () -> MediaMap.of(file), row.get("file"));
        }
    }
}
