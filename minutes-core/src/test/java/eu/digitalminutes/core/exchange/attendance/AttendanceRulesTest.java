// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each platform's log can say, and what nobody may read into it. */
class AttendanceRulesTest {
    private static final String ZOOM =
            "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n";

    private static String refusal(String text, AttendanceOptions options) {
        MinutesException refused = assertThrows(MinutesException.class, () -> Samples.read(text, options));
        assertTrue(refused.getMessage().startsWith("log: "), refused.getMessage());
        return refused.code();
    }

    private static List<String> stays(AttendanceLog log, int participant) {
        return log.participants().get(participant).stays().stream()
                .map(stay -> stay.from() + " " + stay.to())
                .toList();
    }

    @Test
    void twoDevicesOfOneAccountAreOneStayAndGapsStay() {
        AttendanceLog log = Samples.read(
                ZOOM + "Rossi (tablet),A.Rossi@X.example,2025-03-10 18:10:30,2025-03-10 18:20:30,10,No\n"
                        + "Rossi,a.rossi@x.example,2025-03-10 18:00:00,2025-03-10 18:15:00,15,No\n"
                        + "Rossi,a.rossi@x.example,2025-03-10 18:30:00,2025-03-10 18:31:00,1,No\n",
                Samples.IN_ROME);
        assertEquals(
                List.of(
                        "2025-03-10T18:00+01:00 2025-03-10T18:20:30+01:00",
                        "2025-03-10T18:30+01:00 2025-03-10T18:31+01:00"),
                stays(log, 0));
        assertEquals("a.rossi@x.example", log.participants().get(0).email());
        assertTrue(Samples.codes(log).contains("SEVERAL_NAMES"));
    }

    @Test
    void guestsOfOneNameAtTheSameTimeAreNotOnePerson() {
        AttendanceLog log = Samples.read(
                ZOOM + "iPhone,,2025-03-10 18:10:00,2025-03-10 18:20:00,10,Yes\n"
                        + "iPhone,,2025-03-10 18:15:00,2025-03-10 18:25:00,10,Yes\n",
                Samples.IN_ROME);
        assertEquals(2, log.participants().size());
        assertTrue(Samples.codes(log).contains("NAMESAKES_APART"));
    }

    @Test
    void guestsOfOneNameAtDifferentTimesAreListedTogetherAndThatIsSaid() {
        AttendanceLog log = Samples.read(
                ZOOM + "iPhone,,2025-03-10 18:10:00,2025-03-10 18:20:00,10,Yes\n"
                        + "iPhone,,2025-03-10 18:21:00,2025-03-10 18:25:00,4,Yes\n",
                Samples.IN_ROME);
        assertEquals(2, stays(log, 0).size());
        assertTrue(Samples.codes(log).contains("SAME_NAME_NO_ACCOUNT"));
    }

    @Test
    void theListOfUniqueUsersIsNoEvidence() {
        assertEquals(
                Reading.NO_TIMES,
                refusal(
                        "Name (Original Name),User Email,Total Duration (Minutes),Guest\nRossi,a@x.example,93,No\n",
                        Samples.IN_ROME));
    }

    @Test
    void timeInTheWaitingRoomIsNotTimeInTheMeeting() {
        String header =
                "Nome (nome originale),E-mail,Ora di ingresso,Ora di uscita,Durata (minuti),Guest,In sala d\u2019attesa\n";
        AttendanceLog log = Samples.read(
                header + "Rossi,a@x.example,13/03/2025 17:50:00,13/03/2025 18:00:00,10,No,S\u00ec\n"
                        + "Rossi,a@x.example,13/03/2025 18:00:00,13/03/2025 18:30:00,30,No,No\n",
                Samples.IN_ROME);
        assertEquals(List.of("2025-03-13T18:00+01:00 2025-03-13T18:30+01:00"), stays(log, 0));
        assertTrue(Samples.codes(log).contains("WAITING_ROOM"));
        assertEquals(
                Reading.ROW,
                refusal(header + "Rossi,a@x.example,13/03/2025 18:00:00,13/03/2025 18:30:00,30,No\n", Samples.IN_ROME));
    }

