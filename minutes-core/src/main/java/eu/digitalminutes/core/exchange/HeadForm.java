// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange;

import static eu.digitalminutes.core.exchange.EventForm.optional;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.meeting.AdministrativeArea;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.Channel;
import eu.digitalminutes.core.meeting.Convocation;
import eu.digitalminutes.core.meeting.Delivery;
import eu.digitalminutes.core.meeting.ItemKind;
import eu.digitalminutes.core.meeting.ItemOrigin;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.MeetingKind;
import eu.digitalminutes.core.meeting.Municipality;
import eu.digitalminutes.core.meeting.Organ;
import eu.digitalminutes.core.meeting.OrganKind;
import eu.digitalminutes.core.meeting.Person;
import eu.digitalminutes.core.meeting.Publicity;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.meeting.SeatRole;
import eu.digitalminutes.core.meeting.SessionMode;
import eu.digitalminutes.core.meeting.Term;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The head of a meeting in JSON: body, organ, convocation, seats and agenda. */
final class HeadForm {
    /** Those who are no members unless it is said. */
    private static final Set<SeatRole> ATTENDANTS =
            EnumSet.of(SeatRole.SECRETARY, SeatRole.DEPUTY_SECRETARY, SeatRole.OFFICIAL, SeatRole.GUEST);

    private HeadForm() {}

    static Municipality municipality(JsonObject json) {
        AdministrativeArea area =
                json.object("area").reading(inner -> new AdministrativeArea(inner.text("name"), inner.text("code")));
        return new Municipality(
                json.text("name"), json.text("ipaCode"), json.text("taxCode"), json.text("digitalAddress"), area);
    }

    static Organ organ(JsonObject json) {
        return new Organ(json.word("kind", OrganKind::ofCode), json.text("name"), json.integer("assigned"), term(json));
    }

    static Meeting.Builder head(JsonObject json, Municipality municipality, Organ organ) {
        return Meeting.of(
                        municipality,
                        organ,
                        json.integer("year"),
                        json.integer("number"),
                        json.instant("scheduledAt"),
                        json.text("place"))
                .kind(json.word("kind", MeetingKind::ofCode, MeetingKind.ORDINARY))
                .call(json.integer("call", 1))
                .publicity(json.word("publicity", Publicity::ofCode, Publicity.PUBLIC))
                .mode(json.word("mode", SessionMode::ofCode, SessionMode.IN_PERSON))
                .remoteRegulation(json.text("remoteRegulation", ""))
                .broadcast(json.text("broadcast", ""));
    }

    static Convocation convocation(JsonObject json) {
        Convocation convocation = Convocation.sent(json.instant("sentAt"));
        Optional<OffsetDateTime> papers = json.optionalInstant("papersFrom");
        Optional<OffsetDateTime> requested = json.optionalInstant("requestedAt");
        convocation = papers.map(convocation::papersFrom).orElse(convocation);
        convocation = requested.map(convocation::requestedAt).orElse(convocation);
        for (Delivery delivery : json.list("deliveries", HeadForm::delivery)) {
            convocation = convocation.withDelivery(delivery);
        }
        return convocation;
    }

    private static Delivery delivery(JsonObject json) {
        return new Delivery(
                json.text("seat"), json.word("channel", Channel::ofCode), json.instant("at"), json.text("proof", ""));
    }

    static Seat seat(JsonObject json) {
        Person person = json.object("person")
                .reading(inner ->
                        new Person(inner.text("givenName"), inner.text("familyName"), inner.text("taxCode", "")));
        SeatRole role = json.word("role", SeatRole::ofCode);
        boolean member = !ATTENDANTS.contains(role);
        return new Seat(
                json.text("id"),
                person,
                role,
                json.text("group", ""),
                json.bool("member", member),
                term(json),
                Set.copyOf(json.texts("accounts")));
    }

    private static Term term(JsonObject json) {
        Optional<LocalDate> from = json.optionalDate("from");
        Optional<LocalDate> to = json.optionalDate("to");
        Term term = from.map(Term.open()::from).orElse(Term.open());
        return to.map(term::to).orElse(term);
    }

