// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.rules;

import static eu.digitalminutes.core.rules.RuleFindings.CATALOGUE;

import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Occurrence;
import eu.digitalminutes.core.meeting.SessionEvent;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Events stand in order of time, and nothing is treated or voted outside the open meeting. */
final class TimelineCheck {
    private enum State {
        CONVENED,
        OPEN,
        SUSPENDED,
        CLOSED
    }

    private TimelineCheck() {}

    static List<Finding> of(Meeting meeting) {
        List<Finding> findings = new ArrayList<>();
        State state = State.CONVENED;
        OffsetDateTime last = null;
        for (int i = 0; i < meeting.events().size(); i++) {
            SessionEvent event = meeting.events().get(i);
            String where = "/events/" + i;
            if (last != null && event.at().isBefore(last)) {
                findings.add(CATALOGUE.finding(
                        "EVENT_OUT_OF_ORDER", Severity.FAIL, where, event.at().toString(), last.toString()));
            }
            last = event.at();
            boolean business = event.what() instanceof Occurrence.VoteOpened
                    || event.what() instanceof Occurrence.VoteClosed
                    || event.what() instanceof Occurrence.ItemOpened
                    || event.what() instanceof Occurrence.Spoke;
            if (business && state != State.OPEN) {
                findings.add(CATALOGUE.finding(
                        "BUSINESS_OUTSIDE_MEETING",
                        Severity.FAIL,
                        where,
                        event.at().toString()));
            }
            state = after(state, event.what());
        }
        return findings;
    }

    private static State after(State state, Occurrence what) {
        if (what instanceof Occurrence.Opened || what instanceof Occurrence.Resumed) {
            return State.OPEN;
        } else if (what instanceof Occurrence.Suspended) {
            return State.SUSPENDED;
        } else if (what instanceof Occurrence.Closed) {
            return State.CLOSED;
        }
        return state;
    }
}
