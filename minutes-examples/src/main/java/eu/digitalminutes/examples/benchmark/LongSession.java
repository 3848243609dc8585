// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.benchmark;

import eu.digitalminutes.core.event.AttendanceMode;
import eu.digitalminutes.core.event.Attending;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Choice;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.Identification;
import eu.digitalminutes.core.event.Occurrence;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.event.VotingMethod;
import eu.digitalminutes.core.meeting.AdministrativeArea;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Municipality;
import eu.digitalminutes.core.meeting.Organ;
import eu.digitalminutes.core.meeting.OrganKind;
import eu.digitalminutes.core.meeting.Person;
import eu.digitalminutes.core.meeting.Publicity;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.meeting.SeatRole;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An invented council of seventeen whose session is as long as asked. */
final class LongSession {
    private static final OffsetDateTime START = OffsetDateTime.parse("2026-01-12T18:00:00+01:00");
    private static final int MEMBERS = 17;

    /** A vote with its speeches: what is said and done again and again. */
    private static final int ROUND = 10;

    private static final int OPENING = MEMBERS + 4;
    private static final Map<String, Choice> ALL_IN_FAVOUR = IntStream.range(0, MEMBERS)
            .boxed()
            .collect(Collectors.toUnmodifiableMap(seat -> "m" + seat, seat -> Choice.YES));

    private LongSession() {}

    static Meeting head(int number) {
        AdministrativeArea area = new AdministrativeArea("AOO unica", "A000001");
        Municipality municipality = new Municipality(
                "Comune di Valfiorita", "c_z998", "00000000000", "protocollo@pec.valfiorita.example", area);
        Organ council = new Organ(OrganKind.COUNCIL, "Consiglio comunale", MEMBERS - 1);
        Meeting.Builder meeting = Meeting.of(municipality, council, 2026, number, START, "Aula consiliare");
        for (int i = 0; i < MEMBERS; i++) {
            Person person = new Person("Nome" + i, "Cognome" + i, "");
            meeting.seat(Seat.member("m" + i, person, i == 0 ? SeatRole.MAYOR : SeatRole.COUNCILLOR, "Gruppo"));
        }
        meeting.seat(Seat.attendant("secretary", new Person("Bruno", "Rinaldi", ""), SeatRole.SECRETARY));
        meeting.agenda(List.of(AgendaItem.of("item-1", "1", "Bilancio", Publicity.PUBLIC)));
        return meeting.build();
    }

    /** A session that was closed after whole rounds, with at most so many events. */
    static Meeting whole(int number, int atMost) {
        int last = OPENING + Math.max(0, atMost - 1 - OPENING) / ROUND * ROUND;
        return head(number).toBuilder()
                .events(IntStream.range(0, last).mapToObj(LongSession::event).toList())
                .event(START.plusSeconds(last), new Conduct.Closed())
                .build();
    }

    /** The event of that index: the roll call and the opening, then the same round over and over. */
    static SessionEvent event(int index) {
        return SessionEvent.of(
                START.plusSeconds(index),
                index < OPENING ? opening(index) : round((index - OPENING) / ROUND, (index - OPENING) % ROUND));
    }

    private static Occurrence opening(int index) {
        if (index <= MEMBERS) {
            String seat = index == MEMBERS ? "secretary" : "m" + index;
            return new Attending.Joined(seat, AttendanceMode.IN_PERSON, Identification.none());
        }
        return switch (index - MEMBERS) {
            case 1 -> new Conduct.Opened("m0", "secretary");
            case 2 -> new Conduct.QuorumVerified();
            default -> new Business.ItemOpened("item-1");
        };
    }

    /** Somebody goes out and comes back, some speak, all vote by name. */
    private static Occurrence round(int round, int step) {
        String vote = "v" + round;
        String restless = "m" + (1 + round % (MEMBERS - 1));
        return switch (step) {
            case 0 -> new Attending.Left(restless, "");
            case 4 -> new Attending.Joined(restless, AttendanceMode.IN_PERSON, Identification.none());
            case 7 -> new Voting.VoteOpened(vote, "item-1", VoteKind.MAIN, VotingMethod.ROLL_CALL, "");
            case 8 -> new Voting.VoteClosed(vote, Tally.of(MEMBERS, 0, 0), ALL_IN_FAVOUR);
            case 9 -> new Voting.Proclaimed(vote, Outcome.APPROVED);
            default -> new Business.Spoke("m0", "Sul bilancio, passo " + step);
        };
    }
}
