// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.agenda;

import eu.digitalminutes.core.media.MediaChapters;
import eu.digitalminutes.core.media.MediaChapters.MediaChapter;
import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The chapters that an operator's recorder put into a recording, as marks: a title that begins so names an item. */
final class ChapterMarks {
    private static final Set<String> FIRST_BOXES = Set.of("ftyp", "moov", "mdat", "wide", "free", "skip");
    private static final Pattern NUMBERED = Pattern.compile(
            "(?i)(?:(?:punto|item|o\\.?d\\.?g\\.?|agenda item)\\s*(?:n\\.?\\s*)?([0-9]{1,3}(?:\\s?(?:bis|ter))?)\\b"
                    + "|([0-9]{1,3})[.)\u00b0]\\s).*");

    private ChapterMarks() {}

    /** Whether a file is an MP4 or MOV by its first bytes. */
    static boolean isRecording(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(8);
            return head.length == 8 && FIRST_BOXES.contains(new String(head, 4, 4, StandardCharsets.ISO_8859_1));
        }
    }

    static List<HallMark> of(Path recording) throws IOException {
        List<MediaChapter> chapters = MediaChapters.of(recording);
        if (chapters.isEmpty()) {
            throw new MinutesException(
                    "MARKS_MISSING",
                    recording + " holds no chapters: set them with the recorder, or give the marks as CSV or JSON");
        }
        return chapters.stream()
                .map(chapter -> new HallMark(
                        Optional.of(chapter.at()), Optional.empty(), item(chapter.title()), "", chapter.title()))
                .toList();
    }

    private static String item(String title) {
        Matcher matcher = NUMBERED.matcher(title);
        if (!matcher.matches()) {
            return "";
        }
        return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    }
}
