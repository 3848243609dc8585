// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication;

import eu.digitalminutes.archive.internal.text.Words;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.exchange.captions.Cue;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.minutes.TimeIndex;
import eu.digitalminutes.core.redaction.PublicView;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What every section of the page draws from: the public facts, the words, and which files the site holds. */
final class Session {
    private final PublicView view;
    private final Words words;
    private final SiteFolder files;
    private final Map<String, List<Cue>> captions;
    private final List<TimeIndex.Chapter> chapters;

    Session(PublicView view, Words words, SiteFolder files, Map<String, List<Cue>> captions) {
        this.view = view;
        this.words = words;
        this.files = files;
        this.captions = captions;
        this.chapters = TimeIndex.of(view.minutes()).chapters();
    }

    PublicView view() {
        return view;
    }

    Minutes minutes() {
        return view.minutes();
    }

    Meeting meeting() {
        return view.minutes().meeting();
    }

    Words words() {
        return words;
    }

    SiteFolder files() {
        return files;
    }

    List<TimeIndex.Chapter> chapters() {
        return chapters;
    }

    /** The cues of a part; empty when it has no captions. */
    List<Cue> captions(String part) {
        return captions.getOrDefault(part, List.of());
    }

    OffsetDateTime began() {
        return meeting().openedAt().orElse(meeting().scheduledAt());
    }

    String title() {
        return words.say("title", meeting().organ().name(), words.date(began()));
    }

    /** The number of a part among all, from 1. */
    int number(String part) {
        for (int i = 0; i < minutes().recordings().size(); i++) {
            if (minutes().recordings().get(i).name().equals(part)) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("no part " + part);
    }

    /** Words for something of a part, which say which one if there are several. */
    String named(String key, int number) {
        String what = words.say(key);
        return minutes().recordings().size() == 1 ? what : words.say("player.of-part", what, number);
    }

    /** The parts whose files are in the site, as signed or redacted. */
    List<RecordingPart> published() {
        return minutes().recordings().stream()
                .filter(part -> fileOf(part.name()).isPresent())
                .toList();
    }

    /** The file that stands for a part in the site: the signed one, or its redacted copy. */
    Optional<String> fileOf(String part) {
        return Stream.of(part, SiteFiles.redacted(number(part), part))
                .filter(files::has)
                .findFirst();
    }

    /** The file of a part that is published. */
    String publishedFile(String part) {
        return fileOf(part).orElse(part);
    }

    /** What to call a part: the name of a file that was withheld may tell of what was secret. */
    String shownName(RecordingPart part) {
        return view.isSecret(part.name()) ? words.say("player.part", number(part.name())) : part.name();
    }

    /** The place of an event in a published recording. */
    Optional<Moment> momentOf(SessionEvent event) {
        return published().stream()
                .filter(part -> part.covers(event.at()))
                .findFirst()
                .map(part -> new Moment(publishedFile(part.name()), number(part.name()), part.offsetOf(event.at())));
    }

    /**
     * A place in a published recording.
     *
     * @param part the file
     * @param number which part it is
     * @param offset from its first frame
     */
    record Moment(String part, int number, Duration offset) {
        /** A link that every browser follows, with or without a script. */
        String link() {
            return part + "#t=" + seconds(offset);
        }
    }

    /** Seconds as players read them: plain decimals, no more digits than needed. */
    static String seconds(Duration offset) {
        return BigDecimal.valueOf(offset.toMillis(), 3).stripTrailingZeros().toPlainString();
    }
}
