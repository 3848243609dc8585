// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.TestCouncil;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.EventSource;
import eu.digitalminutes.core.event.LogHead;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.meeting.Meeting;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EventChainTest {
    private static final Meeting CHAINED = EventChain.chain(notes());
    private static final int LAST = CHAINED.events().size() - 1;

    /** Events that need no other, so that any of them can go. */
    private static Meeting notes() {
        Meeting.Builder builder = new TestCouncil().meeting().toBuilder().withoutEvents();
        for (int i = 0; i < 30; i++) {
            builder.event(TestCouncil.START.plusSeconds(i), new Business.Noted("nota " + i));
        }
        return builder.build();
    }

    private static Optional<EventChain.Break> after(List<SessionEvent> events) {
        return EventChain.verify(CHAINED.withLog(events, CHAINED.logHead().orElseThrow()));
    }

    private static List<SessionEvent> events() {
        return new ArrayList<>(CHAINED.events());
    }

    private static SessionEvent note(int second, SessionEvent before) {
        return SessionEvent.of(TestCouncil.START.plusSeconds(second), new Business.Noted("aggiunta"))
                .after(EventChain.digest(before));
    }

    @Test
    void aListAsItWasRecordedHolds() {
        assertTrue(EventChain.isChained(CHAINED));
        assertEquals(Optional.empty(), EventChain.verify(CHAINED));
        assertEquals(
                Optional.empty(),
                EventChain.verify(MinutesJson.read(MinutesJson.write(TestCouncil.minutes(CHAINED)))
                        .meeting()));
    }

    @Test
    void anEventIsDigestedAsCanonicalJson() throws Exception {
        SessionEvent event = SessionEvent.of(TestCouncil.START, new Business.Noted("così \"è\"\u0001"))
                .from(EventSource.operator("banco 1"))
                .after(new Digest(TestCouncil.DIGEST));
        String json = "{\"at\":\"2026-03-12T18:00+01:00\",\"previous\":\"" + TestCouncil.DIGEST
                + "\",\"source\":{\"kind\":\"operator\",\"name\":\"banco 1\"},\"text\":\"così \\\"è\\\"\\u0001\","
                + "\"type\":\"noted\"}";
        assertEquals(json, new String(EventChain.canonical(event), StandardCharsets.UTF_8));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
        assertEquals(Digest.of(digest), EventChain.digest(event));
    }

    @Property(tries = 60)
    void aChangedEventIsPointedAt(@ForAll @IntRange(max = 40) int any) {
        int index = any % (LAST + 1);
        List<SessionEvent> events = events();
        SessionEvent old = events.get(index);
        events.set(
                index,
                SessionEvent.of(old.at().plusNanos(1), old.what())
                        .after(old.previous().orElseThrow()));
        EventChain.Break broken = after(events).orElseThrow();
        assertEquals(index, broken.event());
    }

    @Property(tries = 60)
    void aRemovedEventIsMissed(@ForAll @IntRange(max = 40) int any) {
        int index = any % (LAST + 1);
        List<SessionEvent> events = events();
        events.remove(index);
        EventChain.Break broken = after(events).orElseThrow();
        assertEquals(Math.max(0, index == LAST ? index : index - 1), broken.event());
    }

    @Property(tries = 60)
    void anInsertedEventIsFound(@ForAll @IntRange(max = 40) int any) {
        int index = 1 + any % LAST;
        List<SessionEvent> events = events();
        events.add(index, note(1, events.get(index - 1)));
        assertEquals(index, after(events).orElseThrow().event());
    }

    @Property(tries = 60)
    void twoEventsThatChangedPlacesAreFound(@ForAll @IntRange(max = 40) int any) {
        int index = any % LAST;
        List<SessionEvent> events = events();
        events.add(index, events.remove(index + 1));
        assertTrue(Math.abs(after(events).orElseThrow().event() - index) <= 1);
    }

    @Test
    void anEventAddedAtTheEndIsFound() {
        List<SessionEvent> events = events();
        events.add(note(200, events.get(LAST)));
        assertEquals(
                new EventChain.Break(LAST + 2, EventChain.Break.Kind.END),
                after(events).orElseThrow());
    }

    @Test
    void anEventWithoutLinkIsFound() {
        List<SessionEvent> events = events();
        SessionEvent old = events.get(3);
        events.set(3, SessionEvent.of(old.at(), old.what()));
        assertEquals(
                new EventChain.Break(3, EventChain.Break.Kind.NOT_CHAINED),
                after(events).orElseThrow());
        assertFalse(EventChain.isChained(new TestCouncil().meeting()));
    }

    @Test
    void theListOfAnotherMeetingIsNotPassedOff() {
        Meeting other = Meeting.of(
                        CHAINED.municipality(), CHAINED.organ(), 2026, 8, CHAINED.scheduledAt(), CHAINED.place())
                .seats(CHAINED.seats())
                .agenda(CHAINED.agenda())
                .build()
                .withLog(CHAINED.events(), CHAINED.logHead().orElseThrow());
        assertEquals(
                new EventChain.Break(0, EventChain.Break.Kind.BEGINNING),
                EventChain.verify(other).orElseThrow());
    }

    @Test
    void aListWithoutItsEndIsNotTrusted() {
        LogHead shorter = new LogHead(LAST, CHAINED.logHead().orElseThrow().digest());
        assertTrue(EventChain.verify(CHAINED.withLog(CHAINED.events(), shorter)).isPresent());
    }

    @Test
    void aMeetingRebuiltWithoutANewEventKeepsItsChain() {
        assertEquals(
                Optional.empty(),
                EventChain.verify(CHAINED.toBuilder().broadcast("altrove").build()));
    }

    @Test
    void oneEventTravelsAloneAndComesBackTheSame() {
        for (SessionEvent event : CHAINED.events()) {
            assertEquals(event, EventJson.read(EventJson.write(event)));
        }
    }
}
