// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.MinutesChecker;
import eu.digitalminutes.core.TestCouncil;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.event.AttendanceMode;
import eu.digitalminutes.core.event.Attending;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Choice;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.Filming;
import eu.digitalminutes.core.event.LogHead;
import eu.digitalminutes.core.event.Occurrence;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.event.VotingMethod;
import eu.digitalminutes.core.exchange.EventChain;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.Channel;
import eu.digitalminutes.core.meeting.Convocation;
import eu.digitalminutes.core.meeting.Delivery;
import eu.digitalminutes.core.meeting.ItemKind;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Organ;
import eu.digitalminutes.core.meeting.Person;
import eu.digitalminutes.core.meeting.Publicity;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.meeting.SeatRole;
import eu.digitalminutes.core.meeting.SessionMode;
import eu.digitalminutes.core.meeting.Term;
import eu.digitalminutes.core.minutes.Approval;
import eu.digitalminutes.core.minutes.GapCause;
import eu.digitalminutes.core.minutes.Lineage;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.minutes.RecordingGap;
import eu.digitalminutes.core.minutes.Rectification;
import eu.digitalminutes.core.minutes.RectificationKind;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.proposal.Commitment;
import eu.digitalminutes.core.proposal.Effect;
import eu.digitalminutes.core.proposal.Opinion;
import eu.digitalminutes.core.proposal.OpinionKind;
import eu.digitalminutes.core.proposal.OpinionOutcome;
import eu.digitalminutes.core.proposal.Proposal;
import eu.digitalminutes.core.rules.LocalRules;
import eu.digitalminutes.core.rules.MinutesRule;
import eu.digitalminutes.core.rules.QuorumRule;
import eu.digitalminutes.core.rules.RecusalRule;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** For every finding that the catalogue knows there is a session that has it, one fact away from one that has none. */
class EveryFindingTest {
    private static final Map<String, Minutes> CASES = new TreeMap<>();

    private static TestCouncil council() {
        return new TestCouncil();
    }

    private static void say(String code, TestCouncil council) {
        say(code, council.minutes());
    }

    private static void say(String code, TestCouncil council, UnaryOperator<Meeting.Builder> change) {
        say(code, TestCouncil.minutes(council.meeting(change)));
    }

    private static void say(String code, Minutes minutes) {
        CASES.put(code, minutes);
    }

    private static Minutes under(TestCouncil council, LocalRules rules) {
        return TestCouncil.complete(
                Minutes.of(council.meeting(), rules).withRecording(TestCouncil.part("recording-1.mp4", 0, 120)));
    }

    private static Occurrence vote(VoteKind kind, VotingMethod method) {
        return new Voting.VoteOpened("v1", "item-1", kind, method, "");
    }

    static {
        head();
        convocation();
        timeline();
        quorumAndVotes();
        ballots();
        opinions();
        recusals();
        remote();
        recording();
        annexes();
        lineage();
    }

    private static void head() {
        Meeting whole = council().meeting();
        say(
                "PLACE_MISSING",
                TestCouncil.minutes(Meeting.of(whole.municipality(), whole.organ(), 2026, 7, TestCouncil.START, " ")
                        .seats(whole.seats())
                        .agenda(whole.agenda())
                        .events(whole.events())
                        .build()));
        say("MEETING_NOT_OPENED", council().without(Conduct.Opened.class));
        say("MEETING_NOT_CLOSED", council().without(Conduct.Closed.class));
        say("SAME_PRESIDENT_AND_SECRETARY", council().replace(Conduct.Opened.class, new Conduct.Opened("c1", "c1")));
        say(
                "PRESIDENT_MAY_NOT_PRESIDE",
                council().replace(Conduct.Opened.class, new Conduct.Opened("secretary", "c2")));
        say("PRESIDENT_ABSENT", council().absent("c1"));
        say("SECRETARY_ABSENT", council().absent("secretary"));
        say("CHAIR_EMPTY", council().at(45, new Attending.Left("c1", "")));
        say("SECRETARY_AWAY", council().at(45, new Attending.Left("secretary", "")));
        Seat late = Seat.member("c9", new Person("Nome", "Nove", ""), SeatRole.COUNCILLOR, "");
        say(
                "SEAT_OUT_OF_TERM",
                council().at(8, TestCouncil.joined("c9")),
                builder -> builder.seat(late.during(Term.open().to(LocalDate.of(2026, 1, 1)))));
        say("TOO_MANY_MEMBERS", council(), builder -> builder.seat(late));
        Organ gone = new Organ(
                whole.organ().kind(), whole.organ().name(), 6, Term.open().to(LocalDate.of(2026, 1, 1)));
        say(
                "ORGAN_OUT_OF_TERM",
                TestCouncil.minutes(Meeting.of(whole.municipality(), gone, 2026, 7, TestCouncil.START, "Aula")
                        .seats(whole.seats())
                        .agenda(whole.agenda())
                        .events(whole.events())
                        .build()));
    }

