// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.event.AttendanceMode;
import eu.digitalminutes.core.event.Attending;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Choice;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.Filming;
import eu.digitalminutes.core.event.Occurrence;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.event.VotingMethod;
import eu.digitalminutes.core.meeting.AdministrativeArea;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Municipality;
import eu.digitalminutes.core.meeting.Organ;
import eu.digitalminutes.core.meeting.OrganKind;
import eu.digitalminutes.core.meeting.Person;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.meeting.SeatRole;
import eu.digitalminutes.core.minutes.AppliedSignature;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.minutes.SignatoryRole;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.rules.LocalRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The ten minutes of the council of Roccaverde sul Tevere, an invented town, as their recording tells them. */
public final class RoccaverdeSession {
    private static LocalRules cited(String source) {
        LocalRules rules = LocalRules.ordinaryCouncil();
        return rules.toBuilder()
                .firstCall(rules.firstCall().toBuilder().source(source).build())
                .build();
    }

    /** The name of the recording's only part. */
    public static final String PART = "recording-1.mp4";

    /** The digest of the recording of the shared data. */
    public static final Fingerprint RECORDING =
            new Fingerprint(new Digest("805ccbc70e73a294d6a788305f7a9fe0f41163849591c53e0a336fcc222282be"), 4767517L);

    /** When the recording begins. */
    public static final OffsetDateTime START = OffsetDateTime.parse("2026-03-12T18:05:00+01:00");

    private static final String MAIN = "";

    private RoccaverdeSession() {}

    /** The minutes with their recording. */
    public static Minutes minutes() {
        return withRecording(meeting().build());
    }

    /** Minutes of a variant of the meeting, with the recording. */
    public static Minutes withRecording(Meeting meeting) {
        return Minutes.of(meeting, cited("TUEL, art. 38(2); Regolamento del Consiglio, art. 24"))
                .withRecording(RecordingPart.of(PART, "video/mp4", RECORDING, START, Duration.ofSeconds(600)));
    }

    /** The minutes as signed by President and Secretary. */
    public static SignedMinutes signed(Minutes minutes) {
        return SignedMinutes.of(
                Path.of("minutes.asice"),
                minutes,
                List.of(),
                List.of(
                        AppliedSignature.of(
                                Optional.of(SignatoryRole.PRESIDENT),
                                "Anna Bianchi",
                                "LTA",
                                Instant.parse("2026-03-16T09:12:40Z"),
                                Optional.of(Instant.parse("2026-03-16T09:12:43Z"))),
                        AppliedSignature.of(
                                Optional.of(SignatoryRole.SECRETARY),
                                "Bruno Rinaldi",
                                "LTA",
                                Instant.parse("2026-03-16T10:01:05Z"),
                                Optional.of(Instant.parse("2026-03-16T10:01:07Z")))));
    }

    /** A file of the shared data; the test is skipped where they are absent. */
    public static Path shared(String file) {
        Path path = Path.of(System.getProperty("minutes.shared", "../../shared"))
                .resolve("media/session")
                .resolve(file);
        Assumptions.assumeTrue(Files.isReadable(path), () -> "the shared data are not here: no " + path);
        return path;
    }

    /** The meeting without its last word, for variants that add events of their own before building. */
    public static Meeting.Builder meeting() {
        Meeting.Builder meeting = head();
        opening(meeting);
        itemOne(meeting);
        itemTwo(meeting);
        suspension(meeting);
        itemThree(meeting);
        itemFour(meeting);
        return meeting.event(at(579.57), new Conduct.Closed());
    }

