// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.TestCouncil;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.SpeechKind;
import eu.digitalminutes.core.meeting.Seat;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class CourseTest {
    private static OffsetDateTime second(int second) {
        return TestCouncil.START.plusSeconds(second);
    }

    private static Course course(TestCouncil council) {
        return Course.of(council.meeting());
    }

    @Test
    void aMeetingIsConvenedThenOpenThenClosed() {
        assertEquals(SessionState.CLOSED, course(new TestCouncil()).state());
        assertEquals(
                SessionState.OPEN,
                course(new TestCouncil().without(Conduct.Closed.class)).state());
        TestCouncil deserted = new TestCouncil()
                .without(eu.digitalminutes.core.event.Occurrence.class)
                .at(5, new Conduct.Deserted("nessuno"));
        assertEquals(SessionState.DESERTED, course(deserted).state());
        assertEquals(
                SessionState.DISSOLVED,
                course(new TestCouncil().replace(Conduct.Closed.class, new Conduct.Dissolved("")))
                        .state());
    }

    @Test
    void aSpeechLastsUntilTheFloorIsGivenBackOrSomethingElseBegins() {
        Course course = course(new TestCouncil()
                .at(31, new Business.Spoke("c2", "Illustra", SpeechKind.REPORT))
                .at(33, new Business.Noted("brusio"))
                .at(34, new Business.SpeechEnded("c2"))
                .at(36, new Business.Spoke("c3", "Chiede")));
        List<Speech> speeches = course.speeches();
        assertEquals(2, speeches.size());
        assertEquals(
                Duration.ofSeconds(3),
                Duration.between(
                        speeches.get(0).span().from(), speeches.get(0).span().to()));
        assertEquals("item-1", speeches.get(0).item());
        assertEquals(second(40), speeches.get(1).span().to(), "the vote ends it");
    }

    @Test
    void whatBecameOfAPointFollowsFromTheEvents() {
        TestCouncil council = new TestCouncil();
        assertEquals(ItemState.VOTED, course(council).stateOf("item-1"));
        assertEquals(ItemState.NOT_TREATED, course(council).stateOf("item-2"));
        assertEquals(
                ItemState.POSTPONED,
                course(new TestCouncil().at(70, new Business.ItemPostponed("item-2", "")))
                        .stateOf("item-2"));
        assertEquals(
                ItemState.WITHDRAWN,
                course(new TestCouncil().at(70, new Business.ItemWithdrawn("item-2", "")))
                        .stateOf("item-2"));
        assertEquals(
                ItemState.DISCUSSED,
                course(new TestCouncil().at(70, new Business.ItemOpened("item-2")))
                        .stateOf("item-2"));
        assertEquals(
                ItemState.LISTED,
                course(new TestCouncil().without(Conduct.Closed.class)).stateOf("item-2"));
    }

    @Test
    void theChairAndThePenPassOn() {
        Course course = course(new TestCouncil()
                .at(32, new Conduct.ChairTaken("c2", "assenza"))
                .at(33, new Conduct.SecretaryTaken("c3", "item-1", "incompatibilità"))
                .at(70, new Business.ItemOpened("item-2")));
        assertEquals("c1", course.presidentAt(second(31)).map(Seat::id).orElseThrow());
        assertEquals("c2", course.presidentAt(second(45)).map(Seat::id).orElseThrow());
        assertEquals("c3", course.secretaryAt(second(45)).map(Seat::id).orElseThrow());
        assertEquals("secretary", course.secretaryAt(second(75)).map(Seat::id).orElseThrow());
        assertEquals(
                List.of("c1", "c2"), course.presidents().stream().map(Seat::id).toList());
    }

    @Test
    void whatTheChairDeclaresSecretIsSecretUntilThePublicComesBack() {
        TestCouncil council = new TestCouncil()
                .at(70, new Conduct.WentSecret("persone"))
                .at(75, new Business.ItemOpened("item-2"))
                .at(80, new Conduct.WentPublic());
        Course course = course(council);
        assertFalse(course.isSecretAt(second(69)));
        assertTrue(course.isSecretAt(second(76)));
        assertFalse(course.isSecretAt(second(80)));
        List<Boolean> secret =
                Section.allOf(council.meeting()).stream().map(Section::isSecret).toList();
        assertEquals(List.of(false, false, true, true, false, false), secret);
    }

    @Test
    void eventsThatAreOutOfOrderAreTakenInOrderOfTime() {
        TestCouncil council = new TestCouncil().append(95, new Business.ItemOpened("item-2"));
        assertEquals(ItemState.DISCUSSED, course(council).stateOf("item-2"));
        assertEquals(
                second(95),
                Course.of(council.meeting()).treatments().get(1).span().from());
    }
}
