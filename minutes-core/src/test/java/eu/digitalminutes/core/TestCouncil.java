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
import eu.digitalminutes.core.event.Filming;
import eu.digitalminutes.core.event.Occurrence;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.event.VotingMethod;
import eu.digitalminutes.core.meeting.AdministrativeArea;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.Channel;
import eu.digitalminutes.core.meeting.Convocation;
import eu.digitalminutes.core.meeting.Delivery;
import eu.digitalminutes.core.meeting.ItemKind;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Municipality;
import eu.digitalminutes.core.meeting.Organ;
import eu.digitalminutes.core.meeting.OrganKind;
import eu.digitalminutes.core.meeting.Person;
import eu.digitalminutes.core.meeting.Publicity;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.meeting.SeatRole;
import eu.digitalminutes.core.minutes.Approval;
import eu.digitalminutes.core.minutes.Lineage;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.minutes.RegisterEntry;
import eu.digitalminutes.core.proposal.Effect;
import eu.digitalminutes.core.proposal.Opinion;
import eu.digitalminutes.core.proposal.OpinionKind;
import eu.digitalminutes.core.proposal.OpinionOutcome;
import eu.digitalminutes.core.proposal.Proposal;
import eu.digitalminutes.core.rules.LocalRules;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** An invented council of six, in which everything goes by the rules until a test bends one thing. */
public final class TestCouncil {
    public static final OffsetDateTime START = OffsetDateTime.parse("2026-03-12T18:00:00+01:00");
    public static final String DIGEST = "ab".repeat(32);

    private final List<Occurrence> events = new ArrayList<>();
    private final List<Integer> seconds = new ArrayList<>();

    /** Six councillors come, the meeting opens, one vote is approved, the meeting closes. */
    public TestCouncil() {
        for (int i = 1; i <= 6; i++) {
            at(i, joined("c" + i));
        }
        at(7, joined("secretary"));
        at(10, new Conduct.Opened("c1", "secretary"));
        at(11, new Filming.FilmingAnnounced(""));
        at(20, new Conduct.QuorumVerified());
        at(30, new Business.ItemOpened("item-1"));
        at(40, new Voting.VoteOpened("v1", "item-1", VoteKind.MAIN, VotingMethod.ROLL_CALL, ""));
        at(50, closed("v1", 6, 0, 0));
        at(60, new Voting.Proclaimed("v1", Outcome.APPROVED));
        at(100, new Conduct.Closed());
    }

    public static Occurrence joined(String seat) {
        return new Attending.Joined(seat, AttendanceMode.IN_PERSON, "");
    }

    /** A count whose names stand in the order of the seats: first those in favour. */
    public static Occurrence closed(String vote, int yes, int no, int abstained) {
        Map<String, Choice> ballots = new java.util.HashMap<>();
        for (int i = 1; i <= yes + no + abstained; i++) {
            ballots.put("c" + i, i <= yes ? Choice.YES : i <= yes + no ? Choice.NO : Choice.ABSTAINED);
        }
        return new Voting.VoteClosed(vote, Tally.of(yes, no, abstained), ballots);
    }

    public TestCouncil at(int second, Occurrence what) {
        int index = 0;
        while (index < seconds.size() && seconds.get(index) <= second) {
            index++;
        }
        return insert(index, second, what);
    }

    private TestCouncil insert(int index, int second, Occurrence what) {
        seconds.add(index, second);
        events.add(index, what);
        return this;
    }

    public TestCouncil append(int second, Occurrence what) {
        return insert(seconds.size(), second, what);
    }

    public TestCouncil without(Class<? extends Occurrence> kind) {
        return replace(kind, List.of());
    }

    public TestCouncil replace(Class<? extends Occurrence> kind, Occurrence by) {
        return replace(kind, List.of(by));
    }

