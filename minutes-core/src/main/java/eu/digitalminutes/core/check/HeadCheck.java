// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.check;

import static eu.digitalminutes.core.check.RuleFindings.CATALOGUE;

import eu.digitalminutes.core.course.SessionState;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.meeting.SeatRole;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.voting.Vote;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Checks 4, 12 and 14: the meeting was opened and ended, by a president and with a secretary, both there. */
final class HeadCheck {
    private static final Set<SeatRole> MAY_PRESIDE = EnumSet.of(
            SeatRole.COUNCIL_PRESIDENT,
            SeatRole.MAYOR,
            SeatRole.DEPUTY_MAYOR,
            SeatRole.COUNCILLOR,
            SeatRole.BOARD_MEMBER);

    private final Facts facts;
    private final Meeting meeting;
    private final List<Finding> findings = new ArrayList<>();

    private HeadCheck(Facts facts) {
        this.facts = facts;
        this.meeting = facts.meeting();
    }

    static List<Finding> of(Facts facts) {
        HeadCheck check = new HeadCheck(facts);
        check.all();
        return check.findings;
    }

    private void all() {
        if (meeting.place().isBlank()) {
            fail("PLACE_MISSING", "");
        }
        SessionState state = facts.course().state();
        if (state == SessionState.DESERTED || state == SessionState.CANCELLED) {
            return;
        }
        OffsetDateTime opened = meeting.openedAt().orElse(null);
        if (opened == null) {
            fail("MEETING_NOT_OPENED", "");
            return;
        }
        if (!state.isOver()) {
            fail("MEETING_NOT_CLOSED", "");
        }
        persons();
        atTheOpening(opened);
        atTheVotes();
    }

    private void persons() {
        List<Seat> presidents = facts.course().presidents();
        for (Seat president : presidents) {
            if (!MAY_PRESIDE.contains(president.role())) {
                String role = president.role().label().italian();
                fail("PRESIDENT_MAY_NOT_PRESIDE", president.id(), facts.name(president.id()), role);
            }
        }
        for (Seat secretary : facts.course().secretaries()) {
            presidents.stream()
                    .filter(president -> isSame(president, secretary))
                    .findFirst()
                    .ifPresent(president ->
                            fail("SAME_PRESIDENT_AND_SECRETARY", president.id(), facts.name(president.id())));
        }
    }

    private static boolean isSame(Seat one, Seat other) {
        String taxCode = one.person().taxCode();
        return one.id().equals(other.id())
                || (!taxCode.isEmpty() && taxCode.equals(other.person().taxCode()));
    }

    private void atTheOpening(OffsetDateTime opened) {
        Seat president = meeting.president().orElseThrow();
        Seat secretary = meeting.secretary().orElseThrow();
        if (!attends(president, opened)) {
            fail("PRESIDENT_ABSENT", president.id(), facts.name(president.id()));
        }
        if (!attends(secretary, opened)) {
            fail("SECRETARY_ABSENT", secretary.id(), facts.name(secretary.id()));
        }
    }

    /** The roll call often follows the opening: who comes in before the first item was there. */
    private boolean attends(Seat seat, OffsetDateTime opened) {
        OffsetDateTime deadline = RollCall.endOf(meeting, opened);
        return facts.presence().of(seat.id()).stream()
                .anyMatch(interval ->
                        !interval.from().isAfter(deadline) && interval.to().isAfter(opened));
    }

    private void atTheVotes() {
        for (Vote vote : facts.votes()) {
            OffsetDateTime at = vote.closedAt().orElse(vote.openedAt());
            facts.course()
                    .presidentAt(at)
                    .filter(seat -> isAway(seat, at))
                    .ifPresent(seat -> fail("CHAIR_EMPTY", vote.id(), facts.name(seat.id())));
            facts.course()
                    .secretaryAt(at)
                    .filter(seat -> isAway(seat, at))
                    .ifPresent(seat -> fail("SECRETARY_AWAY", vote.id(), facts.name(seat.id())));
        }
    }

    private boolean isAway(Seat seat, OffsetDateTime at) {
        return !facts.presence().isPresent(seat.id(), at)
                && !facts.presence().of(seat.id()).isEmpty();
    }

    private void fail(String code, String where, Object... arguments) {
        findings.add(CATALOGUE.finding(code, Severity.FAIL, where, arguments));
    }
}
