// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.check;

import static eu.digitalminutes.core.check.RuleFindings.CATALOGUE;

import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.meeting.SeatRole;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Check 14: who sits as a member holds the seat on that day, and there are no more of them than the law assigns. */
final class MembershipCheck {
    private MembershipCheck() {}

    static List<Finding> of(Facts facts) {
        Meeting meeting = facts.meeting();
        LocalDate day = meeting.scheduledAt().toLocalDate();
        List<Finding> findings = new ArrayList<>();
        for (Seat seat : meeting.seats()) {
            if (!seat.term().covers(day) && !facts.presence().of(seat.id()).isEmpty()) {
                findings.add(CATALOGUE.finding(
                        "SEAT_OUT_OF_TERM",
                        Severity.FAIL,
                        seat.id(),
                        facts.name(seat.id()),
                        seat.term().toString(),
                        day.toString()));
            }
        }
        if (!meeting.organ().term().covers(day)) {
            findings.add(CATALOGUE.finding(
                    "ORGAN_OUT_OF_TERM",
                    Severity.WARN,
                    "",
                    meeting.organ().term().toString(),
                    day.toString()));
        }
        long members = meeting.membersInOffice().stream()
                .filter(seat -> seat.role() != SeatRole.MAYOR)
                .count();
        if (members > meeting.organ().assigned()) {
            findings.add(CATALOGUE.finding(
                    "TOO_MANY_MEMBERS",
                    Severity.FAIL,
                    "",
                    members,
                    meeting.organ().assigned()));
        }
        return findings;
    }
}