    private static void convocation() {
        Convocation ok = TestCouncil.convocation();
        Meeting whole = council().meeting();
        say(
                "NOTICE_UNKNOWN",
                TestCouncil.minutes(Meeting.of(whole.municipality(), whole.organ(), 2026, 7, TestCouncil.START, "Aula")
                        .seats(whole.seats())
                        .agenda(whole.agenda())
                        .events(whole.events())
                        .build()));
        Convocation late = Convocation.sent(TestCouncil.START.minusDays(2));
        Convocation unproven = Convocation.sent(TestCouncil.START.minusDays(9));
        for (int i = 1; i <= 6; i++) {
            late = late.withDelivery(new Delivery("c" + i, Channel.EMAIL, TestCouncil.START.minusDays(2), "ricevuta"));
            unproven = unproven.withDelivery(new Delivery("c" + i, Channel.EMAIL, TestCouncil.START.minusDays(9), ""));
        }
        Convocation two = late;
        Convocation three = unproven;
        say("NOTICE_LATE", council(), builder -> builder.convocation(two));
        say("NOTICE_UNPROVEN", council(), builder -> builder.convocation(three));
        say("NOTICE_MISSING", council(), builder -> builder.convocation(Convocation.sent(ok.sentAt())));
        LocalRules rules = LocalRules.ordinaryCouncil();
        LocalRules deposit = rules.toBuilder()
                .convocation(rules.convocation().toBuilder().documentHours(72).build())
                .build();
        say(
                "PAPERS_LATE",
                TestCouncil.complete(Minutes.of(
                        council()
                                .meeting(
                                        builder -> builder.convocation(ok.papersFrom(TestCouncil.START.minusHours(1)))),
                        deposit)));
        say(
                "REQUESTED_LATE",
                council(),
                builder -> builder.convocation(ok.requestedAt(TestCouncil.START.minusDays(40))));
        AgendaItem item =
                AgendaItem.of("item-9", "9", "Aggiunto", Publicity.PUBLIC).withKind(ItemKind.MOTION);
        TestCouncil voted = council()
                .at(70, new Business.ItemOpened("item-9"))
                .at(71, new Voting.VoteOpened("v9", "item-9", VoteKind.MAIN, VotingMethod.ROLL_CALL, ""))
                .at(72, TestCouncil.closed("v9", 5, 0, 0))
                .at(73, new Voting.Proclaimed("v9", Outcome.APPROVED))
                .at(69, new Attending.Left("c6", ""));
        say(
                "ADDED_ITEM_LATE",
                voted,
                builder -> builder.agenda(List.of(item.addedByNotice(TestCouncil.START.minusHours(3)))));
        say("ITEM_OUTSIDE_AGENDA", voted, builder -> builder.agenda(List.of(item.outsideAgenda())));
    }

