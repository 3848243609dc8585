// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.check;

import static eu.digitalminutes.core.check.RuleFindings.CATALOGUE;

import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.Occurrence;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.meeting.Meeting;
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
            boolean business = event.what() instanceof Voting.VoteOpened
                    || event.what() instanceof Voting.VoteClosed
                    || event.what() instanceof Business.ItemOpened
                    || event.what() instanceof Business.Spoke;
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
        if (what instanceof Conduct.Opened || what instanceof Conduct.Resumed) {
            return State.OPEN;
        } else if (what instanceof Conduct.Suspended) {
            return State.SUSPENDED;
        } else if (what instanceof Conduct.Closed) {
            return State.CLOSED;
        }
        return state;
    }
}
