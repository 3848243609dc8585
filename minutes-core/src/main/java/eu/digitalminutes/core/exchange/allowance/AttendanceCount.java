// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.allowance;

import eu.digitalminutes.core.course.Course;
import eu.digitalminutes.core.course.Span;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.presence.Presence;
import eu.digitalminutes.core.presence.PresenceInterval;
import eu.digitalminutes.core.voting.Vote;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts who was there for how much of the time that the meeting was open. */
final class AttendanceCount {
    private final Meeting meeting;
    private final BigDecimal minimumShare;
    private final Optional<BigDecimal> amount;
    private final Presence presence;
    private final List<Span> open;
    private final List<Vote> votes;

    AttendanceCount(Meeting meeting, BigDecimal minimumShare, Optional<BigDecimal> amount) {
        this.meeting = meeting;
        this.minimumShare = minimumShare;
        this.amount = amount;
        Course course = Course.of(meeting);
        this.presence = Presence.of(meeting);
        this.open = open(course.end());
        this.votes = Vote.allOf(meeting).stream()
                .filter(vote -> !vote.isAnnulled() && vote.closedAt().isPresent())
                .toList();
    }

    List<AttendanceRow> rows() {
        return meeting.membersInOffice().stream().map(this::row).toList();
    }

    /** From the opening to the end, without suspensions. */
    private List<Span> open(OffsetDateTime last) {
        List<Span> spans = new ArrayList<>();
        @Nullable OffsetDateTime from = null;
        for (SessionEvent event : meeting.timeline()) {
            boolean begins = event.what() instanceof Conduct.Opened || event.what() instanceof Conduct.Resumed;
            boolean ends = event.what() instanceof Conduct.Suspended
                    || event.what() instanceof Conduct.Closed
                    || event.what() instanceof Conduct.Dissolved;
            if (begins && from == null) {
                from = event.at();
            } else if (ends && from != null) {
                spans.add(new Span(from, event.at()));
                from = null;
            }
        }
        if (from != null) {
            spans.add(new Span(from, last));
        }
        return spans;
    }

    private AttendanceRow row(Seat seat) {
        List<PresenceInterval> intervals = presence.of(seat.id());
        Duration present = Duration.ZERO;
        Duration whole = Duration.ZERO;
        for (Span span : open) {
            whole = whole.plus(Duration.between(span.from(), span.to()));
            for (PresenceInterval interval : intervals) {
                present = present.plus(common(span, interval));
            }
        }
        BigDecimal share = whole.isZero()
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(present.toMillis())
                        .divide(BigDecimal.valueOf(Math.max(1, whole.toMillis())), 4, RoundingMode.DOWN);
        int attended = (int) votes.stream()
                .filter(vote -> vote.closedAt()
                        .map(at -> presence.isPresent(seat.id(), at))
                        .orElse(false))
                .count();
        boolean earned = !present.isZero() && isEnough(present, whole);
        return new AttendanceRow(
                seat,
                rollCall().map(at -> presence.isPresent(seat.id(), at)).orElse(false),
                present,
                share,
                intervals,
                attended,
                votes.size(),
                amount.map(due -> earned ? due : BigDecimal.ZERO.setScale(2)));
    }

    /** Held exactly, not by the share as rounded for people. */
    private boolean isEnough(Duration present, Duration whole) {
        BigDecimal needed = minimumShare.multiply(BigDecimal.valueOf(whole.toMillis()));
        return BigDecimal.valueOf(present.toMillis()).compareTo(needed) >= 0;
    }

    private Optional<OffsetDateTime> rollCall() {
        return meeting.timeline().stream()
                .filter(event -> event.what() instanceof Conduct.QuorumVerified)
                .map(SessionEvent::at)
                .findFirst()
                .or(meeting::openedAt);
    }

    private static Duration common(Span span, PresenceInterval interval) {
        OffsetDateTime from = span.from().isAfter(interval.from()) ? span.from() : interval.from();
        OffsetDateTime to = span.to().isBefore(interval.to()) ? span.to() : interval.to();
        return to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
    }
}
