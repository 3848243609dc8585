// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.check;

import static eu.digitalminutes.core.check.RuleFindings.CATALOGUE;

import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.meeting.SeatRole;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.presence.Presence;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Checks 4, 12 and 14: the meeting was opened and closed, by a president and with a secretary, both there. */
final class HeadCheck {
    private static final Set<SeatRole> MAY_PRESIDE = EnumSet.of(
            SeatRole.COUNCIL_PRESIDENT,
            SeatRole.MAYOR,
            SeatRole.DEPUTY_MAYOR,
            SeatRole.COUNCILLOR,
            SeatRole.BOARD_MEMBER);

    private HeadCheck() {}

    static List<Finding> of(Meeting meeting) {
        List<Finding> findings = new ArrayList<>();
        if (meeting.place().isBlank()) {
            findings.add(CATALOGUE.finding("PLACE_MISSING", Severity.FAIL, ""));
        }
        OffsetDateTime opened = meeting.openedAt().orElse(null);
        if (opened == null) {
            findings.add(CATALOGUE.finding("MEETING_NOT_OPENED", Severity.FAIL, ""));
            return findings;
        }
        if (meeting.closedAt().isEmpty()) {
            findings.add(CATALOGUE.finding("MEETING_NOT_CLOSED", Severity.FAIL, ""));
        }
        Seat president = meeting.president().orElseThrow();
        Seat secretary = meeting.secretary().orElseThrow();
        if (president.id().equals(secretary.id()) || samePerson(president, secretary)) {
            findings.add(CATALOGUE.finding(
                    "SAME_PRESIDENT_AND_SECRETARY",
                    Severity.FAIL,
                    president.id(),
                    president.person().fullName()));
        }
        if (!MAY_PRESIDE.contains(president.role())) {
            findings.add(CATALOGUE.finding(
                    "PRESIDENT_MAY_NOT_PRESIDE",
                    Severity.FAIL,
                    president.id(),
                    president.person().fullName(),
                    president.role().label().italian()));
        }
        findings.addAll(attendance(meeting, president, secretary, opened));
        return findings;
    }

    private static List<Finding> attendance(Meeting meeting, Seat president, Seat secretary, OffsetDateTime opened) {
        List<Finding> findings = new ArrayList<>();
        Presence presence = Presence.of(meeting);
        if (!attends(presence, president, meeting, opened)) {
            findings.add(CATALOGUE.finding(
                    "PRESIDENT_ABSENT",
                    Severity.FAIL,
                    president.id(),
                    president.person().fullName()));
        }
        if (!attends(presence, secretary, meeting, opened)) {
            findings.add(CATALOGUE.finding(
                    "SECRETARY_ABSENT",
                    Severity.FAIL,
                    secretary.id(),
                    secretary.person().fullName()));
        }
        return findings;
    }

    /** The roll call often follows the opening: who comes in before the first item was there. */
    private static boolean attends(Presence presence, Seat seat, Meeting meeting, OffsetDateTime opened) {
        OffsetDateTime deadline = RollCall.endOf(meeting, opened);
        return presence.of(seat.id()).stream()
                .anyMatch(interval ->
                        !interval.from().isAfter(deadline) && interval.to().isAfter(opened));
    }

    private static boolean samePerson(Seat one, Seat other) {
        String taxCode = one.person().taxCode();
        return !taxCode.isEmpty() && taxCode.equals(other.person().taxCode());
    }
}
