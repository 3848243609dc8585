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
import eu.digitalminutes.core.meeting.Publicity;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.presence.Presence;
import eu.digitalminutes.core.proposal.Proposal;
import eu.digitalminutes.core.redaction.PublicView;
import eu.digitalminutes.core.voting.Vote;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * A session in the words of OParl 1.1 (<i>dati aperti della seduta</i>): one JSON document that holds, by type, the
 * objects for a server to serve under their ids. OParl knows no votes, no presence and no media: of a vote it tells the
 * result, of attendance who took part, of a recording the file.
 *
 * @see <a href="https://oparl.org/spezifikation/online-ansicht/">OParl 1.1</a>
 */
public final class OParl {
    private static final String TYPE = "https://schema.oparl.org/1.1/";

    private final ShownSession session;
    private final Meeting meeting;
    private final String base;
    private final String organ;
    private final String self;

    private OParl(PublicView view, URI base) {
        session = new ShownSession(view);
        meeting = session.meeting();
        this.base = WebAddress.of(base);
        organ = url("organization", meeting.organ().kind().code());
        self = url("meeting", meeting.id().toString());
    }

    /**
     * The public view as OParl objects; the same view always gives the same bytes.
     *
     * @param view the public view
     * @param base the folder of the web under which the objects will be served
     * @return JSON in UTF-8 with the keys {@code system}, {@code body}, {@code organization}, {@code person},
     *     {@code membership}, {@code meeting} and {@code paper}
     * @throws IllegalArgumentException if the folder is no absolute http or https address
     * @throws MinutesException with code {@code EVENT_OUT_OF_ORDER} if the events are not in order of time
     */
    public static byte[] write(PublicView view, URI base) {
        return new OParl(view, base).bytes();
    }

    /**
     * Writes the public view as OParl objects to a file that appears whole or not at all.
     *
     * @param view the public view
     * @param base the folder of the web under which the objects will be served
     * @param target the file; replaced if it exists
     * @throws IOException if it cannot be written; the target is then as it was
     * @throws IllegalArgumentException if the folder is no absolute http or https address
     * @throws MinutesException as {@link #write(PublicView, URI)} says
     */
    public static void write(PublicView view, URI base, Path target) throws IOException {
        PendingFile.write(target, write(view, base));
    }

    private String url(String kind, String name) {
        return base + kind + "/" + name;
    }

    private ObjectNode typed(ObjectNode json, String type, String id) {
        return json.put("id", id).put("type", TYPE + type);
    }

    private String bodyUrl() {
        return url("body", meeting.municipality().ipaCode());
    }

    private byte[] bytes() {
        ObjectNode document = OpenJson.object();
        typed(document.putObject("system"), "System", base + "system")
                .put("oparlVersion", TYPE)
                .put("body", base + "bodies");
        body(document.putArray("body").addObject());
        organizations(document.putArray("organization"));
        ArrayNode persons = document.putArray("person");
        ArrayNode memberships = document.putArray("membership");
        for (Seat seat : meeting.seats()) {
            ObjectNode person = typed(persons.addObject(), "Person", url("person", seat.id()))
                    .put("body", bodyUrl())
                    .put("name", seat.person().fullName())
                    .put("familyName", seat.person().familyName())
                    .put("givenName", seat.person().givenName());
            membership(seat, person.putArray("membership").addObject());
            membership(seat, memberships.addObject());
        }
        meeting(document.putArray("meeting").addObject());
        ArrayNode papers = document.putArray("paper");
        for (AgendaItem item : meeting.agenda()) {
            item.proposal().ifPresent(proposal -> paper(item, proposal, papers.addObject()));
        }
        return OpenJson.bytes(document);
    }

    private void body(ObjectNode json) {
        typed(json, "Body", bodyUrl())
                .put("system", base + "system")
                .put("name", meeting.municipality().name())
                .put("organization", bodyUrl() + "/organizations")
                .put("person", bodyUrl() + "/persons")
                .put("meeting", bodyUrl() + "/meetings")
                .put("paper", bodyUrl() + "/papers")
                .put("mainOrganization", organ);
        ObjectNode term = typed(
                json.putArray("legislativeTerm").addObject(), "LegislativeTerm", url("legislative-term", "current"));
        term.put("body", bodyUrl()).put("name", "Mandato in corso alla seduta " + meeting.id());
        meeting.organ().term().first().ifPresent(day -> term.put("startDate", day.toString()));
        meeting.organ().term().last().ifPresent(day -> term.put("endDate", day.toString()));
    }

    private void organizations(ArrayNode organizations) {
        List<Seat> members = meeting.seats().stream().filter(Seat::member).toList();
        ObjectNode json = typed(organizations.addObject(), "Organization", organ)
                .put("body", bodyUrl())
                .put("name", meeting.organ().name())
                .put("organizationType", "Gremium")
                .put("classification", meeting.organ().kind().label().italian())
                .put("memberCount", members.size())
                .put("votingMemberCount", members.size())
                .put("meeting", organ + "/meetings");
        ArrayNode memberships = json.putArray("membership");
        meeting.seats().forEach(seat -> memberships.add(url("membership", seat.id())));
        session.groups()
                .forEach((name, id) -> typed(organizations.addObject(), "Organization", url("organization", id))
                        .put("body", bodyUrl())
                        .put("name", name)
                        .put("organizationType", "Fraktion"));
    }

