// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.MinutesChecker;
import eu.digitalminutes.core.TestCouncil;
import eu.digitalminutes.core.event.AttendanceMode;
import eu.digitalminutes.core.event.EventSource;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.exchange.EventChain;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.meeting.SessionMode;
import eu.digitalminutes.core.minutes.Annex;
import eu.digitalminutes.core.minutes.AnnexKind;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.presence.IntervalEnd;
import eu.digitalminutes.core.presence.Presence;
import eu.digitalminutes.core.presence.PresenceInterval;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LoggedPresenceTest {
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-03-13T09:00:00+01:00");

    /** c6 sits at home, loses the connection during the vote and comes back; a guest has no account. */
    private static final String ZOOM = """
            Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest
            Cognome6,C6@valfiorita.example,2026-03-12 18:00:02,2026-03-12 18:00:42,1,No
            Cognome6,c6@valfiorita.example,2026-03-12 18:00:44,2026-03-12 18:01:40,1,No
            iPad di Ada,,2026-03-12 18:00:05,2026-03-12 18:01:40,2,Yes
            """;

    private static AttendanceLog log() {
        return AttendanceLog.read(
                "participants (1).csv",
                ZOOM.getBytes(StandardCharsets.UTF_8),
                AttendanceOptions.none().withZone(ZoneId.of("Europe/Rome")));
    }

    private static Minutes minutes() {
        Meeting meeting = new TestCouncil()
                .absent("c5")
                .absent("c6")
                .meeting(builder -> builder.mode(SessionMode.MIXED)
                        .remoteRegulation("Delibera 12/2022")
                        .broadcast("https://streaming.example"));
        return TestCouncil.minutes(meeting);
    }

    private static AttendanceMatch match(AttendanceLog log) {
        return log.match(Map.of("c6", Set.of("c6@valfiorita.example"), "c5", Set.of(), "c1", Set.of()));
    }

    private static List<String> codes(Minutes minutes) {
        return MinutesChecker.check(minutes).findings().stream()
                .map(Finding::code)
                .toList();
    }

    @Test
    void whatTheLogTellsBecomesAttendanceWithTheLogAsEvidence() {
        Minutes result =
                LoggedPresence.into(minutes(), log(), match(log()), NOW).minutes();
        List<PresenceInterval> intervals = Presence.of(result.meeting()).of("c6");
        assertEquals(2, intervals.size());
        assertEquals(AttendanceMode.REMOTE, intervals.get(0).mode());
        assertEquals(IntervalEnd.CONNECTION_LOST, intervals.get(0).end());
        Annex annex = result.annexes().get(0);
        assertEquals(AnnexKind.PLATFORM_LOG, annex.kind());
        assertEquals("participants-1-.csv", annex.name());
        assertEquals("participants (1).csv", annex.title());
        assertEquals(ZOOM.length(), annex.fingerprint().bytes());
        assertTrue(result.meeting().events().stream()
                .map(SessionEvent::source)
                .anyMatch(Optional.of(EventSource.imported(annex.name()))::equals));
    }

    @Test
    void whoLostTheConnectionDuringTheVoteIsFound() {
        Minutes result =
                LoggedPresence.into(minutes(), log(), match(log()), NOW).minutes();
        List<String> codes = codes(result);
        assertFalse(codes.contains("PLATFORM_LOG_MISSING"), codes.toString());
        assertTrue(codes.contains("VOTER_NOT_THROUGHOUT"), codes.toString());
        assertTrue(codes.contains("REMOTE_NOT_IDENTIFIED"), "an account identifies nobody: " + codes);
    }

    @Test
    void whomTheSecretaryResolvesIsIdentifiedByHim() {
        AttendanceMatch match = match(log());
        AttendanceMatch resolved = match.resolve(match.unresolved().get(0), "c5", "secretary", "volto a video");
        Minutes result = LoggedPresence.into(minutes(), log(), resolved, NOW).minutes();
        PresenceInterval interval = Presence.of(result.meeting()).of("c5").get(0);
        assertEquals("secretary", interval.identification().by());
        assertEquals("volto a video", interval.identification().note());
    }

    @Test
    void whoAttendsAlreadyIsLeftAsIs() {
        AttendanceMatch match = log().match(Map.of("c1", Set.of("c6@valfiorita.example")));
        LoggedPresence put = LoggedPresence.into(minutes(), log(), match, NOW);
        assertEquals(List.of("c1"), put.untouched());
        assertEquals(
                Presence.of(minutes().meeting()).of("c1"),
                Presence.of(put.minutes().meeting()).of("c1"));
    }

    @Test
    void aChainIsContinuedByLateEntriesNeverBroken() {
        Minutes chained = minutes().withMeeting(EventChain.chain(minutes().meeting()));
        Minutes result = LoggedPresence.into(chained, log(), match(log()), NOW).minutes();
        assertEquals(Optional.empty(), EventChain.verify(result.meeting()));
        assertEquals(
                chained.meeting().events(),
                result.meeting().events().subList(0, chained.meeting().events().size()));
        assertEquals(2, Presence.of(result.meeting()).of("c6").size());
        assertTrue(result.meeting().membersInOffice().stream()
                .map(Seat::id)
                .toList()
                .contains("c6"));
    }
}
