// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.media;

import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.FindingCatalogue;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.outcome.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a recording says of itself (<i>caratteristiche tecniche della registrazione</i>): a legal record, which a register
 * of conversions must hold.
 *
 * @see <a href="https://www.agid.gov.it/">AgID, Linee guida sui documenti informatici, Allegato 2, 3.3</a>
 */
public final class MediaFacts {
    private static final FindingCatalogue CATALOGUE = FindingCatalogue.of(MediaProbe.class);

    private final String file;
    private final long bytes;
    private final MediaContainer container;
    private final String mediaType;
    private final @Nullable String puid;
    private final @Nullable Duration duration;
    private final List<MediaTrack> tracks;
    private final Completeness complete;
    private final MediaCondition condition;
    private final Preservation.Judgement preservation;
    private final List<Finding> problems;

    MediaFacts(MediaJudgement judgement) {
        this.file = judgement.file();
        this.bytes = judgement.bytes();
        this.container = judgement.container();
        this.mediaType = judgement.mediaType();
        this.puid = judgement.puid().orElse(null);
        this.duration = judgement.duration().orElse(null);
        this.tracks = List.copyOf(judgement.tracks());
        this.complete = judgement.complete();
        this.condition = judgement.condition();
        this.preservation = Objects.requireNonNull(judgement.preservation(), "preservation");
        this.problems = List.copyOf(judgement.problems());
    }

    /**
     * The name of the file.
     *
     * @return the last part of its path
     */
    public String file() {
        return file;
    }

    /**
     * The size of the file.
     *
     * @return bytes, zero or more
     */
    public long bytes() {
        return bytes;
    }

    /**
     * The form of the file, by its content.
     *
     * @return the container; {@link MediaContainer#NONE} if it is no recording of a form that is known here
     */
    public MediaContainer container() {
        return container;
    }

    /**
     * The media type, in the words of Annex 2 where it has them.
     *
     * @return such as {@code video/mp4}; {@code audio/mp4} if there is no picture
     */
    public String mediaType() {
        return mediaType;
    }

    /**
     * The identifier of the format in PRONOM.
     *
     * @return such as {@code fmt/199}; empty if the format has none
     */
    public Optional<String> puid() {
        return Optional.ofNullable(puid);
    }

    /**
     * How long the recording plays: what it declares, or what can be counted where nothing is declared.
     *
     * @return the duration to the microsecond; empty if it cannot be known
     */
    public Optional<Duration> duration() {
        return Optional.ofNullable(duration);
    }

    /**
     * The tracks.
     *
     * @return in the file's order; empty if none could be read
     */
    public List<MediaTrack> tracks() {
        return tracks;
    }

    /**
     * Whether every declared byte, sample, fragment, page or frame is there.
     *
     * @return yes, no, or unknown
     */
    public Completeness complete() {
        return complete;
    }

    /**
     * The worst of the problems in one word.
     *
     * @return the condition
     */
    public MediaCondition condition() {
        return condition;
    }

    /**
     * Whether Annex 2 of the AgID guidelines admits the format for preservation.
     *
     * @return yes, no, or to be justified
     */
    public Admissibility preservation() {
        return preservation.admissibility();
    }

    /**
     * Why the format is admitted or not: the sentence for the assessment that Annex 2, 3.1 asks for.
     *
     * @return the sentence in both languages
     */
    public Text preservationReason() {
        return preservation.reason();
    }

    /**
     * Everything that was remarked, the worst first.
     *
     * @return the problems; empty if there is none
     */
    public List<Finding> problems() {
        return problems;
    }

    /**
     * The problems, and whether the format may be preserved: check 23 of the legal report, to be joined with that on the
     * signed minutes.
     *
     * @return a warning if Annex 2 does not admit the format or leaves it to an assessment, behind the problems
     * @see <a href="https://www.agid.gov.it/">AgID, Linee guida sui documenti informatici, Allegato 2</a>
     */
    public Report report() {
        List<Finding> findings = new ArrayList<>(problems);
        if (preservation() == Admissibility.NO) {
            findings.add(preservationFinding("FORMAT_NOT_ADMITTED"));
        } else if (preservation() == Admissibility.CONDITIONAL) {
            findings.add(preservationFinding("FORMAT_TO_ASSESS"));
        }
        return Report.of(findings);
    }

    private Finding preservationFinding(String code) {
        Finding plain = CATALOGUE.finding(code, Severity.WARN, file);
        return Finding.of(
                code,
                Severity.WARN,
                file,
                new Text(
                        plain.message().italian() + " " + preservationReason().italian(),
                        plain.message().english() + " " + preservationReason().english()),
                plain.basis());
    }

    @Override
    public String toString() {
        return file + ": " + container + " " + condition + ", complete " + complete + ", " + tracks;
    }
}
