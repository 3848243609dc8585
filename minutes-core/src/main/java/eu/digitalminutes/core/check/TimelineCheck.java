// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.check;

import static eu.digitalminutes.core.check.RuleFindings.CATALOGUE;

import eu.digitalminutes.core.course.SessionState;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Events stand in the order in which they were recorded, and each could happen in the state the meeting was in. */
final class TimelineCheck {
    private TimelineCheck() {}

    static List<Finding> of(Facts facts) {
        List<Finding> findings = new ArrayList<>(order(facts.meeting()));
        findings.addAll(states(facts.meeting()));
        return findings;
    }

    private static List<Finding> order(Meeting meeting) {
        List<Finding> findings = new ArrayList<>();
        OffsetDateTime last = null;
        for (int i = 0; i < meeting.events().size(); i++) {
            SessionEvent event = meeting.events().get(i);
            if (last != null && event.recordedAt().isBefore(last)) {
                findings.add(CATALOGUE.finding(
                        "EVENT_OUT_OF_ORDER",
                        Severity.FAIL,
                        "/events/" + i,
                        event.recordedAt().toString(),
                        last.toString()));
            }
            last = event.recordedAt();
            if (event.isLate()) {
                findings.add(CATALOGUE.finding(
                        "LATE_ENTRY",
                        Severity.INFO,
                        "/events/" + i,
                        event.at().toString(),
                        event.recordedAt().toString()));
            }
        }
        return findings;
    }

    private static List<Finding> states(Meeting meeting) {
        List<Finding> findings = new ArrayList<>();
        SessionState state = SessionState.CONVENED;
        for (SessionEvent event : meeting.timeline()) {
            SessionState next = state.after(event.what()).orElse(null);
            if (next == null) {
                boolean conduct = event.what() instanceof Conduct;
                findings.add(CATALOGUE.finding(
                        conduct ? "STATE_IMPOSSIBLE" : "BUSINESS_OUTSIDE_MEETING",
                        Severity.FAIL,
                        "/events/" + meeting.events().indexOf(event),
                        event.at().toString(),
                        state.label().italian(),
                        state.label().in(Locale.ENGLISH)));
            } else {
                state = next;
            }
        }
        return findings;
    }
}
