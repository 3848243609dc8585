// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

import eu.digitalminutes.core.event.Choice;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Seat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The persons, roles and concepts that an exported debate refers to: each is listed when it is first referred to. */
final class MinutesEntities {
    static final String ORGAN = "#organ";
    static final String CHAIR = "#role_chair";

    private final Meeting meeting;
    private final String body;
    private final Map<String, DebateReference> listed = new LinkedHashMap<>();
    private final Map<String, String> candidates = new LinkedHashMap<>();

    MinutesEntities(Meeting meeting) {
        this.meeting = meeting;
        this.body = meeting.municipality().ipaCode().toLowerCase(Locale.ROOT);
        refer("TLCOrganization", "organ", "organization", meeting.organ().name());
        refer("TLCOrganization", "body", "organization", meeting.municipality().name());
        refer("TLCEvent", "session", "event", meeting.id().toString());
        refer("TLCLocation", "place", "location", meeting.place());
        for (Seat seat : meeting.seats()) {
            person(seat.id());
            role(seat.id());
        }
    }

    List<DebateReference> list() {
        return List.copyOf(listed.values());
    }

    private String refer(String element, String id, String kind, String words) {
        String showAs = words.isBlank() ? id : words;
        listed.putIfAbsent(
                id, new DebateReference(element, id, "/akn/ontology/" + kind + "/it/" + body + "/" + id, showAs));
        return "#" + id;
    }

    String person(String seat) {
        return refer(
                "TLCPerson",
                "person_" + seat,
                "person",
                meeting.seat(seat).person().fullName());
    }

    String role(String seat) {
        Seat held = meeting.seat(seat);
        return refer(
                "TLCRole",
                "role_" + held.role().code(),
                "role",
                held.role().label().italian());
    }

    String chair() {
        return refer("TLCRole", CHAIR.substring(1), "role", "Presidente della seduta");
    }

    String pen() {
        return refer("TLCRole", "role_pen", "role", "Segretario verbalizzante");
    }

    String choice(Choice choice) {
        return concept("choice_" + choice.code(), choice.label().italian());
    }

    String outcome(Outcome outcome) {
        return concept("outcome_" + outcome.code(), outcome.label().italian());
    }

    /** Candidates are numbered: what is written on ballots is no id, and need not be the name of a member. */
    String candidate(String name) {
        String id = candidates.computeIfAbsent(name, one -> "candidate_" + (candidates.size() + 1));
        return concept(id, name);
    }

    String concept(String id, String words) {
        return refer("TLCConcept", id, "concept", words);
    }

    /** The words for something already referred to. */
    String words(String reference) {
        DebateReference found = listed.get(reference.substring(1));
        return found == null ? reference : found.showAs();
    }

    /** Somebody in a line of text, in the role held. */
    DebateText named(String seat) {
        return new DebateText(
                "person",
                Map.of("refersTo", person(seat), "as", role(seat)),
                meeting.seat(seat).person().fullName());
    }
}
