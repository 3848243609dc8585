// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.event.AttendanceMode;
import eu.digitalminutes.core.event.Attending;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Choice;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.EventSource;
import eu.digitalminutes.core.event.Filming;
import eu.digitalminutes.core.event.Identification;
import eu.digitalminutes.core.event.Occurrence;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.event.SpeechKind;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.event.VotingMethod;
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
import eu.digitalminutes.core.minutes.Annex;
import eu.digitalminutes.core.minutes.AnnexKind;
import eu.digitalminutes.core.minutes.GapCause;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.minutes.RecordingGap;
import eu.digitalminutes.core.proposal.Commitment;
import eu.digitalminutes.core.proposal.OpinionKind;
import eu.digitalminutes.core.proposal.Proposal;
import eu.digitalminutes.core.redaction.PublicView;
import eu.digitalminutes.core.rules.LocalRules;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A long evening of an invented council: mixed mode, a suspension, an amendment, immediate execution, an annulled vote,
 * an election by secret ballot, a secret point, a late entry, a substitution, two parts of the recording.
 *
 * <p>What no public form may tell begins with {@link #CANARY}.
 */
public final class RichCouncil {
    /** Begins every word that the public must never see. */
    public static final String CANARY = "canarino";

    public static final OffsetDateTime START = OffsetDateTime.parse("2026-05-14T18:00:00+02:00");
    public static final String SECRET_TITLE = "Punto in seduta segreta";

    private RichCouncil() {}

    public static PublicView view() {
        return PublicView.of(minutes(), SECRET_TITLE);
    }

    public static Minutes minutes() {
        return TestCouncil.complete(Minutes.of(meeting(), LocalRules.ordinaryCouncil()))
                .withRecording(part("recording-1.mp4", 2, 24))
                .withRecording(part("recording-2.mp4", 36, 35))
                .withGap(gap())
                .withAnnex(new Annex(
                        CANARY + "-annex.pdf",
                        AnnexKind.PAPER,
                        CANARY + " perizia",
                        "application/pdf",
                        new Fingerprint(new Digest(TestCouncil.DIGEST), 7)));
    }

    public static Meeting meeting() {
        Meeting.Builder builder = Meeting.of(
                        new Municipality(
                                "Comune di Valfiorita",
                                "c_z998",
                                "00000000000",
                                "protocollo@pec.example",
                                new AdministrativeArea("AOO", "A1")),
                        new Organ(OrganKind.COUNCIL, "Consiglio comunale", 6),
                        2026,
                        9,
                        START,
                        "Aula consiliare & sala \"B\" <piano 1>")
                .mode(SessionMode.MIXED)
                .remoteRegulation("Delibera C.C. n. 12 del 2022")
                .broadcast("https://www.comune.valfiorita.example/diretta")
                .agenda(agenda());
        seats().forEach(builder::seat);
        return builder.events(events()).build();
    }

    private static List<Seat> seats() {
        return List.of(
                seat("mayor", "Ada", "D'Alò", SeatRole.MAYOR, "Insieme"),
                seat("c1", "Laura", "Bianchi", SeatRole.COUNCIL_PRESIDENT, "Insieme"),
                seat("c2", "Marco", "Verdi", SeatRole.COUNCILLOR, "Insieme"),
                seat("c3", "Niccolò", "Ferri", SeatRole.COUNCILLOR, "Insieme"),
                seat("c4", "Sara", "Neri", SeatRole.COUNCILLOR, "=Valfiorita domani"),
                seat("c5", "Ugo", "Russo", SeatRole.COUNCILLOR, "=Valfiorita domani"),
                seat("c6", "Èva", "Köhl, \"detta\" Vö", SeatRole.COUNCILLOR, ""),
                Seat.attendant("secretary", new Person("Bruno", "Rinaldi", CANARY + "CF65B02"), SeatRole.SECRETARY),
                Seat.attendant("deputy", new Person("Iole", "Serra", ""), SeatRole.DEPUTY_SECRETARY),
                Seat.attendant("expert", new Person(CANARY, "Perito", ""), SeatRole.BOARD_MEMBER));
    }

    private static Seat seat(String id, String given, String family, SeatRole role, String group) {
        return Seat.member(id, new Person(given, family, CANARY + id), role, group)
                .knownAs(CANARY + "-" + id + "@comune.example");
    }

    private static List<AgendaItem> agenda() {
        return List.of(
                AgendaItem.of("minutes", "1", "Approvazione dei verbali", Publicity.PUBLIC)
                        .withKind(ItemKind.MINUTES_APPROVAL),
                AgendaItem.of("question", "2", "Interrogazione sul ponte", Publicity.PUBLIC)
                        .withKind(ItemKind.QUESTION),
                AgendaItem.of("budget", "3", "Variazione di bilancio", Publicity.PUBLIC)
                        .withRapporteur("Assessore al bilancio")
                        .withProposal(Proposal.of("41/2026", "Assessore al bilancio")
                                .withOpinion(TestCouncil.opinion(OpinionKind.TECHNICAL))
                                .withOpinion(TestCouncil.opinion(OpinionKind.ACCOUNTING))
                                .withCommitment(new Commitment(
                                        2026,
                                        "1020.3",
                                        new BigDecimal("1250.50"),
                                        CANARY + " creditore",
                                        "Carla Neri",
                                        "512/2026"))),
                AgendaItem.of("election", "4", "Elezione dei revisori", Publicity.PUBLIC)
                        .withKind(ItemKind.APPOINTMENT),
                AgendaItem.of(CANARY, "5", CANARY + " salute di un dipendente", Publicity.SECRET),
                AgendaItem.of("motion", "6", "Mozione sul verde", Publicity.PUBLIC)
                        .withKind(ItemKind.MOTION));
    }

    private static SessionEvent at(int minute, Occurrence what) {
        return SessionEvent.of(START.plusMinutes(minute), what).from(EventSource.operator(CANARY + " al banco"));
    }

    private static Occurrence joined(String seat) {
        return new Attending.Joined(seat, AttendanceMode.IN_PERSON, "");
    }

    private static Map<String, Choice> all(Choice... choices) {
        Map<String, Choice> ballots = new HashMap<>();
        String[] seats = {"c1", "c2", "c3", "c4", "c5"};
        for (int i = 0; i < choices.length; i++) {
            ballots.put(seats[i], choices[i]);
        }
        return ballots;
    }

    private static List<SessionEvent> events() {
        Choice yes = Choice.YES;
        Choice no = Choice.NO;
        Choice out = Choice.ABSTAINED;
        return List.of(
                at(0, joined("c1")),
                at(0, joined("c2")),
                at(0, joined("c3")),
                at(0, new Attending.Joined("c4", AttendanceMode.REMOTE, CANARY + " carta d'identità")),
                at(0, joined("secretary")),
                at(0, joined("deputy")),
                at(1, new Attending.OnMission("mayor", CANARY + " a Roma")),
                at(1, new Attending.Excused("c6", CANARY + " malattia")),
                at(2, new Filming.RecordingStarted("recording-1.mp4")),
                at(3, new Conduct.Opened("c1", "secretary")),
                at(3, new Filming.FilmingAnnounced("avviso letto")),
                at(4, new Conduct.QuorumVerified()),
                at(5, new Business.Spoke("c1", "Comunica l'esito del bando.", SpeechKind.COMMUNICATION)),
                at(6, new Voting.ScrutineersNamed(List.of("c2", "c4"))),
                at(7, new Business.ItemOpened("minutes")),
                at(8, new Voting.VoteOpened("v1", "minutes", VoteKind.MAIN, VotingMethod.SHOW_OF_HANDS, "")),
                at(9, new Voting.VoteClosed("v1", Tally.of(3, 1, 0), all(yes, yes, yes, no))),
                at(9, new Voting.VoteAnnulled("v1", "conteggio errato")),
                at(10, new Voting.VoteOpened("v1bis", "minutes", VoteKind.MAIN, VotingMethod.SHOW_OF_HANDS, "")),
                at(11, new Voting.VoteClosed("v1bis", Tally.of(3, 0, 1), all(yes, yes, yes, out))),
                at(11, new Voting.Proclaimed("v1bis", Outcome.APPROVED)),
                at(12, new Business.ItemOpened("question")),
                at(13, new Business.Spoke("c4", "Chiede quando riapre il ponte.", SpeechKind.QUESTION)),
                at(15, new Business.Spoke("c1", "Risponde: a giugno.\nPoi il collaudo.", SpeechKind.ANSWER)),
                at(16, new Business.SpeechEnded("c1")),
                at(17, joined("c5")).enteredAt(START.plusMinutes(20)),
                at(18, new Business.ItemClosed("question")),
                at(20, new Business.ItemOpened("budget")),
                at(21, new Business.Spoke("c2", "Illustra la variazione & gli <allegati>.", SpeechKind.REPORT)),
                at(24, new Business.Spoke("c5", "Presenta un emendamento.")),
                at(25, new Business.Filed("c5", CANARY + "-annex.pdf")),
                at(26, new Conduct.Suspended("per l'esame dell'emendamento")),
                at(26, new Filming.RecordingStopped("recording-1.mp4", "sospensione")),
                at(36, new Filming.RecordingStarted("recording-2.mp4")),
                at(36, new Conduct.Resumed()),
                at(37, new Conduct.SecretaryTaken("deputy", "budget", CANARY + " visita")),
                at(38, new Attending.ConnectionLost("c4")),
                at(39, new Attending.ConnectionRegained("c4", Identification.noted(CANARY + " voce"))),
                at(40, new Voting.VoteOpened("v2", "budget", VoteKind.AMENDMENT, VotingMethod.ROLL_CALL, "Em. 1")),
                at(41, new Voting.VoteClosed("v2", Tally.of(2, 2, 1), all(yes, no, no, yes, out))),
                at(41, new Voting.Proclaimed("v2", Outcome.REJECTED)),
                at(42, new Business.Spoke("c3", "Voterà a favore.", SpeechKind.VOTE_DECLARATION)),
                at(43, new Voting.VoteOpened("v3", "budget", VoteKind.MAIN, VotingMethod.ELECTRONIC, "")),
                at(
                        44,
                        new Voting.VoteClosed(
                                "v3", new Tally(3, 1, 0, 1, 0, 0), all(yes, yes, yes, no, Choice.NOT_VOTING))),
                at(44, new Voting.Proclaimed("v3", Outcome.APPROVED)),
                at(
                        45,
                        new Voting.VoteOpened(
                                "v4", "budget", VoteKind.IMMEDIATE_EXECUTION, VotingMethod.SHOW_OF_HANDS, "")),
                at(46, new Voting.VoteClosed("v4", Tally.of(4, 0, 1), all(yes, yes, yes, out, yes))),
                at(46, new Voting.Proclaimed("v4", Outcome.APPROVED)),
                at(47, new Business.ItemOpened("election")),
                at(48, new Business.Spoke("c5", "Sul regolamento, art. 12.", SpeechKind.POINT_OF_ORDER)),
                at(
                        49,
                        new Voting.VoteOpened(
                                "v5", "election", VoteKind.ELECTION, VotingMethod.SECRET_BALLOT, "Revisori dei conti")),
                at(
                        52,
                        new Voting.VoteClosed(
                                "v5",
                                new Tally(3, 0, 0, 0, 1, 1),
                                Map.of(),
                                Map.of("Paola Gallo", 2, "Dario Testa", 1))),
                at(53, new Voting.Proclaimed("v5", Outcome.APPROVED, List.of("Paola Gallo"))),
                at(54, new Business.ItemOpened(CANARY)),
                at(54, new Conduct.WentSecret(CANARY + " dati sanitari")),
                at(55, new Attending.Joined("expert", AttendanceMode.IN_PERSON, "")),
                at(55, new Business.Spoke("c5", CANARY + " parla della diagnosi")),
                at(56, new Business.Noted(CANARY + " si commuove")),
                at(
                        57,
                        new Voting.VoteOpened(
                                "v6", CANARY, VoteKind.MAIN, VotingMethod.SECRET_BALLOT, CANARY + " contributo")),
                at(58, new Voting.VoteClosed("v6", Tally.of(4, 1, 0), Map.of())),
                at(58, new Voting.Proclaimed("v6", Outcome.APPROVED)),
                at(59, new Attending.Left("expert", CANARY + " fine perizia")),
                at(60, new Conduct.WentPublic()),
                at(61, new Business.ItemOpened("motion")),
                at(62, new Attending.Recused("c2", "motion")),
                at(62, new Attending.Left("c2", CANARY + " conflitto")),
                at(63, new Voting.VoteOpened("v7", "motion", VoteKind.PROCEDURAL, VotingMethod.ROLL_CALL, "Rinvio")),
                at(
                        64,
                        new Voting.VoteClosed(
                                "v7", Tally.of(3, 1, 0), Map.of("c1", yes, "c3", yes, "c4", yes, "c5", no))),
                at(64, new Voting.Proclaimed("v7", Outcome.APPROVED)),
                at(65, new Business.ItemPostponed("motion", "alla prossima seduta")),
                at(66, new Business.Noted("Applausi dal pubblico")),
                at(70, new Conduct.Closed()),
                at(71, new Filming.RecordingStopped("recording-2.mp4", "")));
    }

    private static RecordingPart part(String name, int from, int minutes) {
        return RecordingPart.of(
                        name,
                        "video/mp4",
                        new Fingerprint(new Digest(TestCouncil.DIGEST), 1_000),
                        START.plusMinutes(from),
                        Duration.ofMinutes(minutes))
                .withTree(new Digest("cd".repeat(32)));
    }

    /** The gap of the suspension. */
    public static RecordingGap gap() {
        return new RecordingGap(START.plusMinutes(26), START.plusMinutes(36), GapCause.SUSPENSION, CANARY + " motivo");
    }
}
