// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.rendition;

import eu.digitalminutes.archive.profile.AddedFile;
import eu.digitalminutes.core.media.Admissibility;
import eu.digitalminutes.core.media.MediaFacts;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes what preservation wants beside the signed container (<i>documenti derivati per la conservazione</i>): its WebVTT
 * captions as {@link Imsc1}, the {@link FormatAssessment} where the form of a recording calls for one, and, if asked for,
 * the {@link WrittenAct} as PDF/A. Immutable; each method gives a new one.
 *
 * <p>They go into the package that holds the whole container, and are as much or as little for the public as that: the
 * captions hold every word of the container's captions, those of secret parts too. The written act holds what
 * {@link WrittenAct} always holds, of a secret ballot totals only. None of them is for publication.
 *
 * <p>The assessment that is made is filled with the facts; why the body accepts the form is the body's to say, with
 * {@link #assessed}, and is left to be filled in otherwise.
 *
 * @see <a href="https://www.agid.gov.it/it/linee-guida">AgID, Linee guida sui documenti informatici, 3.6 and Allegato 2,
 *     2.11 and 3.1</a>
 */
public final class Renditions {
    /** The name that the assessment of formats has among the files that are made. */
    public static final String ASSESSMENT = "format-assessment.pdf";

    private static final String PDF = "application/pdf";
    private static final String ACT = "written-act.pdf";

    private final SignedMinutes signed;
    private final Locale language;
    private final @Nullable LocalDate date;
    private final UnaryOperator<FormatAssessment> assessed;
    private final boolean act;

    private Renditions(
            SignedMinutes signed,
            Locale language,
            @Nullable LocalDate date,
            UnaryOperator<FormatAssessment> assessed,
            boolean act) {
        this.signed = signed;
        this.language = language;
        this.date = date;
        this.assessed = assessed;
        this.act = act;
    }

    /**
     * Captions and assessment, in Italian, assessed on the day on which they are made.
     *
     * @param signed the signed minutes; nothing of them is read yet
     * @return what to make
     */
    public static Renditions of(SignedMinutes signed) {
        return new Renditions(
                Objects.requireNonNull(signed, "signed"), Locale.ITALIAN, null, UnaryOperator.identity(), false);
    }

    /**
     * In another language.
     *
     * @param value of assessment and act, where any but Italian gets English words, and of captions that do not say one
     *     themselves
     * @return what to make
     */
    public Renditions in(Locale value) {
        return new Renditions(signed, Objects.requireNonNull(value, "language"), date, assessed, act);
    }

    /**
     * With the assessment dated on a day; the same minutes then give the same bytes.
     *
     * @param day the day of the assessment
     * @return what to make
     */
    public Renditions on(LocalDate day) {
        return new Renditions(signed, language, Objects.requireNonNull(day, "day"), assessed, act);
    }

    /**
     * With what the body says of the forms.
     *
     * @param body adds reason and index to the assessment, such as {@code one -> one.because("…").withIndex(14)}; not
     *     called where none is needed
     * @return what to make
     */
    public Renditions assessed(UnaryOperator<FormatAssessment> body) {
        return new Renditions(signed, language, date, Objects.requireNonNull(body, "body"), act);
    }

    /**
     * With the written act as PDF/A, drawn from the facts. It takes about a second, and more for long sessions.
     *
     * @return what to make
     */
    public Renditions withWrittenAct() {
        return new Renditions(signed, language, date, assessed, true);
    }

    /**
     * Makes them, in memory. Of the container its directory, its captions and the headers of its recordings are read: some
     * megabytes, however large it is. What cannot be made is told in the report and does not stop the rest.
     *
     * @param task cancellation
     * @return the files, and what was left out
     * @throws IOException if the container cannot be read
     * @throws eu.digitalminutes.core.outcome.CancelledException if the task was cancelled
     */
    public MadeRenditions make(Task task) throws IOException {
        Task.Stage stage = task.stage("make renditions", 0);
        List<AddedFile> files = new ArrayList<>();
        List<Finding> leftOut = new ArrayList<>();
        try (ContainerLook container = ContainerLook.into(signed, leftOut)) {
            files.addAll(container.captions(language));
            stage.advance(0);
            List<MediaFacts> called = container.recordings().stream()
                    .filter(facts -> facts.preservation() != Admissibility.YES)
                    .toList();
            stage.advance(0);
            if (!called.isEmpty()) {
                files.add(assessment(called));
                stage.advance(0);
            }
        }
        if (act) {
            files.add(AddedFile.drawnUp(
                    ACT,
                    PDF,
                    WrittenAct.pdf(signed.minutes(), language),
                    List.of(Minutes.FILE_NAME),
                    "verbale sintetico in PDF/A, ricavato dai fatti della seduta"));
        }
        stage.complete();
        return new MadeRenditions(files, leftOut);
    }

    private AddedFile assessment(List<MediaFacts> recordings) throws IOException {
        Meeting meeting = signed.minutes().meeting();
        LocalDate day = date != null
                ? date
                : Instant.now().atOffset(meeting.scheduledAt().getOffset()).toLocalDate();
        FormatAssessment assessment = assessed.apply(FormatAssessment.of(meeting.municipality(), day, recordings));
        return AddedFile.drawnUp(
                ASSESSMENT,
                PDF,
                assessment.pdf(language),
                recordings.stream().map(MediaFacts::file).toList(),
                "valutazione di interoperabilità dei formati delle registrazioni, del " + day);
    }
}
