// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.stories;

import eu.digitalminutes.core.MinutesChecker;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.content.RecordingPart;
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
import eu.digitalminutes.core.exchange.EventChain;
import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.exchange.RulesJson;
import eu.digitalminutes.core.meeting.AdministrativeArea;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.Channel;
import eu.digitalminutes.core.meeting.Convocation;
import eu.digitalminutes.core.meeting.Delivery;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Municipality;
import eu.digitalminutes.core.meeting.Organ;
import eu.digitalminutes.core.meeting.OrganKind;
import eu.digitalminutes.core.meeting.Person;
import eu.digitalminutes.core.meeting.Publicity;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.meeting.SeatRole;
import eu.digitalminutes.core.meeting.Term;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.proposal.Effect;
import eu.digitalminutes.core.proposal.Opinion;
import eu.digitalminutes.core.proposal.OpinionKind;
import eu.digitalminutes.core.proposal.OpinionOutcome;
import eu.digitalminutes.core.proposal.Proposal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** From the tables of a vendor's own database to checked and chained minutes. */
public final class FromYourTables {
    private FromYourTables() {}

    /**
     * Makes the minutes of one meeting and prints what is wrong with them.
     *
     * @param arguments the folder with {@code members.csv}, {@code agenda.csv}, {@code events.csv},
     *     {@code ballots.csv}, {@code rules.json} and {@code recording.mp4}; {@code minutes.json} is written there
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        System.out.println(run(Path.of(arguments[0])));
    }

    static Report run(Path folder) throws IOException {
        // region head
        AdministrativeArea area = new AdministrativeArea("AOO unica", "A000001");
        Municipality municipality = new Municipality(
                "Comune di Valfiorita", "c_z998", "00000000000", "protocollo@pec.valfiorita.example", area);
        Organ council = new Organ(OrganKind.COUNCIL, "Consiglio comunale", 4);
        OffsetDateTime start = OffsetDateTime.parse("2026-03-12T18:00:00+01:00");
        Meeting.Builder meeting = Meeting.of(municipality, council, 2026, 7, start, "Aula consiliare");

        Convocation notice = Convocation.sent(start.minusDays(9)).papersFrom(start.minusDays(9));
        for (String[] row : rows(folder, "members.csv")) {
            Person person = new Person(row[1], row[2], row[3]);
            SeatRole role = SeatRole.ofCode(row[4]).orElseThrow();
            if (role == SeatRole.SECRETARY) {
                meeting.seat(Seat.attendant(row[0], person, role));
            } else {
                meeting.seat(Seat.member(row[0], person, role, row[5])
                        .during(Term.open().from(LocalDate.parse(row[6]))));
                notice = notice.withDelivery(
                        new Delivery(row[0], Channel.CERTIFIED_MAIL, OffsetDateTime.parse(row[7]), row[8]));
            }
        }
        meeting.convocation(notice);
        // endregion head
        // region agenda
        for (String[] row : rows(folder, "agenda.csv")) {
            LocalDate day = LocalDate.parse(row[6]);
            Proposal proposal = Proposal.of(row[2], row[3])
                    .withEffect(Effect.DIRECT)
                    .withOpinion(new Opinion(OpinionKind.TECHNICAL, OpinionOutcome.FAVOURABLE, row[4], day, ""))
                    .withOpinion(new Opinion(OpinionKind.ACCOUNTING, OpinionOutcome.FAVOURABLE, row[5], day, ""));
            meeting.agenda(List.of(AgendaItem.of("item-" + row[0], row[0], row[1], Publicity.PUBLIC)
                    .withRapporteur(row[3])
                    .withProposal(proposal)));
        }
        // endregion agenda
        // region events
        List<String[]> ballots = rows(folder, "ballots.csv");
        for (String[] row : rows(folder, "events.csv")) {
            meeting.event(OffsetDateTime.parse(row[0]), occurrence(row, ballots));
        }
        // endregion events
        // region minutes
        Path recording = folder.resolve("recording.mp4");
        Minutes minutes = Minutes.of(EventChain.chain(meeting.build()), RulesJson.read(folder.resolve("rules.json")))
                .withRecording(RecordingPart.of(
                        "recording-1.mp4",
                        "video/mp4",
                        Fingerprinter.fingerprint(recording),
                        start,
                        Duration.ofMinutes(30)));
        Report report = MinutesChecker.check(minutes);
        MinutesJson.write(minutes, folder.resolve("minutes.json"));
        return report;
        // endregion minutes
    }

    // region occurrence
    private static Occurrence occurrence(String[] row, List<String[]> ballots) {
        return switch (row[1]) {
            case "in" -> Attending.Joined.inPerson(row[2]);
            case "out" -> new Attending.Left(row[2], "");
            case "open" -> new Conduct.Opened(row[2], row[3]);
            case "filming" -> new Filming.FilmingAnnounced("");
            case "roll-call" -> new Conduct.QuorumVerified();
            case "item" -> new Business.ItemOpened("item-" + row[2]);
            case "speech" -> new Business.Spoke(row[2], row[3]);
            case "vote" -> new Voting.VoteOpened(row[2], "item-" + row[3], VoteKind.MAIN, VotingMethod.ELECTRONIC, "");
            case "count" -> count(row[2], ballots);
            case "outcome" ->
                new Voting.Proclaimed(row[2], Outcome.ofCode(row[3]).orElseThrow());
            case "close" -> new Conduct.Closed();
            default -> throw new IllegalArgumentException("no event " + row[1]);
        };
    }

    private static Voting.VoteClosed count(String vote, List<String[]> ballots) {
        Map<String, Choice> names = ballots.stream()
                .filter(row -> row[0].equals(vote))
                .collect(Collectors.toMap(
                        row -> row[1], row -> Choice.ofCode(row[2]).orElseThrow()));
        return new Voting.VoteClosed(vote, Tally.of(names), names);
    }
    // endregion occurrence

    private static List<String[]> rows(Path folder, String table) throws IOException {
        return Files.readAllLines(folder.resolve(table)).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }
}
