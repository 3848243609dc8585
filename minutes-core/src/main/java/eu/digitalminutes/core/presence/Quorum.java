// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.presence;

import eu.digitalminutes.core.event.Matter;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.OrganKind;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.meeting.SeatRole;
import eu.digitalminutes.core.rules.LocalRules;
import eu.digitalminutes.core.ruling.Attendance;
import eu.digitalminutes.core.ruling.Membership;
import eu.digitalminutes.core.ruling.QuorumRuling;
import java.util.List;

/** The legal number (<i>numero legale</i>) of a meeting, from who is there and what the rules ask. */
public final class Quorum {
    private Quorum() {}

    /**
     * How many members the organ of a meeting has.
     *
     * @param meeting the meeting
     * @return assigned, in office and components; never more in office than assigned
     */
    public static Membership membership(Meeting meeting) {
        int assigned = meeting.organ().assigned();
        boolean mayor = meeting.seats().stream().anyMatch(seat -> seat.member() && isMayor(seat));
        long inOffice = meeting.membersInOffice().stream()
                .filter(seat -> !isMayor(seat))
                .count();
        Membership membership =
                of(meeting.organ().kind(), assigned).withInOffice((int) Math.min(assigned, Math.max(1, inOffice)));
        return mayor ? membership : membership.withoutMayor();
    }

    private static Membership of(OrganKind kind, int assigned) {
        return switch (kind) {
            case COUNCIL -> Membership.council(assigned);
            case EXECUTIVE_BOARD -> Membership.executiveBoard(assigned);
            case COMMITTEE, DISTRICT_COUNCIL, ASSEMBLY -> Membership.committee(assigned);
        };
    }

    /**
     * Whether those present are enough.
     *
     * @param meeting the meeting, for organ and call
     * @param rules the rules in force
     * @param matter what is dealt with
     * @param present those who are there and count as members
     * @return the ruling, with its reasons
     */
    public static QuorumRuling of(Meeting meeting, LocalRules rules, Matter matter, List<Seat> present) {
        return of(meeting, rules, matter, attendance(present));
    }

    /**
     * Whether so many are enough. Of more than the organ has, which the check of the minutes reports, only as many as it
     * has are counted.
     *
     * @param meeting the meeting, for organ and call
     * @param rules the rules in force
     * @param matter what is dealt with
     * @param present how many are there
     * @return the ruling, with its reasons
     */
    public static QuorumRuling of(Meeting meeting, LocalRules rules, Matter matter, Attendance present) {
        Membership body = membership(meeting);
        boolean mayor = present.mayor() && body.hasMayor();
        int others = Math.min(present.withoutMayor(), body.assigned());
        Attendance counted = new Attendance(others + (mayor ? 1 : 0), mayor);
        return rules.quorum(body, meeting.call(), matter, counted);
    }

    /**
     * Those present as a number, the mayor apart.
     *
     * @param present those who are there and count as members
     * @return their number
     */
    public static Attendance attendance(List<Seat> present) {
        return new Attendance(present.size(), present.stream().anyMatch(Quorum::isMayor));
    }

    private static boolean isMayor(Seat seat) {
        return seat.role() == SeatRole.MAYOR;
    }
}
