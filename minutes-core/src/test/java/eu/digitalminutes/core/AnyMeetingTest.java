// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.course.Course;
import eu.digitalminutes.core.exchange.EventChain;
import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.live.EventStore;
import eu.digitalminutes.core.live.LiveMeeting;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.redaction.PublicView;
import eu.digitalminutes.core.rules.LocalRules;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever facts a vendor hands in, in whatever order, they are read, judged, shown and kept; nothing throws. */
class AnyMeetingTest {
    @Property(tries = 400)
    void anyMeetingIsReadJudgedAndShown(@ForAll long seed) {
        Meeting meeting = EventChain.chain(new AnyMeeting(seed).meeting(60));
        Minutes minutes = TestCouncil.minutes(meeting);
        assertEquals(
                meeting.events(),
                MinutesJson.read(MinutesJson.write(minutes)).meeting().events());
        assertEquals(Optional.empty(), EventChain.verify(meeting));
        MinutesChecker.check(minutes)
                .findings()
                .forEach(finding -> assertTrue(!finding.message().italian().isBlank(), finding.code()));
        Course.of(meeting).secretSpans();
        PublicView view = PublicView.of(minutes, "Punto riservato");
        MinutesChecker.check(view.minutes());
    }

    @Property(tries = 200)
    void aLiveMeetingTakesAnEventOrRefusesItAndIsAsBefore(@ForAll long seed) throws IOException {
        AnyMeeting any = new AnyMeeting(seed);
        LiveMeeting live = LiveMeeting.begin(AnyMeeting.HEAD, LocalRules.ordinaryCouncil(), EventStore.inMemory());
        OffsetDateTime at = TestCouncil.START;
        for (int i = 0; i < 60; i++) {
            at = any.after(at);
            var before = live.logHead();
            try {
                live.append(any.event(at));
                assertEquals(before.events() + 1, live.logHead().events());
            } catch (MinutesException refused) {
                assertEquals(before, live.logHead());
            }
        }
        Meeting meeting = live.meeting();
        assertEquals(Optional.empty(), EventChain.verify(meeting));
        assertEquals(
                live.logHead(),
                LiveMeeting.resume(meeting, LocalRules.ordinaryCouncil(), EventStore.inMemory())
                        .logHead());
    }
}
