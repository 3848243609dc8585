// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.TestCouncil;
import eu.digitalminutes.core.course.SessionState;
import eu.digitalminutes.core.event.Attending;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.Occurrence;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.event.VotingMethod;
import eu.digitalminutes.core.exchange.EventChain;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Publicity;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.presence.Presence;
import eu.digitalminutes.core.rules.LocalRules;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveMeetingTest {
    private final List<LiveSignal> signals = new ArrayList<>();
    private final List<SessionEvent> stored = new ArrayList<>();
    private LiveMeeting live = LiveMeeting.begin(head(), LocalRules.ordinaryCouncil(), stored::add);

    private static Meeting head() {
        return new TestCouncil().meeting().toBuilder().withoutEvents().build();
    }

    @BeforeEach
    void listen() {
        live.tell(signals::add);
    }

    private SessionEvent at(int second, Occurrence what) throws IOException {
        return live.append(SessionEvent.of(TestCouncil.START.plusSeconds(second), what));
    }

    private void open(int members) throws IOException {
        for (int i = 1; i <= members; i++) {
            at(i, TestCouncil.joined("c" + i));
        }
        at(9, TestCouncil.joined("secretary"));
        at(10, new Conduct.Opened("c1", "secretary"));
    }

    private List<LiveSignal> signals(Class<? extends LiveSignal> kind) {
        return signals.stream().filter(kind::isInstance).toList();
    }

    private String refused(int second, Occurrence what) {
        int before = stored.size();
        MinutesException refusal = assertThrows(MinutesException.class, () -> at(second, what));
        assertEquals(before, stored.size(), "nothing is stored of what is refused");
        return refusal.code();
    }

    @Test
    void eventsTakenOneByOneMakeTheSameMeetingAsAllAtOnce() throws IOException {
        Meeting whole = new TestCouncil().meeting();
        for (SessionEvent event : whole.events()) {
            live.append(event);
        }
        assertEquals(EventChain.chain(whole).events(), live.meeting().events());
        assertEquals(EventChain.chain(whole).logHead(), live.meeting().logHead());
        assertEquals(Optional.empty(), EventChain.verify(live.meeting()));
        assertEquals(stored, live.meeting().events());
        assertEquals(SessionState.CLOSED, live.state());
    }

    @Test
    void whoListensIsToldWhenTheQuorumIsLostAndRegained() throws IOException {
        open(4);
        assertTrue(live.quorum().holds());
        at(20, new Attending.Left("c4", ""));
        assertTrue(live.quorum().holds(), "three of six are half");
        at(21, new Attending.ConnectionLost("c3"));
        assertFalse(live.quorum().holds());
        assertEquals(1, signals(LiveSignal.QuorumLost.class).size());
        at(22, TestCouncil.joined("c5"));
        assertEquals(1, signals(LiveSignal.QuorumRegained.class).size());
        LiveSignal.QuorumRegained regained = (LiveSignal.QuorumRegained)
                signals(LiveSignal.QuorumRegained.class).get(0);
        assertEquals(3, regained.quorum().counted());
        assertEquals(3, regained.quorum().required());
    }

    @Test
    void aMeetingOpenedBeforeTooFewIsToldAtOnce() throws IOException {
        open(2);
        assertEquals(1, signals(LiveSignal.QuorumLost.class).size());
    }

    @Test
    void anOpenVoteIsKnownUntilItIsCounted() throws IOException {
        open(6);
        at(30, new Business.ItemOpened("item-1"));
        at(40, new Voting.VoteOpened("v1", "item-1", VoteKind.MAIN, VotingMethod.ROLL_CALL, ""));
        assertEquals(
                List.of("v1"),
                live.openVotes().stream().map(vote -> vote.opening().vote()).toList());
        at(50, TestCouncil.closed("v1", 4, 1, 1));
        assertEquals(List.of(), live.openVotes());
        LiveSignal.VoteCounted counted =
                (LiveSignal.VoteCounted) signals(LiveSignal.VoteCounted.class).get(0);
        assertEquals(Outcome.APPROVED, counted.result().orElseThrow().outcome());
        assertFalse(counted.result().orElseThrow().explanation().italian().isBlank());
    }

    @Test
    void whatCannotBeTakenIsRefusedAndChangesNothing() throws IOException {
        open(6);
        assertEquals("EVENT_INVALID", refused(20, TestCouncil.joined("nobody")));
        assertEquals("EVENT_OUT_OF_ORDER", refused(5, new Business.Noted("prima")));
        assertEquals("STATE_FORBIDS", refused(20, new Conduct.Resumed()));
        at(20, new Conduct.Suspended(""));
        assertEquals("STATE_FORBIDS", refused(21, new Business.ItemOpened("item-1")));
        at(22, new Conduct.Resumed());
        at(30, new Voting.VoteOpened("v1", "item-1", VoteKind.MAIN, VotingMethod.ROLL_CALL, ""));
        assertEquals("TALLY_EXCEEDS_PRESENT", refused(31, new Voting.VoteClosed("v1", Tally.of(7, 0, 0), Map.of())));
        assertEquals(1, live.openVotes().size(), "the vote is still open");
    }

    @Test
    void aSecretBallotWithNamesIsRefusedWithoutRepeatingThem() throws IOException {
        open(6);
        at(30, new Voting.VoteOpened("v1", "item-1", VoteKind.MAIN, VotingMethod.SECRET_BALLOT, ""));
        MinutesException refusal =
                assertThrows(MinutesException.class, () -> at(31, TestCouncil.closed("v1", 5, 1, 0)));
        assertFalse(refusal.getMessage().contains("c6"), refusal.getMessage());
    }

    @Test
    void aLateEntryTakesEffectWhenItHappened() throws IOException {
        open(6);
        at(60, new Business.ItemOpened("item-1"));
        live.append(SessionEvent.of(TestCouncil.START.plusSeconds(20), new Attending.Left("c6", ""))
                .enteredAt(TestCouncil.START.plusSeconds(70)));
        assertEquals(5, live.present().size());
        Meeting meeting = live.meeting();
        assertFalse(Presence.of(meeting).isPresent("c6", TestCouncil.START.plusSeconds(30)));
        assertEquals(
                "c6",
                ((Attending.Left) meeting.events()
                                .get(meeting.events().size() - 1)
                                .what())
                        .seat());
        assertEquals(Optional.empty(), EventChain.verify(meeting));
    }

    @Test
    void whatCannotBeStoredDoesNotCount() throws IOException {
        live = LiveMeeting.begin(head(), LocalRules.ordinaryCouncil(), event -> {
            throw new IOException("disk full");
        });
        assertThrows(IOException.class, () -> at(1, TestCouncil.joined("c1")));
        assertEquals(List.of(), live.present());
        assertEquals(0, live.logHead().events());
    }

    @Test
    void aListenerThatThrowsChangesNothing() throws IOException {
        live.tell(signal -> {
            throw new IllegalStateException("the screen is off");
        });
        open(6);
        assertEquals(6, live.present().size());
    }

    @Test
    void peopleAndPointsCanComeLater() throws IOException {
        open(6);
        live.add(AgendaItem.of("item-9", "9", "Urgente", Publicity.PUBLIC).outsideAgenda());
        at(20, new Business.ItemAdded("item-9", "urgenza"));
        at(21, new Business.ItemOpened("item-9"));
        assertThrows(
                IllegalArgumentException.class,
                () -> live.add(AgendaItem.of("item-9", "9", "Urgente", Publicity.PUBLIC)));
        assertEquals("9", live.meeting().item("item-9").number());
    }

    @Test
    void aMeetingGoesOnAfterARestart() throws IOException {
        open(6);
        at(20, new Business.ItemOpened("item-1"));
        Meeting soFar = head().toBuilder().events(stored).build();
        LiveMeeting resumed = LiveMeeting.resume(soFar, LocalRules.ordinaryCouncil(), stored::add);
        assertEquals(live.logHead(), resumed.logHead());
        assertEquals(live.present(), resumed.present());
        resumed.append(SessionEvent.of(TestCouncil.START.plusSeconds(30), new Conduct.Closed()));
        assertEquals(Optional.empty(), EventChain.verify(resumed.meeting()));
    }

    @Test
    void aStoreThatWasTamperedWithIsNotResumed() throws IOException {
        open(6);
        List<SessionEvent> tampered = new ArrayList<>(stored);
        tampered.remove(3);
        Meeting soFar = head().toBuilder().events(tampered).build();
        assertEquals(
                "EVENT_CHAIN_BROKEN",
                assertThrows(
                                MinutesException.class,
                                () -> LiveMeeting.resume(soFar, LocalRules.ordinaryCouncil(), EventStore.inMemory()))
                        .code());
    }

    @Test
    void manyThreadsMakeOneChain() throws Exception {
        open(6);
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
            Thread thread = new Thread(() -> {
                try {
                    go.await();
                    for (int i = 0; i < 50; i++) {
                        at(60, new Business.Noted("nota"));
                    }
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            thread.start();
            threads.add(thread);
        }
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(408, live.logHead().events());
        assertEquals(Optional.empty(), EventChain.verify(live.meeting()));
    }

    @Test
    void aMeetingResumedWithoutQuorumTellsWhenItIsThereAgain() throws IOException {
        open(3);
        at(20, new Attending.Left("c3", ""));
        LiveMeeting resumed = LiveMeeting.resume(
                head().toBuilder().events(stored).build(), LocalRules.ordinaryCouncil(), EventStore.inMemory());
        List<LiveSignal> told = new ArrayList<>();
        resumed.tell(told::add);
        resumed.append(SessionEvent.of(TestCouncil.START.plusSeconds(30), TestCouncil.joined("c4")));
        assertTrue(told.stream().anyMatch(LiveSignal.QuorumRegained.class::isInstance), told.toString());
    }
}