    /** The body, its seats and the agenda; nothing has happened yet. */
    public static Meeting.Builder head() {
        Municipality roccaverde = new Municipality(
                "Comune di Roccaverde sul Tevere",
                "c_z999",
                "01234567890",
                "protocollo@pec.comune.roccaverde.example",
                new AdministrativeArea("Affari generali", "AAGG"));
        return Meeting.of(
                        roccaverde,
                        new Organ(OrganKind.COUNCIL, "Consiglio comunale", 9),
                        2026,
                        4,
                        OffsetDateTime.parse("2026-03-12T18:00:00+01:00"),
                        "Sala consiliare, piazza del Municipio 1")
                .seat(Seat.member("marini", new Person("Paolo", "Marini", ""), SeatRole.MAYOR, ""))
                .seat(Seat.member(
                        "bianchi",
                        new Person("Anna", "Bianchi", "BNCNNA70A41H501X"),
                        SeatRole.COUNCIL_PRESIDENT,
                        "Roccaverde insieme"))
                .seat(councillor("conti", "Marco", "Conti", "Roccaverde insieme"))
                .seat(councillor("deluca", "Sara", "De Luca", "Roccaverde insieme"))
                .seat(councillor("esposito", "Paolo", "Esposito", "Roccaverde insieme"))
                .seat(councillor("ferri", "Giulia", "Ferri", "Roccaverde insieme"))
                .seat(councillor("gallo", "Luca", "Gallo", "Alternativa civica"))
                .seat(councillor("leone", "Elena", "Leone", "Alternativa civica"))
                .seat(councillor("moretti", "Carlo", "Moretti", "Alternativa civica"))
                .seat(councillor("romano", "Ilaria", "Romano", "Roccaverde insieme"))
                .seat(Seat.attendant("rinaldi", new Person("Bruno", "Rinaldi", "RNLBRN65B02F205Y"), SeatRole.SECRETARY))
                .seat(Seat.attendant("villa", new Person("Marta", "Villa", ""), SeatRole.BOARD_MEMBER))
                .item("1", "Approvazione verbali della seduta precedente")
                .item("2", "Bilancio di previsione: prima variazione")
                .item("3", "Regolamento per le riprese audiovisive delle sedute")
                .item("4", "Interrogazione sulla raccolta differenziata");
    }

