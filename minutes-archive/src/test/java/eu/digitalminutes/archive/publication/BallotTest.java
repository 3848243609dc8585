// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.archive.RoccaverdeSession;
import eu.digitalminutes.archive.internal.text.Words;
import eu.digitalminutes.core.event.AttendanceMode;
import eu.digitalminutes.core.event.Attending;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Choice;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.event.VotingMethod;
import eu.digitalminutes.core.internal.text.Html;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Person;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.meeting.SeatRole;
import eu.digitalminutes.core.voting.Vote;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BallotTest {
    @Test
    void countsTheUnnamedInFavourWhenNothingElseIsPossible() {
        Meeting meeting = RoccaverdeSession.meeting().build();
        List<Ballot> ballots = Ballot.allOf(meeting, Vote.allOf(meeting).get(1));
        assertEquals(5, of(ballots, Ballot.Mark.YES));
        assertEquals(1, of(ballots, Ballot.Mark.NO));
        assertEquals(2, of(ballots, Ballot.Mark.ABSTAINED));
        assertEquals(2, of(ballots, Ballot.Mark.ABSENT));
    }

    @Test
    void claimsNothingAboutTheUnnamedWhenNamesAreMissing() {
        Meeting meeting = council(4, new Tally(2, 1, 1, 0, 0, 0), Map.of("m0", Choice.NO));
        List<Ballot> ballots = Ballot.allOf(meeting, Vote.allOf(meeting).get(0));
        assertEquals(3, of(ballots, Ballot.Mark.UNKNOWN));
        assertEquals(0, of(ballots, Ballot.Mark.YES));
    }

    @Test
    void hasNoNamesForASecretBallot() {
        Meeting meeting = SecretSession.secretBallot();
        assertThrows(
                IllegalArgumentException.class,
                () -> Ballot.allOf(meeting, Vote.allOf(meeting).get(0)));
    }

    @Test
    void drawsCouncilsOfAnySizeInsideTheirFrame() {
        for (int members : new int[] {1, 2, 5, 11, 12, 26, 27, 41, 61, 100}) {
            Meeting meeting = council(members, Tally.of(members, 0, 0), Map.of());
            Html html = new Html();
            Words words = Words.of(PublicationSite.class, "page", Locale.ITALIAN);
            Hemicycle.write(
                    html, words, Ballot.allOf(meeting, Vote.allOf(meeting).get(0)), "v", Tally.of(members, 0, 0));
            Matcher seat =
                    Pattern.compile("translate\\(([-\\d.]+) ([-\\d.]+)\\)").matcher(html.toString());
            List<double[]> seats = new ArrayList<>();
            while (seat.find()) {
                seats.add(new double[] {Double.parseDouble(seat.group(1)), Double.parseDouble(seat.group(2))});
            }
            assertEquals(members, seats.size());
            Matcher radius = Pattern.compile("<circle r=\"([\\d.]+)\"").matcher(html.toString());
            assertTrue(radius.find());
            double size = Double.parseDouble(radius.group(1));
            for (double[] one : seats) {
                assertTrue(
                        one[0] - size * 1.2 >= 0
                                && one[0] + size * 1.2 <= 400
                                && one[1] - size * 1.2 >= 0
                                && one[1] + size * 1.2 <= 220,
                        members + " members, one at " + one[0] + " " + one[1]);
                for (double[] other : seats) {
                    boolean apart = one == other || Math.hypot(one[0] - other[0], one[1] - other[1]) > 2 * size;
                    assertTrue(apart, "seats of " + members + " overlap");
                }
            }
        }
    }

    private static Meeting council(int members, Tally tally, Map<String, Choice> ballots) {
        Meeting.Builder meeting = RoccaverdeSession.head();
        Meeting.Builder own = Meeting.of(
                meeting.build().municipality(), meeting.build().organ(), 2026, 5, RoccaverdeSession.START, "Aula");
        own.item("1", "Oggetto");
        for (int i = 0; i < members; i++) {
            own.seat(Seat.member("m" + i, new Person("Nome", "Cognome" + i, ""), SeatRole.COUNCILLOR, "g" + i % 3));
            own.event(RoccaverdeSession.at(1), new Attending.Joined("m" + i, AttendanceMode.IN_PERSON, ""));
        }
        own.event(RoccaverdeSession.at(2), new Business.ItemOpened("item-1"));
        own.event(
                RoccaverdeSession.at(3),
                new Voting.VoteOpened("v", "item-1", VoteKind.MAIN, VotingMethod.SHOW_OF_HANDS, ""));
        return own.event(RoccaverdeSession.at(4), new Voting.VoteClosed("v", tally, ballots))
                .build();
    }

    private static long of(List<Ballot> ballots, Ballot.Mark mark) {
        return ballots.stream().filter(ballot -> ballot.mark() == mark).count();
    }
}
