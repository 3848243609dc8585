// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.course;

import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.outcome.MinutesException;
import java.util.List;

/** The order of time that a meeting's events must keep before anything can be told of it (<i>ordine cronologico</i>). */
public final class Chronology {
    private Chronology() {}

    /**
     * The course of a meeting whose events are in order of time; costs one walk through them.
     *
     * @param meeting the meeting
     * @return its course
     * @throws MinutesException with code {@code EVENT_OUT_OF_ORDER}, naming the event, if one stands before an earlier
     *     one and is no late entry
     */
    public static Course courseOf(Meeting meeting) {
        List<SessionEvent> timeline = meeting.timeline();
        for (int i = 1; i < timeline.size(); i++) {
            if (timeline.get(i).at().isBefore(timeline.get(i - 1).at())) {
                throw new MinutesException(
                        "EVENT_OUT_OF_ORDER",
                        "the event /events/" + i + " of " + timeline.get(i).at() + " follows one of "
                                + timeline.get(i - 1).at() + ": put them in order of time, or enter it as late");
            }
        }
        return Course.of(meeting);
    }
}
