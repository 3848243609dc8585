// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.TestCouncil;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Organ;
import eu.digitalminutes.core.meeting.OrganKind;
import eu.digitalminutes.core.meeting.Person;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.meeting.SeatRole;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LocalRulesTest {
    private static Meeting council(int assigned) {
        return council(assigned, OrganKind.COUNCIL);
    }

    private static Meeting council(int assigned, OrganKind kind) {
        Meeting any = new TestCouncil().meeting();
        List<Seat> seats = new ArrayList<>();
        seats.add(Seat.member("mayor", new Person("Sara", "Sindaca", ""), SeatRole.MAYOR, ""));
        for (int i = 1; i <= assigned; i++) {
            seats.add(Seat.member("s" + i, new Person("Nome", "Cognome" + i, ""), SeatRole.COUNCILLOR, ""));
        }
        return Meeting.of(any.municipality(), new Organ(kind, "Organo", assigned), 2026, 1, TestCouncil.START, "Aula")
                .seats(seats)
                .build();
    }

    @Test
    void theMayorIsNotCountedInTheCouncil() {
        Meeting meeting = council(16);
        assertEquals(
                5, LocalRules.ordinaryCouncil().countedForQuorum(meeting.seats().subList(0, 6)));
        assertEquals(8, LocalRules.ordinaryCouncil().quorum(meeting));
    }

    @Test
    void theMayorIsAComponentOfTheExecutiveBoard() {
        Meeting board = council(4, OrganKind.EXECUTIVE_BOARD);
        assertEquals(3, LocalRules.executiveBoard().quorum(board));
        assertEquals(
                3, LocalRules.executiveBoard().countedForQuorum(board.seats().subList(0, 3)));
    }

    @Test
    void noStatuteGoesBelowAThirdOfTheAssigned() {
        LocalRules low = LocalRules.ordinaryCouncil().withQuorum(1, 10, Rounding.CEILING);
        assertEquals(6, low.quorum(council(16)));
    }

    @Test
    void theFloorIsRoundedArithmeticallyOnlyWhereTheRuleIs() {
        assertEquals(
                6,
                LocalRules.ordinaryCouncil().withQuorum(1, 3, Rounding.CEILING).quorum(council(16)));
        assertEquals(
                5,
                LocalRules.ordinaryCouncil().withQuorum(1, 3, Rounding.HALF_UP).quorum(council(16)));
        assertEquals(
                6, LocalRules.ordinaryCouncil().withQuorum(1, 3, Rounding.FLOOR).quorum(council(16)));
    }

    @Test
    void fractionsAreRoundedAsTheRuleSays() {
        Meeting meeting = council(13);
        assertEquals(
                7,
                LocalRules.ordinaryCouncil().withQuorum(1, 2, Rounding.CEILING).quorum(meeting));
        assertEquals(
                7,
                LocalRules.ordinaryCouncil().withQuorum(1, 2, Rounding.HALF_UP).quorum(meeting));
        assertEquals(
                6, LocalRules.ordinaryCouncil().withQuorum(1, 2, Rounding.FLOOR).quorum(meeting));
    }

    @Test
    void abstentionsCountOnlyWhereTheRegulationSaysSo() {
        // TAR Lombardia-Brescia 680/2020: 17 present, 7 in favour, 10 abstained.
        Tally tally = Tally.of(7, 0, 10);
        Meeting meeting = council(16);
        assertEquals(Outcome.APPROVED, LocalRules.ordinaryCouncil().outcome(VoteKind.MAIN, tally, meeting));
        assertEquals(
                Outcome.REJECTED,
                LocalRules.ordinaryCouncil()
                        .withAbstentions(LocalRules.Abstentions.COUNT_AS_VOTES)
                        .outcome(VoteKind.MAIN, tally, meeting));
    }

    @Test
    void immediateExecutionCountsTheMayorAmongTheComponents() {
        Meeting meeting = council(16);
        assertEquals(
                9, LocalRules.ordinaryCouncil().requiredYes(VoteKind.IMMEDIATE_EXECUTION, Tally.of(8, 4, 0), meeting));
    }

    @Test
    void aFractionAboveOneIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> LocalRules.ordinaryCouncil().withQuorum(3, 2, Rounding.CEILING));
    }

    @Property(tries = 500)
    void oneMoreInFavourNeverTurnsApprovedIntoRejected(
            @ForAll @IntRange(max = 60) int yes,
            @ForAll @IntRange(max = 60) int no,
            @ForAll @IntRange(max = 60) int abstained) {
        Meeting meeting = council(40);
        LocalRules rules = LocalRules.ordinaryCouncil();
        if (rules.outcome(VoteKind.MAIN, Tally.of(yes, no, abstained), meeting) == Outcome.APPROVED) {
            assertEquals(Outcome.APPROVED, rules.outcome(VoteKind.MAIN, Tally.of(yes + 1, no, abstained), meeting));
        }
    }

    @Property(tries = 500)
    void theQuorumLiesBetweenAThirdAndAll(
            @ForAll @IntRange(min = 1, max = 60) int assigned,
            @ForAll @IntRange(min = 1, max = 10) int part,
            @ForAll Rounding rounding) {
        int quorum = LocalRules.ordinaryCouncil().withQuorum(part, 10, rounding).quorum(council(assigned));
        int floor = rounding == Rounding.HALF_UP ? Math.round(assigned / 3f) : (assigned + 2) / 3;
        assertTrue(quorum >= floor, () -> quorum + " of " + assigned);
        assertTrue(quorum <= assigned, () -> quorum + " of " + assigned);
    }
}