    private static void timeline() {
        say("EVENT_OUT_OF_ORDER", council().append(99, new Business.Noted("tardi")));
        say(
                "BUSINESS_OUTSIDE_MEETING",
                council().at(35, new Conduct.Suspended("")).at(55, new Conduct.Resumed()));
        say("STATE_IMPOSSIBLE", council().at(35, new Conduct.Resumed()));
        say(
                "LATE_ENTRY",
                council(),
                builder -> builder.events(
                        List.of(SessionEvent.of(TestCouncil.START.plusSeconds(65), new Business.Noted("brusio"))
                                .enteredAt(TestCouncil.START.plusSeconds(100)))));
        Meeting chained = EventChain.chain(council().meeting());
        LogHead head = chained.logHead().orElseThrow();
        List<SessionEvent> unlinked = new ArrayList<>(chained.events());
        unlinked.set(3, SessionEvent.of(unlinked.get(3).at(), unlinked.get(3).what()));
        say("EVENT_CHAIN_NOT_CHAINED", TestCouncil.minutes(chained.withLog(unlinked, head)));
        List<SessionEvent> relinked = new ArrayList<>(chained.events());
        relinked.set(3, relinked.get(3).after(new Digest(TestCouncil.DIGEST)));
        say("EVENT_CHAIN_CHANGED", TestCouncil.minutes(chained.withLog(relinked, head)));
        List<SessionEvent> beheaded = new ArrayList<>(chained.events());
        beheaded.remove(0);
        say("EVENT_CHAIN_BEGINNING", TestCouncil.minutes(chained.withLog(beheaded, head)));
        List<SessionEvent> gap = new ArrayList<>(chained.events());
        gap.remove(3);
        say("EVENT_CHAIN_SUCCESSION", TestCouncil.minutes(chained.withLog(gap, head)));
        List<SessionEvent> cut = new ArrayList<>(chained.events());
        cut.remove(cut.size() - 1);
        say("EVENT_CHAIN_END", TestCouncil.minutes(chained.withLog(cut, head)));
    }

    private static void quorumAndVotes() {
        say("QUORUM_MISSING", council().absent("c2").absent("c3").absent("c4").absent("c5"));
        say("QUORUM_NOT_VERIFIED", council().at(65, new Conduct.QuorumChallenged("c2")));
        say("VOTE_NOT_COUNTED", council().without(Voting.VoteClosed.class));
        say("VOTE_NOT_PROCLAIMED", council().without(Voting.Proclaimed.class));
        say(
                "TALLY_INCOHERENT",
                council().replace(Voting.VoteClosed.class, new Voting.VoteClosed("v1", Tally.of(5, 0, 0), Map.of())));
        say("OUTCOME_WRONG", council().replace(Voting.Proclaimed.class, new Voting.Proclaimed("v1", Outcome.REJECTED)));
        TestCouncil immediate = council()
                .at(61, new Voting.VoteOpened("v2", "item-1", VoteKind.IMMEDIATE_EXECUTION, VotingMethod.ROLL_CALL, ""))
                .at(62, TestCouncil.closed("v2", 3, 0, 3))
                .at(63, new Voting.Proclaimed("v2", Outcome.APPROVED));
        say("IMMEDIATE_EXECUTION_SHORT", immediate);
        say(
                "IMMEDIATE_WITHOUT_APPROVAL",
                council().replace(Voting.VoteOpened.class, vote(VoteKind.IMMEDIATE_EXECUTION, VotingMethod.ROLL_CALL)));
        TestCouncil election = council()
                .at(29, new Voting.ScrutineersNamed(List.of("c2", "c3", "c4")))
                .replace(Voting.VoteOpened.class, vote(VoteKind.ELECTION, VotingMethod.SECRET_BALLOT))
                .replace(
                        Voting.VoteClosed.class,
                        new Voting.VoteClosed("v1", Tally.of(6, 0, 0), Map.of(), Map.of("Rossi", 4, "Verdi", 2)));
        say(
                "ELECTION_WRONG",
                election.replace(
                        Voting.Proclaimed.class, new Voting.Proclaimed("v1", Outcome.APPROVED, List.of("Verdi"))));
        say(
                "ELECTED_WITHOUT_VOTES",
                council()
                        .at(29, new Voting.ScrutineersNamed(List.of("c2", "c3", "c4")))
                        .replace(Voting.VoteOpened.class, vote(VoteKind.ELECTION, VotingMethod.SECRET_BALLOT))
                        .replace(
                                Voting.VoteClosed.class,
                                new Voting.VoteClosed("v1", Tally.of(6, 0, 0), Map.of(), Map.of("Rossi", 6)))
                        .replace(
                                Voting.Proclaimed.class,
                                new Voting.Proclaimed("v1", Outcome.APPROVED, List.of("Neri"))));
        say(
                "ELECTION_INCOHERENT",
                council()
                        .replace(Voting.VoteOpened.class, vote(VoteKind.ELECTION, VotingMethod.SECRET_BALLOT))
                        .replace(
                                Voting.VoteClosed.class,
                                new Voting.VoteClosed(
                                        "v1", Tally.of(6, 0, 0), Map.of(), Map.of("Rossi", 9, "Verdi", 8))));
        say(
                "SCRUTINEERS_MISSING",
                council()
                        .replace(Voting.VoteOpened.class, vote(VoteKind.MAIN, VotingMethod.SECRET_BALLOT))
                        .replace(Voting.VoteClosed.class, new Voting.VoteClosed("v1", Tally.of(6, 0, 0), Map.of())));
        say(
                "APPOINTMENT_IN_OPEN_VOTE",
                council()
                        .at(70, new Business.ItemOpened("item-9"))
                        .at(71, new Voting.VoteOpened("v9", "item-9", VoteKind.MAIN, VotingMethod.ROLL_CALL, ""))
                        .at(72, TestCouncil.closed("v9", 6, 0, 0))
                        .at(73, new Voting.Proclaimed("v9", Outcome.APPROVED)),
                builder -> builder.agenda(List.of(
                        AgendaItem.of("item-9", "9", "Nomina", Publicity.PUBLIC).withKind(ItemKind.APPOINTMENT))));
    }

