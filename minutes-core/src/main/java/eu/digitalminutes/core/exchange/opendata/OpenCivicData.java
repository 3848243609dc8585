// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.opendata;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.course.SessionState;
import eu.digitalminutes.core.course.Treatment;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.redaction.PublicView;
import eu.digitalminutes.core.voting.Vote;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

/**
 * A session as an Open Civic Data event with its votes (<i>evento della seduta</i>): where in which recording each point
 * begins, in whole seconds. Parts of the recording that hold something secret are not named.
 *
 * @see <a href="https://open-civic-data.readthedocs.io/en/latest/data/event.html">Open Civic Data, event</a>
 */
public final class OpenCivicData {
    private final ShownSession session;
    private final Meeting meeting;
    private final String media;

    private OpenCivicData(PublicView view, URI media) {
        session = new ShownSession(view);
        meeting = session.meeting();
        this.media = WebAddress.of(media);
    }

    /**
     * The public view as an Open Civic Data event; the same view always gives the same bytes.
     *
     * @param view the public view
     * @param media the folder of the web under which the parts of the recording lie by their names
     * @return JSON in UTF-8 with the keys {@code event} and {@code vote_events}
     * @throws IllegalArgumentException if the folder is no absolute http or https address
     * @throws MinutesException with code {@code EVENT_OUT_OF_ORDER} if the events are not in order of time
     */
    public static byte[] write(PublicView view, URI media) {
        return new OpenCivicData(view, media).bytes();
    }

    /**
     * Writes the public view as an Open Civic Data event to a file that appears whole or not at all.
     *
     * @param view the public view
     * @param media the folder of the web under which the parts of the recording lie
     * @param target the file; replaced if it exists
     * @throws IOException if it cannot be written; the target is then as it was
     * @throws IllegalArgumentException if the folder is no absolute http or https address
     * @throws MinutesException as {@link #write(PublicView, URI)} says
     */
    public static void write(PublicView view, URI media, Path target) throws IOException {
        PendingFile.write(target, write(view, media));
    }

    private byte[] bytes() {
        ObjectNode document = OpenJson.object();
        event(document.putObject("event"));
        ArrayNode votes = document.putArray("vote_events");
        session.votes().forEach(vote -> voteEvent(vote, votes.addObject()));
        return OpenJson.bytes(document);
    }

    /** The same name for the same thing whenever it is written: a UUID of version 3 over its name with us. */
    private String id(String kind, String name) {
        String ours = session.id(kind, name);
        return "ocd-" + kind + "/" + UUID.nameUUIDFromBytes(ours.getBytes(StandardCharsets.UTF_8));
    }

    private void event(ObjectNode json) {
        json.put("id", id("event", "session"))
                .put(
                        "name",
                        meeting.organ().name() + " n. " + meeting.id().number() + "/"
                                + meeting.id().year())
                .put("classification", "session")
                .put("start_date", OpenJson.utc(session.start()))
                .put("status", status(session.course().state()));
        meeting.closedAt().ifPresent(at -> json.put("end_date", OpenJson.utc(at)));
        json.putObject("location").put("name", meeting.place());
        ArrayNode participants = json.putArray("participants");
        participants
                .addObject()
                .put("name", meeting.organ().name())
                .put("entity_type", "organization")
                .put("note", "host");
        for (Seat seat : meeting.seats()) {
            participants
                    .addObject()
                    .put("name", seat.person().fullName())
                    .put("entity_type", "person")
                    .put("note", seat.role().label().italian());
        }
        ArrayNode media = json.putArray("media");
        session.recordings().forEach(part -> media(part, 0, media));
        agenda(json.putArray("agenda"));
    }

    private static String status(SessionState state) {
        return switch (state) {
            case CONVENED, OPEN, SUSPENDED -> "confirmed";
            case CLOSED, DISSOLVED -> "passed";
            case DESERTED, CANCELLED -> "cancelled";
        };
    }

    private void media(RecordingPart part, long offset, ArrayNode list) {
        ObjectNode json = list.addObject()
                .put("note", part.name())
                .put("date", part.start().toLocalDate().toString())
                .put("offset", offset);
        json.putArray("links")
                .addObject()
                .put("media_type", part.mediaType())
                .put("url", media + part.name())
                .put("text", part.name());
    }

    private void agenda(ArrayNode agenda) {
        int order = 0;
        for (AgendaItem item : meeting.agenda()) {
            ObjectNode json = agenda.addObject()
                    .put("description", item.number() + ". " + item.title())
                    .put("order", Integer.toString(order));
            order++;
            json.putArray("notes")
                    .add(session.course().stateOf(item.id()).label().italian());
            ArrayNode related = json.putArray("related_entities");
            session.votes().stream()
                    .filter(vote -> vote.item().equals(item.id()))
                    .forEach(vote -> related.addObject()
                            .put("entity_type", "vote_event")
                            .put("id", id("vote", vote.id()))
                            .put("name", session.subject(vote)));
            ArrayNode media = json.putArray("media");
            for (Treatment treatment : session.course().treatments()) {
                session.recordings().stream()
                        .filter(part -> treatment.item().equals(item.id())
                                && part.covers(treatment.span().from()))
                        .forEach(part -> media(
                                part, part.offsetOf(treatment.span().from()).toSeconds(), media));
            }
        }
    }

    private void voteEvent(Vote vote, ObjectNode json) {
        json.put("id", id("vote", vote.id()))
                .put("identifier", vote.id())
                .put("motion_text", session.subject(vote))
                .put("start_date", OpenJson.utc(vote.openedAt()));
        json.putArray("motion_classification")
                .add(vote.isAnnulled() ? "annulled" : vote.kind().code());
        vote.closedAt().ifPresent(at -> json.put("end_date", OpenJson.utc(at)));
        OpenJson.optional(json, "result", ShownSession.result(vote));
        ArrayNode counts = json.putArray("counts");
        ShownSession.counts(vote)
                .forEach((option, value) ->
                        counts.addObject().put("option", option).put("value", value));
        ArrayNode votes = json.putArray("votes");
        ShownSession.ballots(vote, meeting)
                .forEach((seat, choice) -> votes.addObject()
                        .put("voter_name", seat.person().fullName())
                        .put("option", ShownSession.option(choice)));
    }
}