    static AgendaItem item(JsonObject json) {
        AgendaItem item = AgendaItem.of(
                        json.text("id"),
                        json.text("number"),
                        json.text("title"),
                        json.word("publicity", Publicity::ofCode, Publicity.PUBLIC))
                .withKind(json.word("kind", ItemKind::ofCode, ItemKind.PROPOSAL))
                .withRapporteur(json.text("rapporteur", ""));
        ItemOrigin origin = json.word("origin", ItemOrigin::ofCode, ItemOrigin.NOTICE);
        if (origin == ItemOrigin.ADDED_NOTICE) {
            item = item.addedByNotice(json.instant("noticeAt"));
        } else if (origin == ItemOrigin.OUTSIDE_AGENDA) {
            item = item.outsideAgenda();
        }
        for (String paper : json.texts("papers")) {
            item = item.withPaper(paper);
        }
        return json.has("proposal") ? item.withProposal(json.object("proposal").reading(ProposalForm::read)) : item;
    }

    static void write(Meeting meeting, ObjectNode json) {
        write(meeting.municipality(), json.putObject("municipality"));
        Organ organ = meeting.organ();
        ObjectNode organJson = json.putObject("organ")
                .put("kind", organ.kind().code())
                .put("name", organ.name())
                .put("assigned", organ.assigned());
        write(organ.term(), organJson);
        ObjectNode head = json.putObject("meeting")
                .put("year", meeting.id().year())
                .put("number", meeting.id().number())
                .put("kind", meeting.kind().code())
                .put("call", meeting.call())
                .put("publicity", meeting.publicity().code())
                .put("mode", meeting.mode().code())
                .put("place", meeting.place())
                .put("scheduledAt", meeting.scheduledAt().toString());
        optional(head, "remoteRegulation", meeting.remoteRegulation());
        optional(head, "broadcast", meeting.broadcast());
        meeting.convocation().ifPresent(convocation -> write(convocation, json.putObject("convocation")));
    }

    private static void write(Municipality municipality, ObjectNode json) {
        json.put("name", municipality.name())
                .put("ipaCode", municipality.ipaCode())
                .put("taxCode", municipality.taxCode())
                .put("digitalAddress", municipality.digitalAddress());
        json.putObject("area")
                .put("name", municipality.area().name())
                .put("code", municipality.area().code());
    }

    private static void write(Convocation convocation, ObjectNode json) {
        json.put("sentAt", convocation.sentAt().toString());
        convocation.papersFrom().ifPresent(at -> json.put("papersFrom", at.toString()));
        convocation.requestedAt().ifPresent(at -> json.put("requestedAt", at.toString()));
        ArrayNode deliveries = json.putArray("deliveries");
        for (Delivery delivery : convocation.deliveries()) {
            ObjectNode one = deliveries
                    .addObject()
                    .put("seat", delivery.seat())
                    .put("channel", delivery.channel().code())
                    .put("at", delivery.at().toString());
            optional(one, "proof", delivery.proof());
        }
    }

    private static void write(Term term, ObjectNode json) {
        term.first().ifPresent(day -> json.put("from", day.toString()));
        term.last().ifPresent(day -> json.put("to", day.toString()));
    }

    static void write(Seat seat, ObjectNode json) {
        json.put("id", seat.id());
        ObjectNode person = json.putObject("person")
                .put("givenName", seat.person().givenName())
                .put("familyName", seat.person().familyName());
        optional(person, "taxCode", seat.person().taxCode());
        json.put("role", seat.role().code());
        optional(json, "group", seat.group());
        json.put("member", seat.member());
        write(seat.term(), json);
        if (!seat.accounts().isEmpty()) {
            seat.accounts().stream().sorted().forEach(json.putArray("accounts")::add);
        }
    }

    static void write(AgendaItem item, ObjectNode json) {
        json.put("id", item.id())
                .put("number", item.number())
                .put("title", item.title())
                .put("publicity", item.publicity().code())
                .put("kind", item.kind().code());
        if (item.origin() != ItemOrigin.NOTICE) {
            json.put("origin", item.origin().code());
        }
        item.noticeAt().ifPresent(at -> json.put("noticeAt", at.toString()));
        optional(json, "rapporteur", item.rapporteur());
        if (!item.papers().isEmpty()) {
            item.papers().forEach(json.putArray("papers")::add);
        }
        item.proposal().ifPresent(proposal -> ProposalForm.write(proposal, json.putObject("proposal")));
    }
}
