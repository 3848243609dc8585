// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.event.Conduct;
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
import eu.digitalminutes.core.minutes.AppliedSignature;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.minutes.SignatoryRole;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.rules.LocalRules;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sessions that the tests pack; all names are invented. */
public final class Sessions {
    private static final OffsetDateTime OPENED = OffsetDateTime.parse("2026-03-10T18:05:00+01:00");

    private Sessions() {}

    /** A council with two signatures at level T and one recording. */
    public static SignedMinutes ordinary(Path container) {
        return signed(container, minutes("Comune di Esempio", "Bianchi", Publicity.PUBLIC, 1), "T", "T");
    }

    /** A session with so many parts of the recording. */
    public static SignedMinutes recorded(Path container, int parts) {
        return signed(container, minutes("Comune di Esempio", "Bianchi", Publicity.PUBLIC, parts), "T", "LTA");
    }

    /** A session with an item that was closed to the public, one signature without a time-stamp. */
    public static SignedMinutes secret(Path container) {
        return signed(container, minutes("Comune di Esempio", "Bianchi", Publicity.SECRET, 1), "T", "B");
    }

    /** A session whose names try to be markup, controls and everything else that text can be. */
    public static SignedMinutes hostile(Path container, int parts) {
        String name =
                "Comune di <Forlì> & \"Céséna\" ]]> \u0000\u0001\u0008\u000b\u001f\ufffe\ud800 \ud83c\udfdb\ufe0f 日本\r\n\t'x'";
        return signed(
                container, minutes(name, "D'<Ângeló>&amp;\u0007\ud83d\ude00", Publicity.PUBLIC, parts), "LT", "T");
    }

    private static Minutes minutes(String municipality, String familyName, Publicity publicity, int parts) {
        Person president = new Person("Anna", familyName, "BNCNNA70A41H501X");
        Person secretary = new Person("Mario", "Rossi", "not a tax code");
        Meeting meeting = Meeting.of(
                        new Municipality(
                                municipality,
                                "c_z999",
                                "01234567890",
                                "protocollo@pec.comune.esempio.example",
                                new AdministrativeArea("AOO <unica>", "A000001")),
                        new Organ(OrganKind.COUNCIL, "Consiglio comunale", 12),
                        2026,
                        12,
                        OPENED.minusMinutes(5),
                        "Sala <consiliare> & streaming")
                .seat(Seat.member("s1", president, SeatRole.MAYOR, ""))
                .seat(Seat.attendant("s2", secretary, SeatRole.SECRETARY))
                .agenda(List.of(AgendaItem.of("item-1", "1", "Bilancio", publicity)))
                .event(OPENED, new Conduct.Opened("s1", "s2"))
                .event(OPENED.plusHours(2), new Conduct.Closed())
                .build();
        Minutes minutes = Minutes.of(meeting, LocalRules.ordinaryCouncil());
        for (int i = 1; i <= parts; i++) {
            minutes = minutes.withRecording(RecordingPart.of(
                    "recording-" + i + ".mp4",
                    "video/mp4",
                    fingerprint("recording " + i),
                    OPENED.plusHours(i - 1),
                    Duration.ofHours(1)));
        }
        return minutes;
    }

    private static SignedMinutes signed(Path container, Minutes minutes, String first, String second) {
        List<ContainedFile> files = new ArrayList<>();
        files.add(new ContainedFile(Minutes.FILE_NAME, "application/json", fingerprint("facts")));
        files.add(new ContainedFile("minutes.pdf", "application/pdf", fingerprint("act")));
        files.add(new ContainedFile("chapters.vtt", "text/vtt", fingerprint("index")));
        for (RecordingPart part : minutes.recordings()) {
            files.add(new ContainedFile(part.name(), part.mediaType(), part.fingerprint()));
            files.add(new ContainedFile(part.name() + ".tree", "application/octet-stream", fingerprint("tree")));
        }
        return SignedMinutes.of(
                container,
                minutes,
                files,
                List.of(signature(SignatoryRole.PRESIDENT, first), signature(SignatoryRole.SECRETARY, second)));
    }

    private static AppliedSignature signature(SignatoryRole role, String level) {
        return AppliedSignature.of(
                Optional.of(role),
                "Anna Bianchi",
                level,
                OPENED.toInstant(),
                level.equals("B") ? Optional.empty() : Optional.of(OPENED.toInstant()));
    }

    private static Fingerprint fingerprint(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return new Fingerprint(Digest.of(Fingerprinter.sha256().digest(bytes)), bytes.length);
    }
}
