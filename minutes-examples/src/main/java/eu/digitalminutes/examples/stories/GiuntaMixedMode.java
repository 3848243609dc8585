// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.stories;

import eu.digitalminutes.core.MinutesChecker;
import eu.digitalminutes.core.event.Attending;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Choice;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.Identification;
import eu.digitalminutes.core.event.IdentificationMeans;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.event.VotingMethod;
import eu.digitalminutes.core.exchange.EventChain;
import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.exchange.attendance.AttendanceLog;
import eu.digitalminutes.core.exchange.attendance.AttendanceMatch;
import eu.digitalminutes.core.exchange.attendance.AttendanceOptions;
import eu.digitalminutes.core.exchange.attendance.LogParticipant;
import eu.digitalminutes.core.exchange.attendance.LoggedPresence;
import eu.digitalminutes.core.meeting.AdministrativeArea;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.ItemKind;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Municipality;
import eu.digitalminutes.core.meeting.Organ;
import eu.digitalminutes.core.meeting.OrganKind;
import eu.digitalminutes.core.meeting.Person;
import eu.digitalminutes.core.meeting.Publicity;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.meeting.SeatRole;
import eu.digitalminutes.core.meeting.SessionMode;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.rules.LocalRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An executive board in mixed mode: three in the room, and one whose presence stands in the log of the platform. */
public final class GiuntaMixedMode {
    private static final OffsetDateTime START = OffsetDateTime.parse("2026-04-08T15:00:00+02:00");
    private static final String ZOOM = """
            Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest
            Sala Giunta,sala@valfiorita.example,2026-04-08 14:55:00,2026-04-08 15:45:00,50,No
            Elena Gallo,e.gallo@valfiorita.example,2026-04-08 14:58:00,2026-04-08 15:10:00,12,No
            iPhone,,2026-04-08 15:14:00,2026-04-08 15:41:00,27,Yes
            """;

    private GiuntaMixedMode() {}

    /**
     * Makes the minutes of one meeting from what the secretary noted and what the platform logged.
     *
     * @param arguments an empty folder; {@code zoom.csv} and {@code minutes.json} are written there
     * @throws IOException if a file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        System.out.println(run(Path.of(arguments[0])));
    }

    static Report run(Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("zoom.csv"), ZOOM);
        Meeting meeting = meeting();
        AttendanceLog log = AttendanceLog.read(file, AttendanceOptions.none().withZone(ZoneId.of("Europe/Rome")));
        AttendanceMatch byAccount = log.match(meeting);
        LogParticipant phone = byAccount.unresolved().stream()
                .filter(participant -> participant.name().equals("iPhone"))
                .findFirst()
                .orElseThrow();
        AttendanceMatch match = byAccount.resolve(phone, "gallo", "segretario", "riconosciuta in video");

        Minutes noted = Minutes.of(meeting, LocalRules.executiveBoard());
        Minutes whole =
                LoggedPresence.into(noted, log, match, START.plusHours(1)).minutes();
        Minutes minutes = whole.withMeeting(EventChain.chain(whole.meeting()));
        MinutesJson.write(minutes, folder.resolve("minutes.json"));
        return MinutesChecker.check(minutes);
    }

    private static Meeting meeting() {
        AdministrativeArea area = new AdministrativeArea("AOO unica", "A000001");
        Municipality municipality = new Municipality(
                "Comune di Valfiorita", "c_z998", "00000000000", "protocollo@pec.valfiorita.example", area);
        Organ board = new Organ(OrganKind.EXECUTIVE_BOARD, "Giunta comunale", 3);
        Meeting.Builder meeting = Meeting.of(municipality, board, 2026, 21, START, "Sala Giunta e Zoom")
                .mode(SessionMode.MIXED)
                .remoteRegulation("Regolamento per le sedute da remoto, deliberazione 12/2022")
                .seat(Seat.member("sindaco", new Person("Paolo", "Serra", ""), SeatRole.MAYOR, ""))
                .seat(Seat.member("fontana", new Person("Lucia", "Fontana", ""), SeatRole.DEPUTY_MAYOR, ""))
                .seat(Seat.member("moro", new Person("Sergio", "Moro", ""), SeatRole.BOARD_MEMBER, ""))
                .seat(Seat.member("gallo", new Person("Elena", "Gallo", ""), SeatRole.BOARD_MEMBER, "")
                        .knownAs("e.gallo@valfiorita.example"))
                .seat(Seat.attendant("segretario", new Person("Bruno", "Rinaldi", ""), SeatRole.SECRETARY))
                .agenda(List.of(AgendaItem.of("item-1", "1", "Indirizzi per il bilancio", Publicity.PUBLIC)
                        .withKind(ItemKind.OTHER)));
        for (String seat : List.of("sindaco", "fontana", "moro", "segretario")) {
            meeting.event(START, Attending.Joined.inPerson(seat));
        }
        Map<String, Choice> three = Map.of("sindaco", Choice.YES, "fontana", Choice.YES, "moro", Choice.YES);
        Map<String, Choice> four = new HashMap<>(three);
        four.put("gallo", Choice.NO);
        Identification seen = Identification.by(IdentificationMeans.VIDEO).madeBy("segretario");
        meeting.event(START.plusMinutes(1), new Conduct.Opened("sindaco", "segretario"))
                .event(START.plusMinutes(1), new Attending.Identified("gallo", seen))
                .event(START.plusMinutes(2), new Conduct.QuorumVerified())
                .event(START.plusMinutes(3), new Business.ItemOpened("item-1"));
        vote(meeting, "v1", 8, Tally.of(3, 1, 0), four);
        vote(meeting, "v2", 12, Tally.of(3, 0, 0), three);
        return meeting.event(START.plusMinutes(30), new Conduct.Closed()).build();
    }

    /** The second vote falls into the four minutes in which the connection was lost. */
    private static void vote(Meeting.Builder meeting, String id, int minute, Tally tally, Map<String, Choice> names) {
        VoteKind kind = id.equals("v1") ? VoteKind.MAIN : VoteKind.IMMEDIATE_EXECUTION;
        OffsetDateTime at = START.plusMinutes(minute);
        meeting.event(at, new Voting.VoteOpened(id, "item-1", kind, VotingMethod.ROLL_CALL, ""))
                .event(at.plusSeconds(30), new Voting.VoteClosed(id, tally, names))
                .event(at.plusSeconds(40), new Voting.Proclaimed(id, Outcome.APPROVED));
    }
}