    @Test
    void factsOfTheMeetingBesideEachRowAreHeldAgainstTheRows() {
        String header =
                "Argomento,ID,Ora di inizio,Ora di fine,Partecipanti,Durata (minuti),Nome (nome originale),E-mail,"
                        + "Ora di ingresso,Ora di uscita,Durata (minuti),Guest\n";
        String meeting = "Giunta,812,13/03/2025 18:00:00,13/03/2025 19:00:00,2,60,";
        String first = meeting + "Rossi,a@x.example,13/03/2025 18:00:05,13/03/2025 18:30:05,30,No\n";
        String second = meeting + "Verdi,b@x.example,13/03/2025 18:10:00,13/03/2025 19:00:00,50,No\n";
        AttendanceLog log = Samples.read(header + first + second, Samples.IN_ROME);
        assertEquals(2, log.participants().size());
        assertFalse(Samples.codes(log).contains("COMPLETENESS_UNPROVEN"));
        assertEquals(Reading.INCOMPLETE, refusal(header + second, Samples.IN_ROME));
        assertEquals(Reading.INCOMPLETE, refusal(header + first, Samples.IN_ROME));
        assertEquals(
                Reading.SEVERAL_MEETINGS, refusal(header + first + second.replace(",812,", ",813,"), Samples.IN_ROME));
    }

    @Test
    void theHourThatHappensTwiceIsDecidedByTheDurationOrRefused() {
        String night = ZOOM + "Rossi,a@x.example,2025-10-26 01:30:00,2025-10-26 02:30:00,";
        assertEquals(
                List.of("2025-10-26T01:30+02:00 2025-10-26T02:30+02:00"),
                stays(Samples.read(night + "60,No\n", Samples.IN_ROME), 0));
        assertEquals(
                List.of("2025-10-26T01:30+02:00 2025-10-26T02:30+01:00"),
                stays(Samples.read(night + "120,No\n", Samples.IN_ROME), 0));
        assertEquals(
                Reading.TIME,
                refusal(ZOOM + "Rossi,a@x.example,2025-10-26 02:10:00,2025-10-26 02:30:00,20,No\n", Samples.IN_ROME));
        assertEquals(Reading.CONTRADICTION, refusal(night + "90,No\n", Samples.IN_ROME));
    }

    @Test
    void anHourThatDoesNotExistIsRefused() {
        assertEquals(
                Reading.TIME,
                refusal(ZOOM + "Rossi,a@x.example,2025-03-30 02:30:00,2025-03-30 03:30:00,60,No\n", Samples.IN_ROME));
    }

    @Test
    void aStatedDurationTellsTheOrderOfDatesOverMidnight() {
        AttendanceLog log = Samples.read(
                ZOOM + "Rossi,a@x.example,11/12/2025 23:00:00,12/12/2025 01:00:00,120,No\n", Samples.IN_ROME);
        assertEquals(List.of("2025-12-11T23:00+01:00 2025-12-12T01:00+01:00"), stays(log, 0));
    }

    @Test
    void offsetsInTheFileNeedNoZone() {
        AttendanceLog log = Samples.read(
                ZOOM + "Rossi,a@x.example,2025-03-10T18:00:00Z,2025-03-10T18:10:00Z,10,No\n", AttendanceOptions.none());
        assertEquals(ZoneOffset.UTC, log.zone());
        assertEquals(List.of("2025-03-10T18:00Z 2025-03-10T18:10Z"), stays(log, 0));
    }

    @Test
    void aGivenFormatOrDateThatIsNotTheFilesIsRefused() {
        String log = ZOOM + "Rossi,a@x.example,2025-03-10 18:00:00,2025-03-10 18:10:00,10,No\n";
        assertEquals(Reading.FORMAT, refusal(log, Samples.IN_ROME.withFormat(AttendanceFormat.TEAMS)));
        assertEquals(Reading.DATES_CONTRADICT, refusal(log, Samples.IN_ROME.withDate(LocalDate.of(2025, 3, 11))));
    }

    @Test
    void theOldTeamsListPairsJoinedAndLeftAndSaysWhatItCannotKnow() {
        AttendanceLog log = Samples.read(
                "Full Name\tUser Action\tTimestamp\n"
                        + "Bianchi Laura\tJoined before\t13/03/2025, 18:00:04\n"
                        + "Ferri, Marta\tJoined\t13/03/2025, 18:12:00\n"
                        + "Ferri, Marta\tLeft\t13/03/2025, 18:20:00\n"
                        + "Ferri, Marta\tJoined\t13/03/2025, 18:30:00\n"
                        + "Ferri, Marta\tLeft\t13/03/2025, 19:31:58\n",
                Samples.IN_ROME);
        assertEquals(List.of("2025-03-13T18:00:04+01:00 2025-03-13T19:31:58+01:00"), stays(log, 0));
        assertEquals(
                List.of(
                        "2025-03-13T18:12+01:00 2025-03-13T18:20+01:00",
                        "2025-03-13T18:30+01:00 2025-03-13T19:31:58+01:00"),
                stays(log, 1));
        assertTrue(Samples.codes(log)
                .containsAll(List.of("JOINED_BEFORE", "CLOSED_AT_LAST_EVENT", "COMPLETENESS_UNPROVEN")));
        assertEquals(
                Reading.INCOMPLETE,
                refusal("Full Name,User Action,Timestamp\nRossi,Left,2025-03-13 18:20:00\n", Samples.IN_ROME));
        assertEquals(
                Reading.ROW,
                refusal("Full Name,User Action,Timestamp\nRossi,Entrato,2025-03-13 18:20:00\n", Samples.IN_ROME));
    }