    private TestCouncil replace(Class<? extends Occurrence> kind, List<Occurrence> by) {
        for (int i = events.size() - 1; i >= 0; i--) {
            if (kind.isInstance(events.get(i))) {
                events.remove(i);
                int second = seconds.remove(i);
                by.forEach(what -> at(second, what));
            }
        }
        return this;
    }

    public TestCouncil absent(String seat) {
        for (int i = events.size() - 1; i >= 0; i--) {
            if (events.get(i) instanceof Attending.Joined joined
                    && joined.seat().equals(seat)) {
                events.remove(i);
                seconds.remove(i);
            }
        }
        return this;
    }

    public Meeting meeting() {
        return meeting(UnaryOperator.identity());
    }

    public Meeting meeting(UnaryOperator<Meeting.Builder> change) {
        Meeting.Builder builder = Meeting.of(
                new Municipality(
                        "Comune di Valfiorita",
                        "c_z998",
                        "00000000000",
                        "protocollo@pec.example",
                        new AdministrativeArea("AOO", "A1")),
                new Organ(OrganKind.COUNCIL, "Consiglio comunale", 6),
                2026,
                7,
                START,
                "Aula consiliare");
        for (int i = 1; i <= 6; i++) {
            SeatRole role = i == 1 ? SeatRole.COUNCIL_PRESIDENT : SeatRole.COUNCILLOR;
            builder.seat(Seat.member("c" + i, new Person("Nome" + i, "Cognome" + i, ""), role, "Gruppo"));
        }
        builder.seat(
                Seat.attendant("secretary", new Person("Bruno", "Rinaldi", "RNLBRN65B02F205Y"), SeatRole.SECRETARY));
        builder.agenda(List.of(
                AgendaItem.of("item-1", "1", "Approvazione dei verbali", Publicity.PUBLIC)
                        .withKind(ItemKind.MINUTES_APPROVAL),
                AgendaItem.of("item-2", "2", "Variazione di bilancio", Publicity.PUBLIC)
                        .withProposal(Proposal.of("41/2026", "Assessore al bilancio")
                                .withOpinion(opinion(OpinionKind.TECHNICAL))
                                .withOpinion(opinion(OpinionKind.ACCOUNTING))
                                .withEffect(Effect.DIRECT))));
        builder.convocation(convocation());
        for (int i = 0; i < events.size(); i++) {
            builder.event(START.plusSeconds(seconds.get(i)), events.get(i));
        }
        return change.apply(builder).build();
    }

    public static Opinion opinion(OpinionKind kind) {
        return new Opinion(kind, OpinionOutcome.FAVOURABLE, "Carla Neri", LocalDate.of(2026, 3, 2), "");
    }

    /** The notice reached everybody nine days before. */
    public static Convocation convocation() {
        Convocation convocation = Convocation.sent(START.minusDays(9)).papersFrom(START.minusDays(9));
        for (int i = 1; i <= 6; i++) {
            convocation = convocation.withDelivery(
                    new Delivery("c" + i, Channel.CERTIFIED_MAIL, START.minusDays(9), "ricevuta-" + i));
        }
        return convocation;
    }

    public Minutes minutes() {
        return minutes(meeting());
    }

    public static Minutes minutes(Meeting meeting) {
        return complete(
                Minutes.of(meeting, LocalRules.ordinaryCouncil()).withRecording(part("recording-1.mp4", 0, 120)));
    }

    /** Registered, and approved in the next meeting. */
    public static Minutes complete(Minutes minutes) {
        return minutes.withLineage(Lineage.first()
                .registered(new RegisterEntry("Verbali del Consiglio", "7", LocalDate.of(2026, 3, 13)))
                .approved(new Approval("c_z998-council-2026-0008", "v1", LocalDate.of(2026, 4, 2))));
    }

    public static RecordingPart part(String name, int from, int seconds) {
        return RecordingPart.of(
                name,
                "video/mp4",
                new Fingerprint(new Digest(DIGEST), 1_000),
                START.plusSeconds(from),
                Duration.ofSeconds(seconds));
    }
}