    /** An instant by its place in the recording. */
    public static OffsetDateTime at(double seconds) {
        return START.plus(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    private static Seat councillor(String id, String given, String family, String group) {
        return Seat.member(id, new Person(given, family, ""), SeatRole.COUNCILLOR, group);
    }

    private static void opening(Meeting.Builder meeting) {
        meeting.event(START, new Filming.RecordingStarted(PART));
        meeting.event(at(14.807), new Conduct.Opened("bianchi", "rinaldi"));
        meeting.event(at(33.835), joined("rinaldi"));
        meeting.event(at(36), joined("villa"));
        meeting.event(at(37), new Attending.Excused("marini", "impegno istituzionale"));
        double[] answers = {39.898, 46.399, 53.022, 66.968, 73.501, 79.925, 88.538, 95.203};
        String[] present = {"bianchi", "conti", "deluca", "ferri", "gallo", "leone", "moretti", "romano"};
        for (int i = 0; i < present.length; i++) {
            if (i == 3) {
                meeting.event(at(59.534), new Attending.Excused("esposito", "motivi di lavoro"));
            }
            meeting.event(at(answers[i]), joined(present[i]));
        }
        meeting.event(at(109.144), new Conduct.QuorumVerified());
        meeting.event(at(115.157), new Business.Noted("Sono nominati scrutatori i consiglieri Conti, Ferri e Gallo."));
        meeting.event(
                at(123.737),
                new Business.Spoke(
                        "bianchi",
                        "Ricorda che la seduta è registrata e che la registrazione, sottoscritta digitalmente, è parte del verbale."));
    }

    private static void itemOne(Meeting.Builder meeting) {
        meeting.event(at(135.969), new Business.ItemOpened("item-1"));
        meeting.event(
                at(143.757),
                new Business.Spoke(
                        "bianchi",
                        "Pone in approvazione i verbali della seduta del 28 febbraio e chiede se vi siano osservazioni."));
        meeting.event(
                at(159.77), new Business.Spoke("deluca", "Nessuna osservazione da parte del gruppo di maggioranza."));
        vote(
                meeting,
                168.363,
                190.305,
                194.596,
                "v1",
                "item-1",
                VoteKind.MAIN,
                MAIN,
                Tally.of(7, 0, 1),
                Map.of("moretti", Choice.ABSTAINED));
    }

    private static void itemTwo(Meeting.Builder meeting) {
        meeting.event(at(200.877), new Business.ItemOpened("item-2"));
        meeting.event(
                at(221.317),
                new Business.Spoke(
                        "villa",
                        "Illustra la variazione, di 120.000 euro: manutenzione straordinaria della scuola primaria di via Garibaldi e rifacimento del marciapiede di via Roma.\n"
                                + "Pareri di regolarità tecnica e contabile favorevoli; parere favorevole del revisore dei conti in data 5 marzo."));
        meeting.event(
                at(263.71),
                new Business.Spoke(
                        "moretti",
                        "Dichiarazione di voto: il gruppo si asterrà, perché la documentazione è stata trasmessa soltanto tre giorni fa e non vi è stato il tempo di approfondirla."));
        vote(
                meeting,
                286.212,
                306.353,
                310.644,
                "v2",
                "item-2",
                VoteKind.MAIN,
                MAIN,
                Tally.of(5, 1, 2),
                Map.of("leone", Choice.NO, "moretti", Choice.ABSTAINED, "gallo", Choice.ABSTAINED));
        vote(
                meeting,
                316.933,
                337.199,
                341.49,
                "v3",
                "item-2",
                VoteKind.IMMEDIATE_EXECUTION,
                MAIN,
                Tally.of(6, 1, 1),
                Map.of("leone", Choice.NO, "moretti", Choice.ABSTAINED));
    }

    private static void suspension(Meeting.Builder meeting) {
        meeting.event(at(347.779), new Conduct.Suspended("richiesta dei capigruppo, per dieci minuti."));
        meeting.event(at(354), new Attending.Left("romano", ""));
        meeting.event(at(356.725), new Conduct.Resumed());
        meeting.event(at(386.019), new Conduct.QuorumVerified());
    }

    private static void itemThree(Meeting.Builder meeting) {
        meeting.event(at(392.014), new Business.ItemOpened("item-3"));
        meeting.event(
                at(407.53),
                new Business.Spoke(
                        "ferri",
                        "Illustra il testo: diffusione delle riprese sul sito istituzionale, tutela dei dati personali, sottoscrizione digitale della registrazione da parte del Presidente e del Segretario; gli interventi riguardanti persone sono omessi dalla versione pubblicata."));
        meeting.event(
                at(436.68),
                new Business.Spoke(
                        "conti",
                        "Propone un emendamento all'articolo 7: la registrazione resta pubblicata per cinque anni anziché per due."));
        vote(
                meeting,
                449.004,
                457.648,
                461.94,
                "v4",
                "item-3",
                VoteKind.AMENDMENT,
                "Emendamento Conti all'articolo 7: pubblicazione per cinque anni anziché per due.",
                Tally.of(7, 0, 0),
                Map.of());
        vote(
                meeting,
                469.152,
                490.334,
                494.625,
                "v5",
                "item-3",
                VoteKind.MAIN,
                "Proposta come emendata.",
                Tally.of(7, 0, 0),
                Map.of());
    }

    private static void itemFour(Meeting.Builder meeting) {
        meeting.event(at(501.691), new Business.ItemOpened("item-4"));
        meeting.event(
                at(519.449),
                new Business.Spoke(
                        "gallo",
                        "Da tre settimane i cittadini di Pontevecchio segnalano il mancato ritiro della frazione organica; chiede quali provvedimenti si intendano adottare nei confronti del gestore."));
        meeting.event(
                at(547.96),
                new Business.Spoke(
                        "villa",
                        "Il gestore è stato diffidato il 1° marzo, il servizio è ripreso regolarmente da lunedì scorso, sono state applicate le penali previste dal contratto."));
        meeting.event(at(572.262), new Business.Spoke("gallo", "Si dichiara parzialmente soddisfatto."));
    }

    private static Occurrence joined(String seat) {
        return new Attending.Joined(seat, AttendanceMode.IN_PERSON, "");
    }

    private static void vote(
            Meeting.Builder meeting,
            double opened,
            double closed,
            double proclaimed,
            String id,
            String item,
            VoteKind kind,
            String subject,
            Tally tally,
            Map<String, Choice> ballots) {
        meeting.event(at(opened), new Voting.VoteOpened(id, item, kind, VotingMethod.SHOW_OF_HANDS, subject));
        meeting.event(at(closed), new Voting.VoteClosed(id, tally, ballots));
        meeting.event(at(proclaimed), new Voting.Proclaimed(id, Outcome.APPROVED));
    }
}