    @Test
    void teamsBeforeItsSectionsHasOneRowForEachConnection() {
        AttendanceLog log = Samples.read(
                "Meeting Summary\nTotal Number of Participants\t1\nMeeting Title\tGiunta\n\n"
                        + "Full Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole\tParticipant ID (UPN)\n"
                        + "Rossi\t13/03/2025, 18:00:00\t13/03/2025, 18:30:00\t30m\ta@x.example\tPresenter\ta@x.example\n",
                Samples.IN_ROME);
        assertEquals(AttendanceFormat.TEAMS, log.format());
        assertEquals(1800, log.participants().get(0).connected().toSeconds());
    }

    @Test
    void meetNeedsADateAndCrossesMidnightWithItsDuration() {
        String meet = "First name,Last name,Email,Duration,Time joined,Time exited\n"
                + "Laura,Bianchi,l@x.example,2 hr 5 min,11:00 PM,1:05 AM\n";
        assertEquals(Reading.DATE_NEEDED, refusal(meet, Samples.IN_ROME));
        assertEquals(
                List.of("2025-03-10T23:00+01:00 2025-03-11T01:05+01:00"),
                stays(Samples.read(meet, Samples.ON_THE_DAY), 0));
        assertEquals(Reading.CONTRADICTION, refusal(meet.replace("2 hr 5 min", "5 hr"), Samples.ON_THE_DAY));
        AttendanceLog titled = Samples.read("Attendance,2025-03-10\n\n" + meet, Samples.IN_ROME);
        assertEquals(List.of("2025-03-10T23:00+01:00 2025-03-11T01:05+01:00"), stays(titled, 0));
    }

    @Test
    void jitsiLeavesBreakoutRoomsOutAndClosesWithTheRoom() {
        String room = "\"room_jid\":\"g@c\",\"room_name\":\"g\"";
        String joined = "{\"event_name\":\"muc-occupant-joined\"," + room
                + ",\"occupant\":{\"occupant_jid\":\"a\",\"joined_at\":1741626000}}\n";
        String breakout = "{\"event_name\":\"muc-occupant-joined\",\"room_jid\":\"b@c\",\"room_name\":\"b\","
                + "\"is_breakout\":true,\"occupant\":{\"occupant_jid\":\"a\",\"joined_at\":1741626500}}\n";
        String end = "{\"event_name\":\"muc-room-destroyed\"," + room + ",\"destroyed_at\":1741626600}\n";
        AttendanceLog log = Samples.read(end + breakout + joined, AttendanceOptions.none());
        assertEquals(600, log.participants().get(0).connected().toSeconds());
        assertTrue(Samples.codes(log).containsAll(List.of("BREAKOUT_LEFT_OUT", "CLOSED_AT_MEETING_END")));
        assertEquals(Reading.INCOMPLETE, refusal(joined, AttendanceOptions.none()));
        assertEquals(
                Reading.SEVERAL_MEETINGS,
                refusal(joined + joined.replace("g@c", "h@c") + end, AttendanceOptions.none()));
    }

    @Test
    void theOldDashboardHasItsTimesInTheIdentityAndAnOpenSessionEndsWithTheMeeting() {
        String user =
                "{\"createdOn\":1741625900000,\"endedOn\":%s,\"users\":{\"u\":{\"userKey\":\"u\",\"extId\":\"x7\","
                        + "\"name\":\"Rossi\",\"intIds\":{\"w_1\":{\"registeredOn\":1741626000000,\"leftOn\":0}}}}}";
        AttendanceLog log = Samples.read(String.format(user, "1741626600000"), AttendanceOptions.none());
        assertEquals(600, log.participants().get(0).connected().toSeconds());
        assertEquals("x7", log.participants().get(0).account());
        assertEquals("", log.participants().get(0).email());
        assertEquals(Reading.INCOMPLETE, refusal(String.format(user, "0"), AttendanceOptions.none()));
    }

