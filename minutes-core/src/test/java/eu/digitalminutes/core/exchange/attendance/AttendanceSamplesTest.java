// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprinter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttendanceSamplesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        Samples.TEAMS + ",teams",
        Samples.TEAMS_COMMA + ",teams",
        Samples.ZOOM + ",zoom",
        Samples.JITSI + ",jitsi",
        Samples.DASHBOARD + ",bbb"
    })
    void everyLogOfTheSessionGivesTheSameParticipantsAndIntervals(String sample, String source) throws IOException {
        AttendanceLog log = AttendanceLog.read("log", Samples.bytes(sample), Samples.IN_ROME);
        assertEquals(Samples.truth(), Samples.lines(log));
        assertEquals(source, log.format().code());
        assertEquals(Samples.ROME, log.zone());
    }

    @Test
    void theZoomTruthIsThatOfItsOwnFile() throws IOException {
        assertEquals(Samples.truth("attendance/zoom-participants.expected.json"), Samples.truth());
    }

    @Test
    void theLogIsEvidenceByTheDigestOfTheBytesThatWereRead() throws IOException {
        byte[] bytes = Samples.bytes(Samples.TEAMS);
        Path file = java.nio.file.Files.write(folder.resolve("report.csv"), bytes);
        LogEvidence evidence =
                AttendanceLog.read(file, Samples.IN_ROME).evidence().get(0);
        assertEquals("report.csv", evidence.file());
        assertEquals(bytes.length, evidence.fingerprint().bytes());
        assertEquals(
                Digest.of(Fingerprinter.sha256().digest(bytes)),
                evidence.fingerprint().digest());
    }

    @Test
    void meetGivesOneEnvelopeForEachPersonAndSaysWhatIsLost() throws IOException {
        AttendanceLog log = AttendanceLog.read("log", Samples.bytes(Samples.MEET), Samples.ON_THE_DAY);
        assertEquals(
                List.of(
                        "Laura Bianchi|laura.bianchi@comune.valfiorita.example"
                                + "|2025-03-10T18:00:00+01:00/2025-03-10T19:32:00+01:00|5520",
                        "Marta Ferri|marta.ferri@comune.valfiorita.example"
                                + "|2025-03-10T18:12:00+01:00/2025-03-10T19:31:00+01:00|4740",
                        "Niccolò D'Alò|niccolo.dalo@comune.valfiorita.example"
                                + "|2025-03-10T18:01:00+01:00/2025-03-10T19:32:00+01:00|5460"),
                Samples.lines(log));
        assertTrue(
                Samples.codes(log).containsAll(List.of("WEAK_EVIDENCE", "INTERRUPTIONS_LOST", "COMPLETENESS_UNPROVEN")),
                log.notices().toString());
    }

    @Test
    void bigBlueButtonEventsAreOfTheParticipantModuleAndEndWithTheMeeting() throws IOException {
        AttendanceLog log =
                AttendanceLog.read("log", Samples.bytes("bbb/new-events-2_6.xml"), AttendanceOptions.none());
        assertEquals(
                List.of(
                        "viewer||2023-05-17T18:59:29.363Z/2023-05-17T19:01:06.872Z|97",
                        "viewer||2023-05-17T18:59:43.666Z/2023-05-17T19:01:06.872Z|83"),
                Samples.lines(log));
        assertTrue(Samples.codes(log).contains("NAMESAKES_APART"), log.notices().toString());
        assertEquals(
                Stay.End.MEETING_ENDED, log.participants().get(0).stays().get(0).end());
    }

    @Test
    void bigBlueButtonWithoutDatesTakesItsClockFromTheMeetingAndStaysOpenUntilTheLastEvent() throws IOException {
        AttendanceLog log = AttendanceLog.read("log", Samples.bytes("bbb/sample.xml"), AttendanceOptions.none());
        assertEquals(
                List.of(
                        "Jeff||2018-08-16T15:39:39.404Z/2018-08-16T15:40:58.052Z|78",
                        "Tim||2018-08-16T15:39:21.829Z/2018-08-16T15:40:58.052Z|96"),
                Samples.lines(log));
        assertTrue(
                Samples.codes(log).containsAll(List.of("CLOCK_FROM_MEETING_ID", "CLOSED_AT_LAST_EVENT")),
                log.notices().toString());
        assertEquals("gl-lusgsxhnlutw", log.participants().get(1).account());
    }

    @Test
    void everyNoticeIsSaidInBothLanguages() throws IOException {
        AttendanceLog log = AttendanceLog.read("log", Samples.bytes(Samples.MEET), Samples.ON_THE_DAY);
        log.notices().forEach(notice -> {
            assertFalse(notice.message().in(Locale.ITALIAN).isBlank());
            assertFalse(notice.message().in(Locale.ENGLISH).contains("{"), notice.toString());
        });
    }
}
