// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.MinutesChecker;
import eu.digitalminutes.core.TestCouncil;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.event.AttendanceMode;
import eu.digitalminutes.core.event.Attending;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Choice;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.Filming;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.event.VotingMethod;
import eu.digitalminutes.core.meeting.Person;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.meeting.SeatRole;
import eu.digitalminutes.core.meeting.SessionMode;
import eu.digitalminutes.core.minutes.Annex;
import eu.digitalminutes.core.minutes.AnnexKind;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.core.rules.LocalRules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionChecksTest {
    private static List<String> codes(TestCouncil council) {
        return codes(council.minutes());
    }

    private static List<String> codes(Minutes minutes) {
        return MinutesChecker.check(minutes).findings().stream()
                .map(Finding::code)
                .toList();
    }

    @Test
    void aMeetingByTheRulesHasNoFinding() {
        assertEquals(List.of(), codes(new TestCouncil()));
        assertEquals(
                Verdict.VALID, MinutesChecker.check(new TestCouncil().minutes()).verdict());
    }

    @Test
    void everyFindingSpeaksItalianAndEnglishAndCitesItsSource() {
        TestCouncil council =
                new TestCouncil().absent("c2").absent("c3").absent("c4").absent("c5");
        for (Finding finding : MinutesChecker.check(council.minutes()).findings()) {
            assertFalse(finding.message().italian().isBlank());
            assertFalse(finding.message().english().isBlank());
            assertFalse(
                    finding.message().italian().contains("{"), finding.message().italian());
            assertFalse(finding.basis().isBlank());
        }
    }

    @Test
    void aMeetingNeedsAnOpening() {
        assertTrue(codes(new TestCouncil().without(Conduct.Opened.class)).contains("MEETING_NOT_OPENED"));
    }

    @Test
    void aMeetingNeedsAClosing() {
        assertEquals(List.of("MEETING_NOT_CLOSED"), codes(new TestCouncil().without(Conduct.Closed.class)));
    }

    @Test
    void thePlaceIsPartOfTheHead() {
        var meeting = new TestCouncil().meeting();
        var nowhere = eu.digitalminutes.core.meeting.Meeting.of(
                        meeting.municipality(), meeting.organ(), 2026, 7, TestCouncil.START, " ")
                .seats(meeting.seats())
                .agenda(meeting.agenda())
                .convocation(TestCouncil.convocation())
                .events(meeting.events())
                .build();
        assertEquals(List.of("PLACE_MISSING"), codes(TestCouncil.minutes(nowhere)));
    }

    @Test
    void presidentAndSecretaryAreTwoPersons() {
        TestCouncil council = new TestCouncil().replace(Conduct.Opened.class, new Conduct.Opened("c1", "c1"));
        assertTrue(codes(council).contains("SAME_PRESIDENT_AND_SECRETARY"));
    }

    @Test
    void presidentAndSecretaryAreTwoPersonsEvenUnderTwoSeats() {
        Seat double_ = Seat.member("c7", new Person("Bruno", "Rinaldi", "rnlbrn65b02f205y"), SeatRole.COUNCILLOR, "");
        TestCouncil council = new TestCouncil()
                .replace(Conduct.Opened.class, new Conduct.Opened("c7", "secretary"))
                .at(3, TestCouncil.joined("c7"));
        assertTrue(codes(TestCouncil.minutes(council.meeting(builder -> builder.seat(double_))))
                .contains("SAME_PRESIDENT_AND_SECRETARY"));
    }

    @Test
    void theSecretaryDoesNotPreside() {
        TestCouncil council = new TestCouncil().replace(Conduct.Opened.class, new Conduct.Opened("secretary", "c2"));
        assertTrue(codes(council).contains("PRESIDENT_MAY_NOT_PRESIDE"));
    }

    @Test
    void thePresidentIsThere() {
        TestCouncil council = new TestCouncil()
                .absent("c1")
                .replace(Voting.VoteClosed.class, new Voting.VoteClosed("v1", Tally.of(5, 0, 0), Map.of()));
        assertEquals(List.of("PRESIDENT_ABSENT"), codes(council));
    }

    @Test
    void theSecretaryIsThere() {
        assertEquals(List.of("SECRETARY_ABSENT"), codes(new TestCouncil().absent("secretary")));
    }

    @Test
    void theRollCallMayFollowTheOpening() {
        TestCouncil council = new TestCouncil().absent("c1").at(15, TestCouncil.joined("c1"));
        assertEquals(List.of(), codes(council));
    }

    @Test
    void halfOfTheAssignedIsEnough() {
        assertEquals(List.of(), codes(ofPresent(3)));
    }

    @Test
    void oneLessThanHalfIsNotEnough() {
        assertEquals(List.of("QUORUM_MISSING", "QUORUM_MISSING"), codes(ofPresent(2)));
    }

    private static TestCouncil ofPresent(int present) {
        TestCouncil council = new TestCouncil();
        for (int i = 6; i > present; i--) {
            council.absent("c" + i);
        }
        return council.replace(Voting.VoteClosed.class, TestCouncil.closed("v1", present, 0, 0));
    }

    @Test
    void theQuorumMustHoldUntilTheVoteIsCounted() {
        TestCouncil council = new TestCouncil()
                .at(45, new Attending.Left("c6", ""))
                .at(45, new Attending.Left("c5", ""))
                .at(45, new Attending.Left("c4", ""))
                .at(45, new Attending.Left("c3", "connection lost"))
                .replace(Voting.VoteClosed.class, TestCouncil.closed("v1", 2, 0, 0));
        assertEquals(List.of("QUORUM_MISSING"), codes(council));
    }

    @Test
    void theTallyEqualsTheMembersPresent() {
        TestCouncil council = new TestCouncil()
                .replace(Voting.VoteClosed.class, new Voting.VoteClosed("v1", Tally.of(7, 0, 0), Map.of()));
        assertEquals(List.of("TALLY_INCOHERENT"), codes(council));
    }

    @Test
    void moreNamesThanVotesIsAContradiction() {
        TestCouncil council = new TestCouncil()
                .replace(
                        Voting.VoteClosed.class,
                        new Voting.VoteClosed(
                                "v1", Tally.of(5, 0, 1), Map.of("c1", Choice.ABSTAINED, "c2", Choice.ABSTAINED)));
        assertEquals(List.of("BALLOTS_INCOHERENT"), codes(council));
    }

    @Test
    void whoIsAgainstOrAbstainsIsNamed() {
        TestCouncil council = new TestCouncil()
                .replace(Voting.VoteClosed.class, new Voting.VoteClosed("v1", Tally.of(4, 1, 1), Map.of()));
        assertEquals(List.of("NAMES_MISSING", "NAMES_MISSING"), codes(council));
        assertEquals(Verdict.VALID, MinutesChecker.check(council.minutes()).verdict());
    }

    @Test
    void onlyMembersVote() {
        TestCouncil council = new TestCouncil()
                .replace(
                        Voting.VoteClosed.class,
                        new Voting.VoteClosed("v1", Tally.of(6, 0, 0), Map.of("secretary", Choice.YES)));
        assertEquals(List.of("VOTER_NO_MEMBER"), codes(council));
    }

    @Test
    void whoHasLeftDoesNotVote() {
        TestCouncil council = new TestCouncil()
                .at(45, new Attending.Left("c6", ""))
                .replace(
                        Voting.VoteClosed.class,
                        new Voting.VoteClosed("v1", Tally.of(5, 0, 0), Map.of("c6", Choice.YES)));
        assertEquals(List.of("VOTER_ABSENT"), codes(council));
    }

    @Test
    void whoMustAbstainDoesNotVote() {
        TestCouncil council = new TestCouncil().at(31, new Attending.Recused("c2", "item-1"));
        assertEquals(List.of("RECUSED_VOTED"), codes(council));
    }

    @Test
    void aVoteIsCountedAndProclaimed() {
        assertEquals(List.of("VOTE_NOT_PROCLAIMED"), codes(new TestCouncil().without(Voting.Proclaimed.class)));
        assertEquals(
                List.of("VOTE_NOT_COUNTED"),
                codes(new TestCouncil().without(Voting.Proclaimed.class).without(Voting.VoteClosed.class)));
    }

    @Test
    void theProclamationFollowsFromTheCount() {
        assertEquals(List.of("OUTCOME_WRONG"), codes(voted(3, 3, 0)));
        assertEquals(List.of(), codes(voted(3, 2, 1)));
        assertEquals(List.of(), codes(voted(1, 0, 5)));
    }

    private static TestCouncil voted(int yes, int no, int abstained) {
        return new TestCouncil().replace(Voting.VoteClosed.class, TestCouncil.closed("v1", yes, no, abstained));
    }

    @Test
    void immediateExecutionWantsTheMajorityOfAllComponents() {
        assertEquals(List.of(), codes(immediate(4, 1, 1)));
        assertEquals(List.of("IMMEDIATE_EXECUTION_SHORT"), codes(immediate(3, 0, 3)));
    }

    private static TestCouncil immediate(int yes, int no, int abstained) {
        return new TestCouncil()
                .at(
                        70,
                        new Voting.VoteOpened(
                                "v2", "item-1", VoteKind.IMMEDIATE_EXECUTION, VotingMethod.SHOW_OF_HANDS, ""))
                .at(71, TestCouncil.closed("v2", yes, no, abstained))
                .at(72, new Voting.Proclaimed("v2", Outcome.APPROVED));
    }

    @Test
    void nothingIsVotedWhileTheMeetingIsSuspended() {
        TestCouncil council =
                new TestCouncil().at(35, new Conduct.Suspended("pausa")).at(55, new Conduct.Resumed());
        assertEquals(List.of("BUSINESS_OUTSIDE_MEETING", "BUSINESS_OUTSIDE_MEETING"), codes(council));
    }

    @Test
    void eventsStandInOrderOfTime() {
        TestCouncil council = new TestCouncil().append(99, new Business.Noted("tardi"));
        assertEquals(List.of("EVENT_OUT_OF_ORDER"), codes(council));
    }

    private static Minutes mixed(TestCouncil council, String regulation) {
        return TestCouncil.minutes(council.meeting(builder -> builder.mode(SessionMode.MIXED)
                        .remoteRegulation(regulation)
                        .broadcast("https://streaming.valfiorita.example")))
                .withAnnex(new Annex(
                        "teams.csv",
                        AnnexKind.PLATFORM_LOG,
                        "",
                        "text/csv",
                        new Fingerprint(new Digest(TestCouncil.DIGEST), 900)));
    }

    @Test
    void remoteAttendanceNeedsTheBodysRegulation() {
        TestCouncil council =
                new TestCouncil().absent("c6").at(5, new Attending.Joined("c6", AttendanceMode.REMOTE, "video check"));
        assertEquals(List.of("REMOTE_WITHOUT_REGULATION"), codes(mixed(council, "")));
        assertEquals(List.of(), codes(mixed(council, "Delibera C.C. n. 12 del 2022")));
    }

    @Test
    void remoteAttendanceIsCalledBroadcastAndLogged() {
        TestCouncil council =
                new TestCouncil().absent("c6").at(5, new Attending.Joined("c6", AttendanceMode.REMOTE, "video check"));
        assertEquals(
                List.of("REMOTE_NOT_CONVENED", "REMOTE_WITHOUT_BROADCAST", "PLATFORM_LOG_MISSING"),
                codes(TestCouncil.minutes(council.meeting(builder -> builder.remoteRegulation("Delibera 12/2022")))));
    }

    @Test
    void whoAttendsRemotelyIsIdentified() {
        TestCouncil council =
                new TestCouncil().absent("c6").at(5, new Attending.Joined("c6", AttendanceMode.REMOTE, ""));
        assertEquals(List.of("REMOTE_NOT_IDENTIFIED"), codes(mixed(council, "Delibera 12/2022")));
    }

    @Test
    void theRecordingHoldsEveryItemAndVote() {
        Minutes minutes = TestCouncil.complete(Minutes.of(new TestCouncil().meeting(), LocalRules.ordinaryCouncil()))
                .withRecording(TestCouncil.part("recording-1.mp4", 0, 49));
        assertEquals(List.of("INDEX_OUTSIDE_RECORDING", "INDEX_OUTSIDE_RECORDING"), codes(minutes));
    }

    @Test
    void theEndsOfTheRecordingCount() {
        Minutes minutes = TestCouncil.complete(Minutes.of(new TestCouncil().meeting(), LocalRules.ordinaryCouncil()))
                .withRecording(TestCouncil.part("recording-1.mp4", 30, 30));
        assertEquals(List.of(), codes(minutes));
    }

    @Test
    void aGapOfTheRecordingHasACause() {
        Minutes gap = TestCouncil.complete(Minutes.of(new TestCouncil().meeting(), LocalRules.ordinaryCouncil()))
                .withRecording(TestCouncil.part("recording-1.mp4", 0, 61))
                .withRecording(TestCouncil.part("recording-2.mp4", 80, 40));
        assertEquals(List.of("RECORDING_GAP"), codes(gap));
        Minutes told = TestCouncil.complete(Minutes.of(
                        new TestCouncil()
                                .at(61, new Filming.RecordingStopped("recording-1.mp4", "parte segreta"))
                                .meeting(),
                        LocalRules.ordinaryCouncil()))
                .withRecording(TestCouncil.part("recording-1.mp4", 0, 61))
                .withRecording(TestCouncil.part("recording-2.mp4", 80, 40));
        assertEquals(List.of(), codes(told));
    }

    @Test
    void minutesWithoutARecordingAreANormalPath() {
        Minutes written = TestCouncil.complete(Minutes.of(new TestCouncil().meeting(), LocalRules.ordinaryCouncil()));
        assertEquals(List.of("NO_RECORDING"), codes(written));
        assertEquals(
                Severity.INFO, MinutesChecker.check(written).findings().get(0).severity());
    }
}
