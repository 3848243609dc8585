// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.redaction;

import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.course.Section;
import eu.digitalminutes.core.course.Span;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Publicity;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.minutes.RecordingGap;
import eu.digitalminutes.core.outcome.MinutesException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the public may see of some minutes (<i>versione pubblicabile</i>). Pages and open data are drawn from this alone,
 * so that what was taken away here cannot come back anywhere.
 *
 * <p>Of a secret item its number stays. Who came for it alone, without being a member, is not named either. Tax codes,
 * accounts, reasons of absence, causes of departure, means of identification, creditors, annexes and transcripts go in
 * any case: nobody needs them to follow a meeting, and they may tell of somebody's health or affairs.
 *
 * @see <a href="https://www.garanteprivacy.it/home/docweb/-/docweb-display/docweb/3134436">Garante privacy, Linee guida
 *     15 May 2014; D.Lgs. 196/2003, art. 2-septies(8)</a>
 */
public final class PublicView {
    private final Minutes minutes;
    private final boolean partial;
    private final List<Span> secretSpans;
    private final Set<String> secretParts;

    private PublicView(Minutes minutes, boolean partial, List<Span> secretSpans, Set<String> secretParts) {
        this.minutes = minutes;
        this.partial = partial;
        this.secretSpans = secretSpans;
        this.secretParts = secretParts;
    }

    /**
     * The public view of some minutes.
     *
     * @param full the minutes
     * @param secretTitle what stands for the title of a secret item
     * @return the view
     * @throws MinutesException with code {@code MEETING_SECRET} if the whole meeting was secret
     */
    public static PublicView of(Minutes full, String secretTitle) {
        Meeting meeting = full.meeting();
        if (meeting.publicity() == Publicity.SECRET) {
            throw new MinutesException(
                    "MEETING_SECRET",
                    "the meeting " + meeting.id() + " was closed to the public: it has no public page");
        }
        List<Section> sections = Section.allOf(meeting);
        Minutes shown = Minutes.of(new Redaction(meeting, secretTitle).meeting(), full.rules())
                .withLineage(full.lineage());
        for (RecordingPart part : full.recordings()) {
            shown = shown.withRecording(part);
        }
        for (RecordingGap gap : full.gaps()) {
            shown = shown.withGap(new RecordingGap(gap.from(), gap.to(), gap.cause(), ""));
        }
        boolean partial = meeting.agenda().stream().anyMatch(PublicView::isSecret)
                || sections.stream().anyMatch(Section::isSecret);
        List<Span> spans = secretSpans(full, sections);
        return new PublicView(shown, partial, spans, secretParts(full, spans));
    }

    /**
     * The minutes as the public may see them.
     *
     * @return minutes from which everything else is gone
     */
    public Minutes minutes() {
        return minutes;
    }

    /**
     * Whether something was secret, so that no document that holds everything may be published.
     *
     * @return true if so
     */
    public boolean isPartial() {
        return partial;
    }

    /**
     * Whether a part of the recording holds something secret.
     *
     * @param part its name
     * @return true if it must not be published as it is
     */
    public boolean isSecret(String part) {
        return secretParts.contains(part);
    }

    /**
     * Whether a point of the agenda is secret.
     *
     * @param item the point
     * @return true if the public is not admitted to it
     */
    public static boolean isSecret(AgendaItem item) {
        return item.publicity() == Publicity.SECRET;
    }

    /**
     * When the public was out, for who masks a recording.
     *
     * @return an immutable list in order of time; what was secret until the end lasts until the end of the recording
     */
    public List<Span> secretSpans() {
        return secretSpans;
    }

    private static List<Span> secretSpans(Minutes full, List<Section> sections) {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            OffsetDateTime from = sections.get(i).startedAt().orElse(null);
            if (!sections.get(i).isSecret() || from == null) {
                continue;
            }
            Optional<OffsetDateTime> next =
                    i + 1 < sections.size() ? sections.get(i + 1).startedAt() : Optional.empty();
            OffsetDateTime last = full.recordings().stream()
                    .map(RecordingPart::end)
                    .filter(from::isBefore)
                    .max(Comparator.naturalOrder())
                    .orElse(from);
            spans.add(new Span(from, next.orElse(last)));
        }
        return List.copyOf(spans);
    }

    private static Set<String> secretParts(Minutes full, List<Span> spans) {
        return full.recordings().stream()
                .filter(part -> spans.stream()
                        .anyMatch(span ->
                                part.end().isAfter(span.from()) && part.start().isBefore(span.to())))
                .map(RecordingPart::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
