// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.check;

import eu.digitalminutes.core.course.Course;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.presence.Presence;
import eu.digitalminutes.core.presence.Quorum;
import eu.digitalminutes.core.rules.LocalRules;
import eu.digitalminutes.core.ruling.Membership;
import eu.digitalminutes.core.voting.Vote;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

/** Minutes with all that follows from them, computed once for all checks. */
final class Facts {
    private final Minutes minutes;
    private final Presence presence;
    private final Course course;
    private final List<Vote> votes;
    private final Membership membership;

    Facts(Minutes minutes) {
        this.minutes = minutes;
        Meeting meeting = minutes.meeting();
        this.presence = Presence.of(meeting);
        this.course = Course.of(meeting);
        this.votes =
                Vote.allOf(meeting).stream().filter(vote -> !vote.isAnnulled()).toList();
        this.membership = Quorum.membership(meeting);
    }

    Minutes minutes() {
        return minutes;
    }

    Meeting meeting() {
        return minutes.meeting();
    }

    LocalRules rules() {
        return minutes.rules();
    }

    Presence presence() {
        return presence;
    }

    Course course() {
        return course;
    }

    /** The votes that count: those annulled are left out. */
    List<Vote> votes() {
        return votes;
    }

    Membership membership() {
        return membership;
    }

    /** Who must not take part in a point. */
    Set<String> recused(String item) {
        return course.recusedFrom(item);
    }

    /** Who must not take part in a point and was there as a member all the same. */
    List<Seat> recusedPresent(String item, OffsetDateTime at) {
        return presence.membersAt(at).stream()
                .filter(seat -> recused(item).contains(seat.id()))
                .toList();
    }

    String name(String seat) {
        return meeting().seat(seat).person().fullName();
    }
}
