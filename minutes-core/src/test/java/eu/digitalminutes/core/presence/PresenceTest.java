// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.TestCouncil;
import eu.digitalminutes.core.event.AttendanceMode;
import eu.digitalminutes.core.event.Attending;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Identification;
import eu.digitalminutes.core.event.IdentificationMeans;
import eu.digitalminutes.core.event.Occurrence;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Person;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.meeting.SeatRole;
import java.time.OffsetDateTime;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PresenceTest {
    private static Presence of(TestCouncil council) {
        return Presence.of(council.meeting());
    }

    @Test
    void whoNeverLeavesIsThereUntilTheEnd() {
        Presence presence = of(new TestCouncil());
        assertTrue(presence.isPresent("c2", TestCouncil.START.plusSeconds(100)));
        assertFalse(presence.isPresent("c2", TestCouncil.START.plusSeconds(101)));
        assertFalse(presence.isPresent("c2", TestCouncil.START));
    }

    @Test
    void theSecretaryIsNoMember() {
        assertEquals(
                6,
                of(new TestCouncil())
                        .membersAt(TestCouncil.START.plusSeconds(50))
                        .size());
    }

    @Test
    void leavingAndComingBackMakesTwoIntervals() {
        Presence presence = of(new TestCouncil()
                .at(45, new Attending.Left("c2", "connection lost"))
                .at(55, TestCouncil.joined("c2")));
        assertEquals(2, presence.of("c2").size());
        assertFalse(presence.isPresent("c2", TestCouncil.START.plusSeconds(45)));
        assertTrue(presence.isPresent("c2", TestCouncil.START.plusSeconds(55)));
    }

    @Test
    void comingInTwiceIsOnePresence() {
        assertEquals(
                1,
                of(new TestCouncil().at(45, TestCouncil.joined("c2"))).of("c2").size());
    }

    @Test
    void changingTheModeMakesTwoIntervalsWithoutAGap() {
        Presence presence =
                of(new TestCouncil().at(45, new Attending.Joined("c2", AttendanceMode.REMOTE, "video check")));
        List<PresenceInterval> intervals = presence.of("c2");
        assertEquals(
                List.of(AttendanceMode.IN_PERSON, AttendanceMode.REMOTE),
                intervals.stream().map(PresenceInterval::mode).toList());
        assertEquals(intervals.get(0).to(), intervals.get(1).from());
    }

    @Test
    void losingTheConnectionEndsAPresenceAsLeavingDoes() {
        Presence presence = of(new TestCouncil()
                .at(45, new Attending.ConnectionLost("c2"))
                .at(55, new Attending.ConnectionRegained("c2", Identification.by(IdentificationMeans.VIDEO))));
        assertEquals(IntervalEnd.CONNECTION_LOST, presence.of("c2").get(0).end());
        assertEquals(AttendanceMode.REMOTE, presence.of("c2").get(1).mode());
        assertFalse(presence.isPresentThroughout("c2", second(40), second(60)));
        assertTrue(presence.isPresentThroughout("c2", second(55), second(100)));
    }

    @Test
    void whoWasLetInWithoutAWordIsIdentifiedAfterwards() {
        Presence presence = of(new TestCouncil()
                .at(45, new Attending.Joined("c2", AttendanceMode.REMOTE, ""))
                .at(46, new Attending.Identified("c2", Identification.by(IdentificationMeans.SPID))));
        assertEquals(
                IdentificationMeans.SPID,
                presence.of("c2").get(1).identification().means().orElseThrow());
    }

    @Test
    void changingTheModeIsNoGap() {
        Presence presence =
                of(new TestCouncil().at(45, new Attending.Joined("c2", AttendanceMode.REMOTE, "video check")));
        assertTrue(presence.isPresentThroughout("c2", second(40), second(50)));
    }

    @Test
    void whoSitsInAMembersPlaceCountsForThePointAndTheMemberDoesNot() {
        TestCouncil council = new TestCouncil()
                .at(8, TestCouncil.joined("substitute"))
                .at(25, new Attending.Substituted("c2", "substitute", "item-1", "incompatibilità"))
                .at(70, new Business.ItemOpened("item-2"));
        Presence presence = Presence.of(council.meeting(builder ->
                builder.seat(Seat.attendant("substitute", new Person("Ada", "Supplente", ""), SeatRole.COUNCILLOR))));
        assertFalse(names(presence, 28).contains("substitute"));
        assertTrue(names(presence, 50).contains("substitute"));
        assertFalse(names(presence, 50).contains("c2"));
        assertEquals(6, names(presence, 50).size());
        assertTrue(names(presence, 80).contains("c2"));
        assertFalse(names(presence, 80).contains("substitute"));
    }

    @Test
    void aLateEntryCountsFromWhenItHappened() {
        Meeting meeting = new TestCouncil()
                .meeting(builder -> builder.events(List.of(SessionEvent.of(second(35), new Attending.Left("c2", ""))
                        .enteredAt(second(110)))));
        assertFalse(Presence.of(meeting).isPresent("c2", second(50)));
    }

    @Property(tries = 200)
    void intervalsOfOnePersonNeverOverlapAndThoseCountedAreThoseThere(@ForAll List<@IntRange(max = 23) Integer> moves) {
        TestCouncil council = new TestCouncil();
        for (int i = 0; i < moves.size(); i++) {
            String seat = "c" + (1 + moves.get(i) % 6);
            Occurrence what = switch (moves.get(i) / 6) {
                case 0 -> new Attending.Left(seat, "");
                case 1 -> new Attending.ConnectionLost(seat);
                case 2 -> new Attending.ConnectionRegained(seat, Identification.none());
                default -> TestCouncil.joined(seat);
            };
            council.at(62 + i % 30, what);
        }
        Presence presence = of(council);
        for (int seat = 1; seat <= 6; seat++) {
            List<PresenceInterval> intervals = presence.of("c" + seat);
            for (int i = 1; i < intervals.size(); i++) {
                assertFalse(
                        intervals.get(i).from().isBefore(intervals.get(i - 1).to()));
            }
        }
        for (int at = 60; at < 100; at++) {
            for (int seat = 1; seat <= 6; seat++) {
                assertEquals(
                        presence.isPresent("c" + seat, second(at)),
                        names(presence, at).contains("c" + seat));
            }
        }
    }

    private static OffsetDateTime second(int second) {
        return TestCouncil.START.plusSeconds(second);
    }

    private static List<String> names(Presence presence, int second) {
        return presence.membersAt(second(second)).stream().map(Seat::id).toList();
    }
}
