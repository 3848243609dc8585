// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.digitalminutes.core.exchange.agenda.HallMarks;
import eu.digitalminutes.core.media.MediaChapters.MediaChapter;
import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator's recorder marked in the recording is read. */
class MediaChaptersTest {
    @TempDir
    Path folder;

    private static Path session() {
        assumeTrue(MediaCatalogue.present(), "the catalogue of recordings is not here: skipped");
        return MediaCatalogue.file("session/session.mp4");
    }

    @Test
    void theChaptersOfARecordingAreThoseThatWereSet() throws IOException {
        List<MediaChapter> found = MediaChapters.of(session());
        Matcher set = Pattern.compile("(\\d\\d):(\\d\\d):(\\d\\d)\\.(\\d{3}) --> .*\\n(.*)")
                .matcher(Files.readString(MediaCatalogue.file("session/chapters.vtt")));
        int i = 0;
        for (; set.find(); i++) {
            Duration at = Duration.ofMinutes(Long.parseLong(set.group(2)))
                    .plusSeconds(Long.parseLong(set.group(3)))
                    .plusMillis(Long.parseLong(set.group(4)));
            assertEquals(set.group(5), found.get(i).title());
            assertTrue(found.get(i).at().minus(at).abs().toMillis() < 50, found.get(i) + " at " + at);
        }
        assertEquals(i, found.size());
    }

    @Test
    void aListOfChaptersIsReadWhereThereIsNoTrack() throws IOException {
        byte[] bytes = Files.readAllBytes(session());
        byte[] without = new String(bytes, StandardCharsets.ISO_8859_1)
                .replace("chap", "xhap")
                .getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(folder.resolve("nero.mp4"), without);
        assertEquals(
                MediaChapters.of(session()).stream().map(MediaChapter::title).toList(),
                MediaChapters.of(file).stream().map(MediaChapter::title).toList());
    }

    @Test
    void chaptersAreMarksThatNameTheirItems() throws IOException {
        HallMarks marks = HallMarks.read(session());
        assertEquals("", marks.marks().get(0).item());
        assertEquals("1", marks.marks().get(1).item());
        assertEquals("2", marks.marks().get(2).item());
        assertTrue(marks.marks().get(1).label().startsWith("Punto 1."));
    }

    @Test
    void aRecordingWithoutChaptersSaysWhatToDo() throws IOException {
        Path file = Files.write(
                folder.resolve("bare.mp4"),
                ByteBuffer.allocate(64)
                        .putInt(32)
                        .put("ftypisom".getBytes(StandardCharsets.US_ASCII))
                        .array());
        assertEquals(List.of(), MediaChapters.of(file));
        MinutesException refused = Assertions.assertThrows(MinutesException.class, () -> HallMarks.read(file));
        assertEquals("MARKS_MISSING", refused.code());
        assertFalse(String.valueOf(refused.getMessage()).isEmpty());
    }

    @Test
    void everyRecordingChangedAnywhereIsAnswered() throws IOException {
        session();
        Random random = new Random(20_261_130);
        for (Map<String, String> row : MediaCatalogue.rows()) {
            byte[] bytes = Files.readAllBytes(MediaCatalogue.file(row.get("file")));
            for (int flip = 0; flip < 20 && bytes.length > 0; flip++) {
                bytes[random.nextInt(flip % 2 == 0 ? Math.min(bytes.length, 4096) : bytes.length)] =
                        (byte) random.nextInt(256);
            }
            Path file = Files.write(folder.resolve("changed.mp4"), bytes);
            assertTimeout(Duration.ofSeconds(5), () -> MediaChapters.of(file), row.get("file"));
        }
    }
}
