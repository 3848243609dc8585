// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.opendata;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.core.course.Speech;
import eu.digitalminutes.core.course.Treatment;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.redaction.PublicView;
import eu.digitalminutes.core.voting.Vote;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Who sits, speaks and votes how, in the words of Popolo 1.0.1 (<i>dati aperti sulle votazioni</i>): one JSON document
 * with a list for each class.
 *
 * @see <a href="https://www.popoloproject.com/specs/">Popolo data specification</a>
 */
public final class Popolo {
    private final ShownSession session;
    private final Meeting meeting;
    private final ObjectNode document = OpenJson.object();
    private final String organ;
    private final String event;

    private Popolo(PublicView view) {
        session = new ShownSession(view);
        meeting = session.meeting();
        organ = session.bodyId("organization", "organ");
        event = session.id("event", "session");
    }

    /**
     * The public view as Popolo; the same view always gives the same bytes.
     *
     * @param view the public view
     * @return JSON in UTF-8
     * @throws MinutesException with code {@code EVENT_OUT_OF_ORDER} if the events are not in order of time
     */
    public static byte[] write(PublicView view) {
        return new Popolo(view).bytes();
    }

    /**
     * Writes the public view as Popolo to a file that appears whole or not at all.
     *
     * @param view the public view
     * @param target the file; replaced if it exists
     * @throws IOException if it cannot be written; the target is then as it was
     * @throws MinutesException as {@link #write(PublicView)} says
     */
    public static void write(PublicView view, Path target) throws IOException {
        PendingFile.write(target, write(view));
    }

    private byte[] bytes() {
        organizations(document.putArray("organizations"));
        ArrayNode persons = document.putArray("persons");
        ArrayNode posts = document.putArray("posts");
        ArrayNode memberships = document.putArray("memberships");
        for (Seat seat : meeting.seats()) {
            persons.addObject()
                    .put("id", person(seat))
                    .put("name", seat.person().fullName())
                    .put("given_name", seat.person().givenName())
                    .put("family_name", seat.person().familyName());
            posts.addObject()
                    .put("id", session.bodyId("post", seat.id()))
                    .put("label", seat.role().label().italian())
                    .put("role", seat.role().code())
                    .put("organization_id", organ);
            membership(seat, memberships.addObject());
        }
        events(document.putArray("events"));
        ArrayNode motions = document.putArray("motions");
        ArrayNode voteEvents = document.putArray("vote_events");
        for (Vote vote : session.votes()) {
            motion(vote, motions.addObject());
            voteEvent(vote, voteEvents.addObject());
        }
        speeches(document.putArray("speeches"));
        return OpenJson.bytes(document);
    }

    private String person(Seat seat) {
        return session.bodyId("person", seat.id());
    }

    private void organizations(ArrayNode organizations) {
        String body = meeting.municipality().ipaCode();
        ObjectNode municipality = organizations
                .addObject()
                .put("id", body)
                .put("name", meeting.municipality().name())
                .put("classification", "municipality");
        municipality.putArray("identifiers").addObject().put("identifier", body).put("scheme", "IPA");
        organizations
                .addObject()
                .put("id", organ)
                .put("name", meeting.organ().name())
                .put("classification", meeting.organ().kind().code())
                .put("parent_id", body);
        session.groups()
                .forEach((name, id) -> organizations
                        .addObject()
                        .put("id", session.bodyId("organization", id))
                        .put("name", name)
                        .put("classification", "political group")
                        .put("parent_id", organ));
    }

    private void membership(Seat seat, ObjectNode json) {
        json.put("id", session.bodyId("membership", seat.id()))
                .put("role", seat.member() ? "member" : "attendant")
                .put("label", seat.role().label().italian())
                .put("person_id", person(seat))
                .put("organization_id", organ)
                .put("post_id", session.bodyId("post", seat.id()));
        session.group(seat).ifPresent(id -> json.put("on_behalf_of_id", session.bodyId("organization", id)));
        seat.term().first().ifPresent(day -> json.put("start_date", day.toString()));
        seat.term().last().ifPresent(day -> json.put("end_date", day.toString()));
    }

    private void events(ArrayNode events) {
        ObjectNode whole = events.addObject()
                .put("id", event)
                .put(
                        "name",
                        meeting.organ().name() + " n. " + meeting.id().number() + "/"
                                + meeting.id().year())
                .put("start_date", OpenJson.utc(session.start()))
                .put("location", meeting.place())
                .put("status", session.course().state().code())
                .put("classification", "session")
                .put("organization_id", organ);
        meeting.closedAt().ifPresent(at -> whole.put("end_date", OpenJson.utc(at)));
        whole.putArray("identifiers").addObject().put("identifier", meeting.id().toString());
        int number = 0;
        for (Treatment treatment : session.course().treatments()) {
            number++;
            AgendaItem item = meeting.item(treatment.item());
            events.addObject()
                    .put("id", session.id("event", "treatment-" + number))
                    .put("name", item.number() + ". " + item.title())
                    .put("start_date", OpenJson.utc(treatment.span().from()))
                    .put("end_date", OpenJson.utc(treatment.span().to()))
                    .put("classification", "agenda item")
                    .put("organization_id", organ)
                    .put("parent_id", event);
        }
    }

    private void motion(Vote vote, ObjectNode json) {
        json.put("id", session.id("motion", vote.id()))
                .put("organization_id", organ)
                .put("legislative_session_id", event)
                .put("text", session.subject(vote))
                .put("classification", vote.kind().code())
                .put("date", OpenJson.utc(vote.openedAt()));
        OpenJson.optional(json, "result", ShownSession.result(vote));
    }

    private void voteEvent(Vote vote, ObjectNode json) {
        json.put("id", session.id("vote-event", vote.id()))
                .put("identifier", vote.id())
                .put("organization_id", organ)
                .put("legislative_session_id", event)
                .put("motion_id", session.id("motion", vote.id()))
                .put(
                        "classification",
                        vote.isAnnulled() ? "annulled" : vote.method().code())
                .put("start_date", OpenJson.utc(vote.openedAt()));
        vote.closedAt().ifPresent(at -> json.put("end_date", OpenJson.utc(at)));
        OpenJson.optional(json, "result", ShownSession.result(vote));
        ArrayNode counts = json.putArray("counts");
        ShownSession.counts(vote)
                .forEach((option, value) ->
                        counts.addObject().put("option", option).put("value", value));
        ArrayNode votes = json.putArray("votes");
        ShownSession.ballots(vote, meeting).forEach((seat, choice) -> {
            ObjectNode one = votes.addObject()
                    .put("voter_id", person(seat))
                    .put("option", ShownSession.option(choice))
                    .put("role", seat.role().code());
            session.group(seat).ifPresent(id -> one.put("group_id", session.bodyId("organization", id)));
        });
    }

    private void speeches(ArrayNode speeches) {
        int position = 0;
        for (Speech speech : session.course().speeches()) {
            position++;
            Seat seat = meeting.seat(speech.seat());
            ObjectNode json = speeches.addObject()
                    .put("id", session.id("speech", Integer.toString(position)))
                    .put("creator_id", person(seat))
                    .put("role", seat.role().code())
                    .put("attribution_text", seat.person().fullName());
            OpenJson.optional(json, "text", speech.summary());
            json.put("date", OpenJson.utc(speech.span().from()))
                    .put("type", speech.kind().code())
                    .put("position", position)
                    .put("event_id", event);
        }
    }
}