    @Test
    void aMicrophonePutDownIsNotALeavingAndEntitiesAreRefused() {
        String events = "<recording meeting_id=\"m-1741625900000\">"
                + event(
                        "1000",
                        "PARTICIPANT",
                        "ParticipantJoinEvent",
                        "<userId>w_1</userId><externalUserId>e1</externalUserId><name>R&amp;D</name>")
                + event("2000", "VOICE", "ParticipantLeftEvent", "<participant>w_1</participant>")
                + event("9000", "PARTICIPANT", "ParticipantLeftEvent", "<userId>w_1</userId>")
                + "</recording>";
        AttendanceLog log = Samples.read(events, AttendanceOptions.none());
        assertEquals(8, log.participants().get(0).connected().toSeconds());
        assertEquals("R&D", log.participants().get(0).name());
        refusal(
                "<!DOCTYPE recording [<!ENTITY a \"aaaa\">]>" + events.replace("R&amp;D", "&a;"),
                AttendanceOptions.none());
        refusal(events.replace("R&amp;D", "&a;"), AttendanceOptions.none());
        refusal("<!DOCTYPE recording SYSTEM \"file:///etc/passwd\">" + events, AttendanceOptions.none());
        refusal("<recording>" + "<a>".repeat(10_000), AttendanceOptions.none());
        assertEquals(Reading.FORMAT, refusal("<meeting/>", AttendanceOptions.none()));
    }

    private static String event(String at, String module, String name, String fields) {
        return "<event timestamp=\"" + at + "\" module=\"" + module + "\" eventname=\"" + name + "\">" + fields
                + "</event>";
    }

    @Test
    void severalReportsOfOneMeetingAreJoined() {
        String first = ZOOM + "Rossi,a@x.example,2025-03-10 18:00:00,2025-03-10 18:10:00,10,No\n";
        String second = ZOOM + "Rossi,a@x.example,2025-03-10 18:20:00,2025-03-10 18:30:00,10,No\n";
        AttendanceLog one = Samples.read(first, Samples.IN_ROME);
        AttendanceLog both = one.and(Samples.read(second, Samples.IN_ROME));
        assertEquals(2, both.evidence().size());
        assertEquals(2, stays(both, 0).size());
        assertEquals(1, both.participants().size());
        assertEquals(1, one.and(Samples.read(first, Samples.IN_ROME)).evidence().size());
        assertThrows(
                MinutesException.class,
                () -> one.and(Samples.read(second, AttendanceOptions.none().withZone(ZoneOffset.UTC))));
    }

    @Test
    void peopleAreMatchedByAccountNeverByNameAndTheSecretarysWordIsKept() throws IOException {
        AttendanceLog log = AttendanceLog.read("log", Samples.bytes(Samples.TEAMS), Samples.IN_ROME);
        AttendanceMatch match = log.match(Map.of(
                "s1", Set.of("LAURA.BIANCHI@comune.valfiorita.example"),
                "s2", Set.of("Ferri, Marta", "m.ferri@elsewhere.example"),
                "secretary", Set.of()));
        assertEquals(1, match.participants("s1").size());
        assertEquals(List.of(), match.participants("s2"));
        assertEquals(
                List.of("D'Al\u00f2 Niccol\u00f2", "Ferri, Marta", "Segretario (Ospite)"),
                match.unresolved().stream().map(LogParticipant::name).toList());
        LogParticipant guest = match.unresolved().get(2);
        AttendanceMatch resolved = match.resolve(guest, "secretary", "Laura Bianchi", "face on video");
        assertEquals(guest.stays(), resolved.stays("secretary"));
        assertEquals(2, resolved.unresolved().size());
        assertEquals(
                List.of(new Resolution(guest, "secretary", "Laura Bianchi", "face on video")), resolved.resolutions());
        assertThrows(IllegalArgumentException.class, () -> resolved.resolve(guest, "s1", "x", "y"));
        assertThrows(IllegalArgumentException.class, () -> match.resolve(guest, "s9", "x", "y"));
        assertThrows(IllegalArgumentException.class, () -> match.resolve(guest, "s1", " ", "y"));
        assertThrows(
                IllegalArgumentException.class,
                () -> log.match(Map.of("s1", Set.of("a@x.example"), "s2", Set.of("A@x.example"))));
    }

    @Test
    void whatIsNoLogIsRefusedByWhatItIs() {
        for (String text :
                List.of("", " ", "hello", "a,b,c,d\n1,2,3,4\n", "{}", "[]", "[1]", "{\"users\":", "<", "\0\0")) {
            assertThrows(MinutesException.class, () -> Samples.read(text, Samples.IN_ROME), text);
        }
        byte[] odd = "Full Name,User Action\n".getBytes(StandardCharsets.UTF_16LE);
        assertThrows(
                MinutesException.class,
                () -> AttendanceLog.read("log", java.util.Arrays.copyOf(odd, odd.length - 1), Samples.IN_ROME));
    }

