// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication.site;

import eu.digitalminutes.archive.publication.Publication;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.event.AttendanceMode;
import eu.digitalminutes.core.event.Attending;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.meeting.AdministrativeArea;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Municipality;
import eu.digitalminutes.core.meeting.Organ;
import eu.digitalminutes.core.meeting.OrganKind;
import eu.digitalminutes.core.meeting.Person;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.meeting.SeatRole;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.rules.LocalRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Small sessions of an invented town, as many as wanted, over ten years and two organs. */
final class ManySessions {
    static final String PART = "recording-1.mp4";

    private ManySessions() {}

    static List<SessionSource> of(Path folder, int count) throws IOException {
        List<SessionSource> sources = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sources.add(source(folder, i));
        }
        return sources;
    }

    /** The session of a place in the sequence; the same each time, unless its files change. */
    static SessionSource source(Path folder, int index) throws IOException {
        return SessionSource.of("session-" + index, signed(folder, index), publication(folder, index));
    }

    static SignedMinutes signed(Path folder, int index) throws IOException {
        Minutes minutes = Minutes.of(meeting(index, "Punto trattato"), LocalRules.ordinaryCouncil())
                .withRecording(RecordingPart.of(
                        PART,
                        "video/mp4",
                        Fingerprinter.fingerprint(recording(folder, index)),
                        start(index),
                        Duration.ofMinutes(10)));
        return SignedMinutes.of(Path.of("minutes.asice"), minutes, List.of(), List.of());
    }

    /** One in ten has its recording with it, to keep the disk quiet. */
    static Publication publication(Path folder, int index) throws IOException {
        Publication what = Publication.italian().withCaptions(PART, captions(folder, index));
        return index < 20 || index % 10 == 0 ? what.withRecording(PART, recording(folder, index)) : what;
    }

    static Path recording(Path folder, int index) throws IOException {
        Path file = folder.resolve("taken-" + index + ".mp4");
        return Files.exists(file) ? file : Files.writeString(file, "film " + index);
    }

    static Path captions(Path folder, int index) throws IOException {
        Path file = folder.resolve("spoken-" + index + ".vtt");
        return Files.exists(file)
                ? file
                : Files.writeString(
                        file,
                        "WEBVTT\n\n00:00:01.000 --> 00:00:03.500\nBuonasera, questa è la seduta " + index
                                + ".\n\n00:00:04.000 --> 00:00:06.000\nLa perequazione è approvata.\n");
    }

    static OffsetDateTime start(int index) {
        return OffsetDateTime.parse("2017-01-09T18:00:00+01:00").plusDays(index * 7L);
    }

    static Meeting meeting(int index, String title) {
        boolean council = index % 3 != 0;
        Organ organ = council
                ? new Organ(OrganKind.COUNCIL, "Consiglio comunale", 3)
                : new Organ(OrganKind.EXECUTIVE_BOARD, "Giunta comunale", 3);
        OffsetDateTime start = start(index);
        Municipality town = new Municipality(
                "Comune di Roccaverde sul Tevere",
                "c_z999",
                "01234567890",
                "protocollo@pec.comune.roccaverde.example",
                new AdministrativeArea("Affari generali", "AAGG"));
        Meeting.Builder meeting = Meeting.of(town, organ, start.getYear(), index + 1, start, "Sala consiliare")
                .seat(Seat.member("bianchi", new Person("Anna", "Bianchi", ""), SeatRole.MAYOR, ""))
                .seat(Seat.member("conti", new Person("Marco", "Conti", ""), SeatRole.COUNCILLOR, ""))
                .seat(Seat.attendant("rinaldi", new Person("Bruno", "Rinaldi", ""), SeatRole.SECRETARY))
                .item("1", title + " " + index);
        meeting.event(start.plusSeconds(1), new Conduct.Opened("bianchi", "rinaldi"));
        meeting.event(start.plusSeconds(2), new Attending.Joined("bianchi", AttendanceMode.IN_PERSON, ""));
        meeting.event(start.plusSeconds(3), new Attending.Joined("conti", AttendanceMode.IN_PERSON, ""));
        meeting.event(start.plusSeconds(4), new Business.ItemOpened("item-1"));
        meeting.event(start.plusSeconds(300), new Conduct.Closed());
        return meeting.build();
    }
}
