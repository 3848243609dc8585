// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.TestCouncil;
import eu.digitalminutes.core.event.AttendanceMode;
import eu.digitalminutes.core.event.Attending;
import java.util.List;
import org.junit.jupiter.api.Test;

class PresenceTest {
    private static Presence of(TestCouncil council) {
        return Presence.of(council.meeting());
    }

    @Test
    void whoNeverLeavesIsThereUntilTheEnd() {
        Presence presence = of(new TestCouncil());
        assertTrue(presence.isPresent("c2", TestCouncil.START.plusSeconds(100)));
        assertFalse(presence.isPresent("c2", TestCouncil.START.plusSeconds(101)));
        assertFalse(presence.isPresent("c2", TestCouncil.START));
    }

    @Test
    void theSecretaryIsNoMember() {
        assertEquals(
                6,
                of(new TestCouncil())
                        .membersAt(TestCouncil.START.plusSeconds(50))
                        .size());
    }

    @Test
    void leavingAndComingBackMakesTwoIntervals() {
        Presence presence = of(new TestCouncil()
                .at(45, new Attending.Left("c2", "connection lost"))
                .at(55, TestCouncil.joined("c2")));
        assertEquals(2, presence.of("c2").size());
        assertFalse(presence.isPresent("c2", TestCouncil.START.plusSeconds(45)));
        assertTrue(presence.isPresent("c2", TestCouncil.START.plusSeconds(55)));
    }

    @Test
    void comingInTwiceIsOnePresence() {
        assertEquals(
                1,
                of(new TestCouncil().at(45, TestCouncil.joined("c2"))).of("c2").size());
    }

    @Test
    void changingTheModeMakesTwoIntervalsWithoutAGap() {
        Presence presence =
                of(new TestCouncil().at(45, new Attending.Joined("c2", AttendanceMode.REMOTE, "video check")));
        List<PresenceInterval> intervals = presence.of("c2");
        assertEquals(
                List.of(AttendanceMode.IN_PERSON, AttendanceMode.REMOTE),
                intervals.stream().map(PresenceInterval::mode).toList());
        assertEquals(intervals.get(0).to(), intervals.get(1).from());
    }
}
