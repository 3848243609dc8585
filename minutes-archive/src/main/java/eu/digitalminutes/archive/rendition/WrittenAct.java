// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.rendition;

import eu.digitalminutes.archive.internal.text.Words;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.minutes.Minutes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Objects;

/**
 * The succinct written act of a meeting (<i>verbale sintetico</i>), drawn from its facts: head, roll call, legal number,
 * what was said and voted item by item, the recording with its digest, the time index.
 *
 * <p>Of a secret ballot it holds totals only. A secret item stands apart, with its title and the totals of its votes. The
 * same minutes give the same bytes, on any day and any machine.
 *
 * <p>The PDF is PDF/A-2a and PDF/UA-1 and embeds Liberation Sans, which writes every Latin, Greek and Cyrillic
 * alphabet; a character outside it appears as {@code #} in the PDF, and as itself in the page.
 *
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art.
 *     97(4)(a)</a>
 */
public final class WrittenAct {
    private WrittenAct() {}

    /**
     * The act as one page of XHTML without references to other files.
     *
     * @param minutes the facts
     * @param language Italian; any other language gets English words around the facts, which stay as they are
     * @return the page, well-formed; whatever the facts contain is escaped
     */
    public static String html(Minutes minutes, Locale language) {
        Objects.requireNonNull(minutes, "minutes");
        Words words = words(language);
        Meeting meeting = minutes.meeting();
        return PrintedPage.of(
                words, title(minutes, words), meeting.municipality().name(), html -> {
                    ActHead.write(html, words, meeting);
                    ActAttendance.write(html, words, minutes);
                    ActHead.writeAgenda(html, words, meeting);
                    ActProceedings.write(html, words, minutes);
                    ActRecording.write(html, words, minutes);
                    ActSignatures.write(html, words, meeting);
                });
    }

    /**
     * The act as PDF/A-2a, tagged for readers with disabilities.
     *
     * @param minutes the facts
     * @param language Italian; any other language gets English words around the facts, which stay as they are
     * @param target the file that appears, whole or not at all; one that exists is replaced
     * @throws IOException if it cannot be written; then the target is as it was
     */
    public static void writePdf(Minutes minutes, Locale language, Path target) throws IOException {
        PdfRenderer.pdfA().render(html(minutes, language), dated(minutes), target);
    }

    /** The act as PDF/A-2a in memory. */
    static byte[] pdf(Minutes minutes, Locale language) throws IOException {
        return PdfRenderer.bytes(html(minutes, language), dated(minutes));
    }

    private static OffsetDateTime dated(Minutes minutes) {
        Meeting meeting = minutes.meeting();
        return meeting.closedAt().orElse(meeting.scheduledAt());
    }

    private static Words words(Locale language) {
        return Words.of(WrittenAct.class, "act", Objects.requireNonNull(language, "language"));
    }

    private static String title(Minutes minutes, Words words) {
        Meeting meeting = minutes.meeting();
        return words.say(
                "document.title",
                meeting.municipality().name(),
                meeting.organ().name(),
                meeting.id().number(),
                meeting.id().year(),
                words.date(meeting.openedAt().orElse(meeting.scheduledAt())));
    }
}
