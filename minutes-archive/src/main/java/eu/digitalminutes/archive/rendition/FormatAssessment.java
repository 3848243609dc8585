// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.rendition;

import eu.digitalminutes.archive.internal.text.Words;
import eu.digitalminutes.core.internal.text.Html;
import eu.digitalminutes.core.media.Admissibility;
import eu.digitalminutes.core.media.MediaFacts;
import eu.digitalminutes.core.media.MediaTrack;
import eu.digitalminutes.core.meeting.Municipality;
import eu.digitalminutes.core.outcome.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The written assessment that AgID asks of a body before it keeps recordings in a form that is not on the list of Annex 2
 * (<i>valutazione di interoperabilità</i>), such as MP4 with AAC or Opus: drawn from what was found in the files.
 * Immutable.
 *
 * <p>The facts and the reasons are filled; why the body accepts the form, and the index of interoperability, are the
 * body's to say. An assessment holds for a year.
 *
 * @see <a href="https://www.agid.gov.it/it/linee-guida">AgID, Linee guida sui documenti informatici, 3.6 and Allegato 2,
 *     3.1 and 3.2</a>
 */
public final class FormatAssessment {
    /** The index of interoperability from which a form is sufficient. */
    public static final int SUFFICIENT = 12;

    private static final int HIGHEST = 20;

    private final Municipality body;
    private final LocalDate date;
    private final List<MediaFacts> recordings;
    private final String reason;
    private final @Nullable Integer index;

    private FormatAssessment(
            Municipality body, LocalDate date, List<MediaFacts> recordings, String reason, @Nullable Integer index) {
        this.body = Objects.requireNonNull(body, "body");
        this.date = Objects.requireNonNull(date, "date");
        this.recordings = List.copyOf(recordings);
        this.reason = reason;
        this.index = index;
        if (this.recordings.isEmpty()) {
            throw new IllegalArgumentException("an assessment is about at least one recording");
        }
    }

    /**
     * An assessment of some recordings.
     *
     * @param body who assesses
     * @param date the day of the assessment
     * @param recordings what was found in each, by {@link eu.digitalminutes.core.media.MediaProbe}
     * @return an assessment without the body's own reasons
     * @throws IllegalArgumentException if there is no recording
     */
    public static FormatAssessment of(Municipality body, LocalDate date, List<MediaFacts> recordings) {
        return new FormatAssessment(body, date, recordings, "", null);
    }

    /**
     * With the reason why the body accepts the form.
     *
     * @param value the reason, in the body's words
     * @return a new assessment
     */
    public FormatAssessment because(String value) {
        return new FormatAssessment(body, date, recordings, Objects.requireNonNull(value, "reason"), index);
    }

    /**
     * With the index of interoperability that the body has worked out (<i>indice di interoperabilità</i>).
     *
     * @param value 0 to 20; from {@link #SUFFICIENT} a form is sufficient
     * @return a new assessment
     * @throws IllegalArgumentException if it is out of its bounds
     */
    public FormatAssessment withIndex(int value) {
        if (value < 0 || value > HIGHEST) {
            throw new IllegalArgumentException("the index of interoperability goes from 0 to 20, not " + value);
        }
        return new FormatAssessment(body, date, recordings, reason, value);
    }

    /**
     * Whether any of the recordings needs an assessment at all.
     *
     * @return true if a form is not plainly admitted
     */
    public boolean needed() {
        return recordings.stream().anyMatch(facts -> facts.preservation() != Admissibility.YES);
    }

    /**
     * The day from which the assessment must be made anew.
     *
     * @return a year after its date
     */
    public LocalDate renewBy() {
        return date.plusYears(1);
    }

    /**
     * The assessment as one page of XHTML.
     *
     * @param language Italian; any other language gets English words
     * @return the page, well-formed
     */
    public String html(Locale language) {
        Words words = Words.of(FormatAssessment.class, "assessment", Objects.requireNonNull(language, "language"));
        return PrintedPage.of(words, words.say("title"), body.name(), html -> {
            PrintedPage.masthead(
                    html,
                    body.name(),
                    words.say("title"),
                    words.say("subtitle"),
                    words.say("when", words.date(midnight(date)), words.date(midnight(renewBy()))));
            html.element("p", words.say("basis"));
            recordings.forEach(facts -> recording(html, words, facts));
            conclusion(html, words);
        });
    }

    /**
     * The assessment as PDF/A-2a.
     *
     * @param language Italian; any other language gets English words
     * @param target the file that appears, whole or not at all; one that exists is replaced
     * @throws IOException if it cannot be written; then the target is as it was
     */
    public void writePdf(Locale language, Path target) throws IOException {
        PdfRenderer.pdfA().render(html(language), midnight(date), target);
    }

    /** The assessment as PDF/A-2a in memory. */
    byte[] pdf(Locale language) throws IOException {
        return PdfRenderer.bytes(html(language), midnight(date));
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    private static void recording(Html html, Words words, MediaFacts facts) {
        html.element("h2", facts.file());
        html.open("table", "class", "facts");
        PrintedPage.fact(html, words.say("container"), facts.container().name() + " (" + facts.mediaType() + ")");
        PrintedPage.fact(html, words.say("puid"), facts.puid().orElse(words.say("unknown")));
        PrintedPage.fact(html, words.say("size"), words.size(facts.bytes()));
        PrintedPage.fact(
                html, words.say("length"), facts.duration().map(words::clock).orElse(words.say("unknown")));
        for (MediaTrack track : facts.tracks()) {
            PrintedPage.fact(html, words.say("track." + track.kind()), track.toString());
        }
        PrintedPage.fact(html, words.say("complete"), words.say("complete." + facts.complete()));
        PrintedPage.fact(
                html,
                words.say("admitted"),
                words.say("admitted." + facts.preservation()) + " " + words.say(facts.preservationReason()));
        for (Finding finding : facts.problems()) {
            PrintedPage.fact(html, words.say("problem"), words.say(finding.message()));
        }
        html.closeLine();
    }

    private void conclusion(Html html, Words words) {
        html.element("h2", words.say("conclusion"));
        if (!needed()) {
            html.element("p", words.say("conclusion.listed"));
            return;
        }
        html.element("p", words.say("conclusion.needed"));
        html.open("table", "class", "facts");
        PrintedPage.fact(html, words.say("index"), index().isPresent() ? index(words) : words.say("to.fill"));
        PrintedPage.fact(html, words.say("reason"), reason.isBlank() ? words.say("to.fill") : reason);
        PrintedPage.fact(html, words.say("measures"), words.say("measures.text"));
        html.closeLine();
    }

    private OptionalInt index() {
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    private String index(Words words) {
        int value = index().orElse(0);
        return words.say(value >= SUFFICIENT ? "index.sufficient" : "index.insufficient", value);
    }
}