    @Test
    void aDateThatMayBeginWithTheYearNeedsItsOrder() {
        String log = ZOOM + "Rossi,a@x.example,25-03-26 18:00:00,25-03-26 18:10:00,10,No\n";
        assertEquals(Reading.DATES_AMBIGUOUS, refusal(log, Samples.IN_ROME));
        assertEquals(
                List.of("2026-03-25T18:00+01:00 2026-03-25T18:10+01:00"),
                stays(Samples.read(log, Samples.IN_ROME.withDateOrder(DateOrder.DAY_FIRST)), 0));
        assertEquals(Reading.DATES_CONTRADICT, refusal(log.replace("25-03-26", "25/03/10"), Samples.IN_ROME));
    }

    @Test
    void timesWithoutSecondsAreSaid() {
        AttendanceLog log =
                Samples.read(ZOOM + "Rossi,a@x.example,2025-03-10 18:00,2025-03-10 18:10,10,No\n", Samples.IN_ROME);
        assertTrue(Samples.codes(log).contains("TO_THE_MINUTE"));
    }

    @Test
    void everyLogMustBeOfTheGivenDate() throws IOException {
        byte[] bytes = Samples.bytes(Samples.JITSI);
        AttendanceLog.read("log", bytes, Samples.ON_THE_DAY);
        assertThrows(
                MinutesException.class,
                () -> AttendanceLog.read("log", bytes, Samples.IN_ROME.withDate(LocalDate.of(2025, 10, 3))));
    }

    @Test
    void namesInCharacterDataAreRead() {
        AttendanceLog log = Samples.read(
                "<recording meeting_id=\"m-1741625900000\">"
                        + event(
                                "1",
                                "PARTICIPANT",
                                "ParticipantJoinEvent",
                                "<userId>w</userId><name><![CDATA[A & B]]></name>")
                        + event("5001", "PARTICIPANT", "EndAndKickAllEvent", "") + "</recording>",
                AttendanceOptions.none());
        assertEquals("A & B", log.participants().get(0).name());
        assertEquals(5, log.participants().get(0).connected().toSeconds());
    }

    @Test
    void manyRowsAreReadInTimeThatGrowsWithThem() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            rows.append("N")
                    .append(i)
                    .append("\t2025-03-10 18:00:00\t2025-03-10 18:10:00\t10m\te")
                    .append(i)
                    .append("@x\n");
        }
        String header = "Name\tFirst Join\tLast Leave\tDuration\tEmail\n";
        String teams = "1. Summary\n\n2. Participants\n" + header + rows + "\n3. Activities\n" + header + rows;
        AttendanceLog log =
                assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Samples.read(teams, Samples.IN_ROME));
        assertEquals(20_000, log.participants().size());
    }

    @Test
    void aFileLargerThanAnyLogIsRefusedBeforeItIsRead(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("huge.csv");
        try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.setLength(49L << 20);
        }
        MinutesException refused =
                assertThrows(MinutesException.class, () -> AttendanceLog.read(file, Samples.IN_ROME));
        assertEquals("INPUT_TOO_LARGE", refused.code());
        assertThrows(NoSuchFileException.class, () -> AttendanceLog.read(folder.resolve("absent"), Samples.IN_ROME));
    }

    @Test
    void teamsMaySumUpTwoDevicesAsOneOrAsTwo() {
        String teams = "1. Summary\n\n2. Participants\nName\tFirst Join\tLast Leave\tDuration\tEmail\n"
                + "Rossi\t2025-03-10 18:00:00\t2025-03-10 18:30:00\t%s\ta@x.example\n\n3. Activities\n"
                + "Name\tJoin Time\tLeave Time\tDuration\tEmail\n"
                + "Rossi\t2025-03-10 18:00:00\t2025-03-10 18:20:00\t20m\ta@x.example\n"
                + "Rossi\t2025-03-10 18:10:00\t2025-03-10 18:30:00\t20m\ta@x.example\n";
        for (String stated : List.of("30m", "40m")) {
            AttendanceLog log = Samples.read(String.format(teams, stated), Samples.IN_ROME);
            assertEquals(List.of("2025-03-10T18:00+01:00 2025-03-10T18:30+01:00"), stays(log, 0));
        }
        assertEquals(Reading.INCOMPLETE, refusal(String.format(teams, "25m"), Samples.IN_ROME));
    }
}