    private static void ballots() {
        say(
                "BALLOTS_INCOHERENT",
                council()
                        .replace(
                                Voting.VoteClosed.class,
                                new Voting.VoteClosed(
                                        "v1", Tally.of(6, 0, 0), Map.of("c1", Choice.NO, "c2", Choice.YES))));
        say(
                "NAMES_MISSING",
                council().replace(Voting.VoteClosed.class, new Voting.VoteClosed("v1", Tally.of(4, 2, 0), Map.of())));
        say(
                "VOTER_NO_MEMBER",
                council()
                        .replace(
                                Voting.VoteClosed.class,
                                new Voting.VoteClosed("v1", Tally.of(6, 0, 0), Map.of("secretary", Choice.YES))));
        say("VOTER_ABSENT", council().at(45, new Attending.Left("c6", "")));
        say(
                "VOTER_NOT_THROUGHOUT",
                council().at(42, new Attending.Left("c6", "")).at(44, TestCouncil.joined("c6")));
    }

    private static TestCouncil secondItemVoted() {
        return council()
                .at(70, new Business.ItemOpened("item-9"))
                .at(75, new Voting.VoteOpened("v9", "item-9", VoteKind.MAIN, VotingMethod.ROLL_CALL, ""))
                .at(76, TestCouncil.closed("v9", 6, 0, 0))
                .at(77, new Voting.Proclaimed("v9", Outcome.APPROVED));
    }

    private static UnaryOperator<Meeting.Builder> item(Proposal proposal) {
        return builder -> builder.agenda(List.of(
                AgendaItem.of("item-9", "9", "Proposta", Publicity.PUBLIC).withProposal(proposal)));
    }

