// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication;

import eu.digitalminutes.archive.RoccaverdeSession;
import eu.digitalminutes.core.event.AttendanceMode;
import eu.digitalminutes.core.event.Attending;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.event.VotingMethod;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Person;
import eu.digitalminutes.core.meeting.Publicity;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.meeting.SeatRole;
import java.util.List;
import java.util.Map;

/** Meetings with something to hide, and the words that must not come out. */
public final class SecretSession {
    /** In every word that belongs behind closed doors. */
    public static final List<String> CANARIES = List.of(
            "CanarinoTitolo",
            "CanarinoParola",
            "CanarinoNota",
            "CanarinoOggetto",
            "canarino-id",
            "CanarinoOspite",
            "CanarinoCausa",
            "CanarinoSospensione");

    private SecretSession() {}

    public static Meeting secretBallot() {
        Meeting.Builder meeting = RoccaverdeSession.head();
        open(meeting);
        meeting.event(RoccaverdeSession.at(50), new Business.ItemOpened("item-1"));
        vote(meeting, 60, "item-1", "");
        return meeting.event(RoccaverdeSession.at(599), new Conduct.Closed()).build();
    }

    public static Meeting secretItem() {
        Meeting.Builder meeting = head();
        open(meeting);
        behindClosedDoors(meeting, 100);
        meeting.event(RoccaverdeSession.at(200), new Business.ItemOpened("item-1"));
        return meeting.event(RoccaverdeSession.at(599), new Conduct.Closed()).build();
    }

    /** The same meeting under another number. */
    public static Meeting secretItem(int year, int number) {
        Meeting known = secretItem();
        Meeting.Builder other = Meeting.of(
                        known.municipality(),
                        known.organ(),
                        year,
                        number,
                        known.scheduledAt().plusDays(1),
                        known.place())
                .seats(known.seats())
                .agenda(known.agenda());
        known.events().forEach(other::event);
        return other.build();
    }

    static Meeting afterTheRecording() {
        Meeting.Builder meeting = head();
        open(meeting);
        meeting.event(RoccaverdeSession.at(100), new Business.ItemOpened("item-1"));
        behindClosedDoors(meeting, 600);
        return meeting.event(RoccaverdeSession.at(900), new Conduct.Closed()).build();
    }

    public static Meeting throughout() {
        return RoccaverdeSession.meeting().publicity(Publicity.SECRET).build();
    }

    private static Meeting.Builder head() {
        return RoccaverdeSession.head()
                .seat(Seat.attendant(
                        "canarino-id-guest", new Person("Ugo", "CanarinoOspite", ""), SeatRole.BOARD_MEMBER))
                .agenda(List.of(AgendaItem.of("canarino-id", "9", "CanarinoTitolo", Publicity.SECRET)));
    }

    private static void open(Meeting.Builder meeting) {
        meeting.event(RoccaverdeSession.at(0), new Conduct.Opened("bianchi", "rinaldi"));
        for (String seat : List.of("bianchi", "conti", "deluca", "ferri", "gallo", "rinaldi")) {
            meeting.event(RoccaverdeSession.at(10), new Attending.Joined(seat, AttendanceMode.IN_PERSON, ""));
        }
        meeting.event(RoccaverdeSession.at(20), new Conduct.QuorumVerified());
    }

    private static void behindClosedDoors(Meeting.Builder meeting, int from) {
        meeting.event(RoccaverdeSession.at(from), new Business.ItemOpened("canarino-id"));
        meeting.event(
                RoccaverdeSession.at(from + 1),
                new Attending.Joined("canarino-id-guest", AttendanceMode.IN_PERSON, ""));
        meeting.event(RoccaverdeSession.at(from + 2), new Attending.Recused("gallo", "canarino-id"));
        meeting.event(RoccaverdeSession.at(from + 3), new Attending.Left("gallo", "CanarinoCausa"));
        meeting.event(RoccaverdeSession.at(from + 4), new Business.Spoke("conti", "CanarinoParola"));
        meeting.event(RoccaverdeSession.at(from + 5), new Business.Noted("CanarinoNota"));
        meeting.event(RoccaverdeSession.at(from + 6), new Conduct.Suspended("CanarinoSospensione"));
        meeting.event(RoccaverdeSession.at(from + 7), new Conduct.Resumed());
        vote(meeting, from + 10, "canarino-id", "CanarinoOggetto");
        meeting.event(RoccaverdeSession.at(from + 20), new Attending.Left("canarino-id-guest", ""));
    }

    private static void vote(Meeting.Builder meeting, int from, String item, String subject) {
        meeting.event(
                RoccaverdeSession.at(from),
                new Voting.VoteOpened("s1", item, VoteKind.MAIN, VotingMethod.SECRET_BALLOT, subject));
        meeting.event(
                RoccaverdeSession.at(from + 1), new Voting.VoteClosed("s1", new Tally(3, 1, 0, 0, 1, 0), Map.of()));
        meeting.event(RoccaverdeSession.at(from + 2), new Voting.Proclaimed("s1", Outcome.APPROVED));
    }
}
