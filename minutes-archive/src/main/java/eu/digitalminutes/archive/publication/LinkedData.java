// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.internal.text.Html;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.SessionMode;
import eu.digitalminutes.core.minutes.TimeIndex;
import java.time.format.DateTimeFormatter;

/**
 * The session for search engines: an event, its recording, the chapters as clips.
 *
 * @see <a href="https://schema.org/Event">schema.org: Event, VideoObject, Clip</a>
 */
final class LinkedData {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Session session;
    private final Publication what;

    private LinkedData(Session session, Publication what) {
        this.session = session;
        this.what = what;
    }

    /** JSON that may stand in a script element: nothing in it can end the element or begin a comment. */
    static String of(Session session, Publication what, String description) {
        return inScript(new LinkedData(session, what).event(description));
    }

    /** JSON that may stand in a script element. */
    static String inScript(ObjectNode node) {
        try {
            return Html.plain(JSON.writeValueAsString(node))
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026")
                    .replace("\u2028", "\\u2028")
                    .replace("\u2029", "\\u2029");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers can always be written", e);
        }
    }

    private ObjectNode event(String description) {
        Meeting meeting = session.meeting();
        ObjectNode event = JSON.createObjectNode();
        event.put("@context", "https://schema.org");
        event.put("@type", "Event");
        event.put("name", session.title());
        event.put("description", description);
        event.put("identifier", meeting.id().toString());
        event.put("startDate", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(session.began()));
        meeting.closedAt().ifPresent(end -> event.put("endDate", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(end)));
        event.put("eventStatus", "https://schema.org/EventScheduled");
        event.put("eventAttendanceMode", "https://schema.org/" + mode(meeting.mode()));
        event.put("isAccessibleForFree", true);
        event.putObject("location").put("@type", "Place").put("name", meeting.place());
        event.putObject("organizer")
                .put("@type", "GovernmentOrganization")
                .put("name", meeting.municipality().name());
        what.address().ifPresent(address -> event.put("url", address.toString()));
        if (!session.published().isEmpty()) {
            ArrayNode recordings = event.putArray("recordedIn");
            session.published().forEach(part -> video(recordings.addObject(), part, description));
        }
        return event;
    }

    private void video(ObjectNode video, RecordingPart part, String description) {
        int number = session.number(part.name());
        video.put("@type", "VideoObject");
        video.put("name", session.named("player.label", number));
        video.put("description", description);
        video.put("uploadDate", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(part.start()));
        video.put("duration", part.duration().toString());
        video.put("encodingFormat", part.mediaType());
        String file = session.publishedFile(part.name());
        video.put("contentSize", Long.toString(session.files().size(file)));
        if (file.equals(part.name())) {
            video.put("sha256", part.fingerprint().digest().hex());
        }
        video.put("contentUrl", address(file));
        video.put("inLanguage", "it");
        ArrayNode clips = video.putArray("hasPart");
        for (TimeIndex.Chapter chapter : session.chapters()) {
            if (chapter.part().equals(part.name()) && chapter.from().compareTo(chapter.to()) < 0) {
                clips.addObject()
                        .put("@type", "Clip")
                        .put("name", session.words().say(chapter.title()))
                        .put("startOffset", chapter.from().toMillis() / 1000.0)
                        .put("endOffset", chapter.to().toMillis() / 1000.0)
                        .put("url", address(file) + "#t=" + Session.seconds(chapter.from()));
            }
        }
    }

    private String address(String file) {
        return what.address().map(address -> address.resolve(file).toString()).orElse(file);
    }

    private static String mode(SessionMode mode) {
        return switch (mode) {
            case IN_PERSON -> "OfflineEventAttendanceMode";
            case MIXED -> "MixedEventAttendanceMode";
            case REMOTE -> "OnlineEventAttendanceMode";
        };
    }
}