    private static void opinions() {
        say(
                "OPINIONS_UNKNOWN",
                secondItemVoted(),
                builder -> builder.agenda(List.of(AgendaItem.of("item-9", "9", "Proposta", Publicity.PUBLIC))));
        say("OPINION_MISSING", secondItemVoted(), item(Proposal.of("9", "Giunta")));
        say(
                "COVERAGE_VISA_MISSING",
                secondItemVoted(),
                item(Proposal.of("9", "Giunta")
                        .withOpinion(TestCouncil.opinion(OpinionKind.TECHNICAL))
                        .withOpinion(TestCouncil.opinion(OpinionKind.ACCOUNTING))
                        .withCommitment(new Commitment(2026, "10", BigDecimal.TEN, "", "Dirigente", ""))));
        say(
                "OPINION_DEPARTED_FROM",
                secondItemVoted(),
                item(Proposal.of("9", "Giunta")
                        .withEffect(Effect.NONE)
                        .withOpinion(new Opinion(
                                OpinionKind.TECHNICAL,
                                OpinionOutcome.UNFAVOURABLE,
                                "Neri",
                                LocalDate.of(2026, 3, 2),
                                "manca il progetto"))));
    }

    private static void recusals() {
        say("RECUSED_VOTED", council().at(33, new Attending.Recused("c3", "item-1")));
        say(
                "RECUSED_SPOKE",
                council().at(33, new Attending.Recused("c3", "item-1")).at(34, new Business.Spoke("c3", "Interviene")));
        LocalRules rules = LocalRules.ordinaryCouncil();
        say(
                "RECUSED_STAYED",
                under(
                        council().at(33, new Attending.Recused("c3", "item-1")),
                        rules.toBuilder()
                                .recusal(rules.recusal().toBuilder()
                                        .room(RecusalRule.Room.MUST_LEAVE)
                                        .build())
                                .build()));
    }

    private static void remote() {
        TestCouncil one = council().absent("c6").at(5, new Attending.Joined("c6", AttendanceMode.REMOTE, ""));
        say("REMOTE_NOT_IDENTIFIED", one);
        say("REMOTE_WITHOUT_REGULATION", one);
        say("REMOTE_NOT_CONVENED", one);
        say("REMOTE_WITHOUT_BROADCAST", one, builder -> builder.mode(SessionMode.MIXED));
        say("PLATFORM_LOG_MISSING", one);
        say(
                "SECRET_BALLOT_REMOTE",
                council()
                        .absent("c6")
                        .at(5, new Attending.Joined("c6", AttendanceMode.REMOTE, "video"))
                        .replace(Voting.VoteOpened.class, vote(VoteKind.MAIN, VotingMethod.SECRET_BALLOT))
                        .replace(Voting.VoteClosed.class, new Voting.VoteClosed("v1", Tally.of(6, 0, 0), Map.of())));
    }

    private static Minutes recorded(TestCouncil council, int... spans) {
        Minutes minutes = Minutes.of(council.meeting(), LocalRules.ordinaryCouncil());
        for (int i = 0; i < spans.length; i += 2) {
            minutes = minutes.withRecording(
                    TestCouncil.part("recording-" + (1 + i / 2) + ".mp4", spans[i], spans[i + 1]));
        }
        return TestCouncil.complete(minutes);
    }

    private static void recording() {
        say("NO_RECORDING", recorded(council()));
        say("INDEX_OUTSIDE_RECORDING", recorded(council(), 0, 45));
        say("RECORDING_GAP", recorded(council(), 0, 65, 80, 40));
        say(
                "EVENT_IN_DECLARED_GAP",
                recorded(council(), 0, 45)
                        .withGap(new RecordingGap(
                                TestCouncil.START.plusSeconds(45),
                                TestCouncil.START.plusSeconds(120),
                                GapCause.FAILURE,
                                "guasto")));
        TestCouncil secret = council().at(70, new Conduct.WentSecret("")).at(80, new Conduct.WentPublic());
        say("SECRET_PART_RECORDED", recorded(secret, 0, 120));
        LocalRules rules = LocalRules.ordinaryCouncil();
        LocalRules apart = rules.toBuilder()
                .minutes(rules.minutes().toBuilder()
                        .closedPart(MinutesRule.ClosedPart.RECORDED_APART)
                        .build())
                .build();
        say("SECRET_PART_MIXED", under(secret, apart));
        say("FILMING_NOT_ANNOUNCED", council().without(Filming.FilmingAnnounced.class));
    }

