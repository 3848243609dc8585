// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.timed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.course.Course;
import eu.digitalminutes.core.course.Span;
import eu.digitalminutes.core.course.Speech;
import eu.digitalminutes.core.course.Treatment;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.internal.text.MediaTime;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.redaction.PublicView;
import eu.digitalminutes.core.voting.Vote;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Points, speeches and votes as a WebVTT metadata track (<i>traccia di metadati</i>): cues of JSON, each on one line,
 * for the scripts of a page. One track for each part of the recording, its times counted from the part's first frame.
 *
 * <p>Every cue has {@code type} ({@code item}, {@code speech}, {@code vote}) and {@code id}. A secret ballot has its
 * figures and no names, and so has an open one: who chose what is for the page to take from elsewhere.
 *
 * @see <a href="https://www.w3.org/TR/webvtt1/#introduction-metadata">W3C, WebVTT, metadata</a>
 */
public final class MetadataTrack {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Meeting meeting;
    private final RecordingPart part;
    private final List<Cue> cues = new ArrayList<>();

    private record Cue(String id, Duration from, Duration to, ObjectNode what) {}

    private MetadataTrack(Meeting meeting, RecordingPart part) {
        this.meeting = meeting;
        this.part = part;
    }

    /**
     * The track of one part of the recording.
     *
     * @param view the public view
     * @param name the name of the part
     * @return the text of a {@code .vtt} file, with line feeds
     * @throws IllegalArgumentException if there is no such part
     * @throws MinutesException with code {@code EVENT_OUT_OF_ORDER} if the events are not in order of time
     */
    public static String write(PublicView view, String name) {
        RecordingPart part = view.minutes()
                .recording(name)
                .orElseThrow(() -> new IllegalArgumentException("no part of the recording has the name " + name));
        return new MetadataTrack(view.minutes().meeting(), part).text();
    }

    /**
     * Writes the track of one part to a file that appears whole or not at all.
     *
     * @param view the public view
     * @param name the name of the part
     * @param target the file; replaced if it exists
     * @throws IOException if it cannot be written; the target is then as it was
     * @throws IllegalArgumentException if there is no such part
     * @throws MinutesException as {@link #write(PublicView, String)} says
     */
    public static void write(PublicView view, String name, Path target) throws IOException {
        PendingFile.write(target, write(view, name).getBytes(StandardCharsets.UTF_8));
    }

    private String text() {
        Course course = Course.of(meeting);
        int number = 0;
        for (Treatment treatment : course.treatments()) {
            AgendaItem item = meeting.item(treatment.item());
            number++;
            add(
                    "item-" + number,
                    treatment.span(),
                    cue("item", item.id())
                            .put("number", item.number())
                            .put("title", item.title())
                            .put("kind", item.kind().code()));
        }
        number = 0;
        for (Speech speech : course.speeches()) {
            number++;
            add(
                    "speech-" + number,
                    speech.span(),
                    cue("speech", Integer.toString(number))
                            .put("seat", speech.seat())
                            .put("name", meeting.seat(speech.seat()).person().fullName())
                            .put("kind", speech.kind().code())
                            .put("item", speech.item()));
        }
        for (Vote vote : Vote.allOf(meeting)) {
            OffsetDateTime end = vote.closedAt().orElse(vote.openedAt());
            add("vote-" + vote.id(), new Span(vote.openedAt(), end), vote(vote));
        }
        cues.sort(Comparator.comparing(Cue::from));
        StringBuilder vtt = new StringBuilder("WEBVTT\n");
        for (Cue cue : cues) {
            vtt.append('\n').append(cue.id().replace("-->", "--")).append('\n');
            vtt.append(MediaTime.of(cue.from()))
                    .append(" --> ")
                    .append(MediaTime.of(cue.to()))
                    .append('\n');
            vtt.append(json(cue.what())).append('\n');
        }
        return vtt.toString();
    }

    private static ObjectNode cue(String type, String id) {
        return MAPPER.createObjectNode().put("type", type).put("id", id);
    }

    private static ObjectNode vote(Vote vote) {
        ObjectNode json = cue("vote", vote.id())
                .put("item", vote.item())
                .put("kind", vote.kind().code())
                .put("method", vote.method().code());
        vote.tally().ifPresent(tally -> json.set("tally", tally(tally)));
        if (vote.isAnnulled()) {
            json.put("annulled", true);
        }
        vote.proclaimed().ifPresent(outcome -> json.put("outcome", outcome.code()));
        return json;
    }

    private static ObjectNode tally(Tally tally) {
        return MAPPER.createObjectNode()
                .put("yes", tally.yes())
                .put("no", tally.no())
                .put("abstained", tally.abstained())
                .put("notVoting", tally.notVoting())
                .put("blank", tally.blank())
                .put("spoiled", tally.spoiled());
    }

    /** What reaches over the end of the part ends with it; what happens outside has no cue. A cue lasts a moment at least. */
    private void add(String id, Span span, ObjectNode what) {
        OffsetDateTime from = span.from().isBefore(part.start()) ? part.start() : span.from();
        OffsetDateTime to = span.to().isAfter(part.end()) ? part.end() : span.to();
        if (from.isBefore(part.end()) && !to.isBefore(part.start())) {
            Duration start = part.offsetOf(from);
            Duration end = part.offsetOf(to.isBefore(from) ? from : to);
            cues.add(new Cue(id, start, end.toMillis() > start.toMillis() ? end : start.plusMillis(1), what));
        }
    }

    /** JSON on one line; an arrow in a text would end the cue for a player. */
    private static String json(ObjectNode what) {
        try {
            return MAPPER.writeValueAsString(what).replace("-->", "--\\u003e");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree cannot fail to be written", e);
        }
    }
}
