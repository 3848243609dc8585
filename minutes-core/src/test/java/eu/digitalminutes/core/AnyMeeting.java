// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core;

import eu.digitalminutes.core.event.AttendanceMode;
import eu.digitalminutes.core.event.Attending;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Choice;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.Identification;
import eu.digitalminutes.core.event.Matter;
import eu.digitalminutes.core.event.Occurrence;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.event.VotingMethod;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Person;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.meeting.SeatRole;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Meetings at random: facts that name what is there, in any order, in any state. */
final class AnyMeeting {
    static final Meeting HEAD = new TestCouncil()
                    .meeting(builder -> builder.seat(
                                    Seat.member("mayor", new Person("Sara", "Sindaca", ""), SeatRole.MAYOR, ""))
                            .seat(Seat.member("one-too-many", new Person("Nome", "Otto", ""), SeatRole.COUNCILLOR, "")))
                    .toBuilder()
                    .withoutEvents()
                    .build();
    private static final List<String> SEATS =
            HEAD.seats().stream().map(Seat::id).toList();

    private final Random random;
    private final List<String> votes = new ArrayList<>();
    private final Map<String, VotingMethod> methods = new HashMap<>();

    AnyMeeting(long seed) {
        this.random = new Random(seed);
    }

    /** The next instant, mostly later than the one before. */
    OffsetDateTime after(OffsetDateTime at) {
        return at.plusSeconds(random.nextInt(12) - 2);
    }

    private String seat() {
        return SEATS.get(random.nextInt(SEATS.size()));
    }

    private String item() {
        return random.nextBoolean() ? "item-1" : "item-2";
    }

    private Occurrence any() {
        return switch (random.nextInt(24)) {
            case 0, 1, 2 -> Attending.Joined.inPerson(seat());
            case 3 -> new Attending.Joined(seat(), AttendanceMode.REMOTE, "");
            case 4 -> new Attending.Left(seat(), "");
            case 5 -> new Attending.ConnectionLost(seat());
            case 6 -> new Attending.ConnectionRegained(seat(), Identification.none());
            case 7 -> new Attending.Recused(seat(), item());
            case 8 -> substituted();
            case 9 -> new Conduct.Opened(seat(), seat());
            case 10 -> new Conduct.ChairTaken(seat(), "");
            case 11 -> new Conduct.SecretaryTaken(seat(), random.nextBoolean() ? "" : item(), "");
            case 12 -> new Conduct.Suspended("");
            case 13 -> new Conduct.Resumed();
            case 14 -> random.nextBoolean() ? new Conduct.WentSecret("") : new Conduct.WentPublic();
            case 15 -> random.nextInt(4) == 0 ? new Conduct.Closed() : new Conduct.QuorumVerified();
            case 16 -> new Business.ItemOpened(item());
            case 17 -> random.nextBoolean() ? new Business.ItemClosed(item()) : new Business.ItemPostponed(item(), "");
            case 18 -> new Business.Spoke(seat(), "");
            case 19 -> new Conduct.QuorumChallenged(seat());
            case 20 -> opened();
            default -> ofAVote();
        };
    }

    private Occurrence substituted() {
        String seat = seat();
        String by = seat();
        return seat.equals(by)
                ? new Business.Noted("")
                : new Attending.Substituted(seat, by, random.nextBoolean() ? "" : item(), "");
    }

    private Occurrence opened() {
        String vote = "v" + votes.size();
        votes.add(vote);
        VotingMethod method = VotingMethod.values()[random.nextInt(VotingMethod.values().length)];
        methods.put(vote, method);
        VoteKind kind = VoteKind.values()[random.nextInt(VoteKind.values().length)];
        return new Voting.VoteOpened(
                vote, item(), kind, method, "", random.nextBoolean() ? Matter.ORDINARY : Matter.STATUTE);
    }

    private Occurrence ofAVote() {
        if (votes.isEmpty()) {
            return opened();
        }
        String vote = votes.get(random.nextInt(votes.size()));
        return switch (random.nextInt(4)) {
            case 0 -> new Voting.Proclaimed(vote, random.nextBoolean() ? Outcome.APPROVED : Outcome.REJECTED);
            case 1 -> new Voting.VoteAnnulled(vote, "");
            default -> closed(vote);
        };
    }

    private Occurrence closed(String vote) {
        Map<String, Choice> ballots = new HashMap<>();
        if (methods.get(vote) != VotingMethod.SECRET_BALLOT) {
            for (int i = random.nextInt(4); i > 0; i--) {
                ballots.put(seat(), Choice.values()[random.nextInt(Choice.values().length)]);
            }
        }
        Tally tally = new Tally(random.nextInt(7), random.nextInt(4), random.nextInt(3), random.nextInt(2), 0, 0);
        return new Voting.VoteClosed(vote, tally, ballots, Map.of("Rossi", random.nextInt(8)));
    }

    SessionEvent event(OffsetDateTime at) {
        SessionEvent event = SessionEvent.of(at, any());
        return random.nextInt(8) == 0 ? event.enteredAt(at.plusSeconds(random.nextInt(300))) : event;
    }

    Meeting meeting(int events) {
        Meeting.Builder builder = HEAD.toBuilder();
        OffsetDateTime at = TestCouncil.START;
        for (int i = 0; i < events; i++) {
            at = after(at);
            builder.event(event(at));
        }
        return builder.build();
    }
}