    private void membership(Seat seat, ObjectNode json) {
        typed(json, "Membership", url("membership", seat.id()))
                .put("person", url("person", seat.id()))
                .put("organization", organ)
                .put("role", seat.role().label().italian())
                .put("votingRight", seat.member());
        seat.term().first().ifPresent(day -> json.put("startDate", day.toString()));
        seat.term().last().ifPresent(day -> json.put("endDate", day.toString()));
        session.group(seat).ifPresent(id -> json.put("onBehalfOf", url("organization", id)));
    }

    private void meeting(ObjectNode json) {
        SessionState state = session.course().state();
        typed(json, "Meeting", self)
                .put(
                        "name",
                        meeting.organ().name() + " n. " + meeting.id().number() + "/"
                                + meeting.id().year())
                .put("meetingState", state.label().italian())
                .put("cancelled", state == SessionState.CANCELLED)
                .put("start", OpenJson.utc(session.start()));
        meeting.closedAt().ifPresent(at -> json.put("end", OpenJson.utc(at)));
        typed(
                        json.putObject("location"),
                        "Location",
                        url("location", meeting.id().toString()))
                .put("description", meeting.place());
        json.putArray("organization").add(organ);
        Presence presence = Presence.of(meeting);
        ArrayNode participants = json.putArray("participant");
        meeting.seats().stream()
                .filter(seat -> !presence.of(seat.id()).isEmpty())
                .forEach(seat -> participants.add(url("person", seat.id())));
        ArrayNode files = json.putArray("auxiliaryFile");
        session.recordings().forEach(part -> file(part, files.addObject()));
        ArrayNode agenda = json.putArray("agendaItem");
        for (int i = 0; i < meeting.agenda().size(); i++) {
            item(meeting.agenda().get(i), i, agenda.addObject());
        }
    }

    /** OParl has no place for SHA-256; a SHA-512 or SHA-1 of the file is not known here. */
    private void file(RecordingPart part, ObjectNode json) {
        String id = url("file", meeting.id() + "-" + part.name());
        typed(json, "File", id)
                .put("name", "Registrazione audiovisiva")
                .put("fileName", part.name())
                .put("mimeType", part.mediaType())
                .put("date", part.start().toLocalDate().toString())
                .put("size", part.fingerprint().bytes())
                .put("accessUrl", id + "/content");
    }

    private String itemUrl(AgendaItem item) {
        return url("agenda-item", meeting.id() + "-" + item.id());
    }

    private void item(AgendaItem item, int order, ObjectNode json) {
        typed(json, "AgendaItem", itemUrl(item))
                .put("meeting", self)
                .put("number", item.number())
                .put("order", order)
                .put("name", item.title())
                .put("public", item.publicity() == Publicity.PUBLIC)
                .put("result", result(item));
        List<Treatment> treatments = session.course().treatments().stream()
                .filter(treatment -> treatment.item().equals(item.id()))
                .toList();
        if (!treatments.isEmpty()) {
            json.put("start", OpenJson.utc(treatments.get(0).span().from()));
            json.put(
                    "end",
                    OpenJson.utc(treatments.get(treatments.size() - 1).span().to()));
        }
        if (item.proposal().isPresent()) {
            json.put("consultation", consultationUrl(item));
        }
    }

    /** What became of the point, with the outcome of its votes. */
    private String result(AgendaItem item) {
        StringBuilder result =
                new StringBuilder(session.course().stateOf(item.id()).label().italian());
        for (Vote vote : session.votes()) {
            if (vote.item().equals(item.id()) && !vote.isAnnulled()) {
                vote.proclaimed()
                        .ifPresent(outcome -> result.append("; ")
                                .append(vote.kind().label().italian())
                                .append(": ")
                                .append(outcome.label().italian()));
            }
        }
        return result.toString();
    }

    private String consultationUrl(AgendaItem item) {
        return url("consultation", meeting.id() + "-" + item.id());
    }

    private void paper(AgendaItem item, Proposal proposal, ObjectNode json) {
        typed(json, "Paper", url("paper", meeting.id() + "-" + item.id()))
                .put("body", bodyUrl())
                .put("name", item.title())
                .put("reference", proposal.reference())
                .put("paperType", item.kind().label().italian());
        typed(json.putArray("consultation").addObject(), "Consultation", consultationUrl(item))
                .put("paper", url("paper", meeting.id() + "-" + item.id()))
                .put("agendaItem", itemUrl(item))
                .put("meeting", self)
                .put("authoritative", true)
                .put("role", "Deliberazione")
                .putArray("organization")
                .add(organ);
    }
}