    private static void annexes() {
        say("ANNEX_MISSING", council().at(65, new Business.Filed("c2", "nota.pdf")));
        say("RECORDING_PART_UNKNOWN", council().at(9, new Filming.RecordingStarted("recording-9.mp4")));
    }

    private static void lineage() {
        Minutes whole = council().minutes();
        say("NOT_REGISTERED", whole.withLineage(Lineage.first()));
        say("NOT_APPROVED", whole.withLineage(Lineage.first()));
        say(
                "APPROVED_BEFORE_MEETING",
                whole.withLineage(whole.lineage().approved(new Approval("x", "v1", LocalDate.of(2026, 1, 1)))));
        say("VERSION_WITHOUT_PREVIOUS", whole.withLineage(whole.lineage().withVersion(2)));
        Rectification open =
                new Rectification(RectificationKind.RECTIFICATION, new Digest(TestCouncil.DIGEST), "", "refuso");
        say("RECTIFICATION_UNDECIDED", whole.withLineage(Lineage.rectifying(2, open)));
        say("RECTIFICATION_WITHOUT_VERSION", whole.withLineage(Lineage.rectifying(1, open)));
    }

    private static Stream<String> catalogue() throws IOException {
        Properties texts = new Properties();
        try (var in = RuleFindings.class.getResourceAsStream("findings_en.properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts.stringPropertyNames().stream().sorted();
    }

    @Test
    void everyFindingOfTheCatalogueHasACase() throws IOException {
        assertEquals(new TreeSet<>(catalogue().toList()), new TreeSet<>(CASES.keySet()));
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void theCaseHasItsFindingInBothLanguagesWithItsBasis(String code) {
        List<Finding> findings = MinutesChecker.check(CASES.get(code)).findings();
        Finding finding = findings.stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError(code + " is not among " + findings));
        for (String sentence :
                List.of(finding.message().italian(), finding.message().english())) {
            assertFalse(sentence.isBlank());
            assertFalse(sentence.contains("{"), sentence);
            assertFalse(sentence.contains("''"), sentence);
        }
        assertFalse(finding.basis().isBlank());
    }

    @Test
    void whereTheQuorumIsPresumedOnlyACountThatWasAskedForDecides() {
        TestCouncil few = council().absent("c2").absent("c3").absent("c4").absent("c5");
        LocalRules rules = LocalRules.ordinaryCouncil();
        LocalRules presumed = rules.toBuilder()
                .firstCall(rules.firstCall().toBuilder()
                        .verification(QuorumRule.Verification.ON_REQUEST)
                        .build())
                .build();
        List<String> codes =
                MinutesChecker.check(under(few.without(Conduct.QuorumVerified.class), presumed)).findings().stream()
                        .map(Finding::code)
                        .toList();
        assertFalse(codes.contains("QUORUM_MISSING"), codes.toString());
        List<String> counted =
                MinutesChecker.check(under(few.at(20, new Conduct.QuorumVerified()), presumed)).findings().stream()
                        .map(Finding::code)
                        .toList();
        assertTrue(counted.contains("QUORUM_MISSING"), counted.toString());
    }

    @Test
    void aLateNoticeIsCuredByComing() {
        Convocation late = Convocation.sent(TestCouncil.START.minusDays(2))
                .withDelivery(new Delivery("c2", Channel.EMAIL, TestCouncil.START.minusDays(2), "ricevuta"));
        for (boolean came : new boolean[] {true, false}) {
            TestCouncil council = came ? council() : council().absent("c2");
            Minutes minutes = TestCouncil.minutes(council.meeting(builder -> builder.convocation(late)));
            Finding finding = MinutesChecker.check(minutes).findings().stream()
                    .filter(one -> one.code().equals("NOTICE_LATE"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(came ? "WARN" : "FAIL", finding.severity().name());
        }
    }
}
