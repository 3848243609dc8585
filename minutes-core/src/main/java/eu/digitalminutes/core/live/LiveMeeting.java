// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.live;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.course.SessionState;
import eu.digitalminutes.core.event.LogHead;
import eu.digitalminutes.core.event.Matter;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.exchange.EventChain;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.References;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.rules.LocalRules;
import eu.digitalminutes.core.ruling.QuorumRuling;
import eu.digitalminutes.core.ruling.VoteRuling;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A meeting while it goes on (<i>seduta in corso</i>): takes events one at a time, chains and stores each, and knows at
 * once who is there, whether the legal number holds, and which votes are open.
 *
 * <p>Taking an event costs the same after fifty thousand events as after five hundred; only a late entry, and
 * {@link #meeting}, cost as much as there are events. For many threads.
 */
public final class LiveMeeting {
    private static final Logger LOG = LoggerFactory.getLogger(LiveMeeting.class);

    private final LocalRules rules;
    private final EventStore store;
    private final List<LiveListener> listeners = new CopyOnWriteArrayList<>();
    private final List<SessionEvent> events = new ArrayList<>();
    private final References references;
    private Meeting head;
    private LiveState state;
    private Digest digest;
    private boolean quorate = true;

    private LiveMeeting(Meeting head, LocalRules rules, EventStore store) {
        this.head = head;
        this.rules = Objects.requireNonNull(rules, "rules");
        this.store = Objects.requireNonNull(store, "store");
        this.references = References.of(head);
        this.state = new LiveState(head, rules);
        this.digest = EventChain.genesis(head.id());
    }

    /**
     * A meeting in which nothing has happened yet.
     *
     * @param head organ, seats, agenda and convocation
     * @param rules the rules in force
     * @param store where the events are kept
     * @return the meeting
     * @throws IllegalArgumentException if it has events; {@link #resume} takes those
     */
    public static LiveMeeting begin(Meeting head, LocalRules rules, EventStore store) {
        if (!head.events().isEmpty()) {
            throw new IllegalArgumentException("the meeting has events already: resume it");
        }
        return new LiveMeeting(head, rules, store);
    }

    /**
     * A meeting that goes on after the program was started again.
     *
     * @param soFar the meeting with its chained events, as the store kept them; they are not stored again
     * @param rules the rules in force
     * @param store where the further events are kept
     * @return the meeting
     * @throws MinutesException with code {@code EVENT_CHAIN_BROKEN} if the events are not as they were stored
     */
    public static LiveMeeting resume(Meeting soFar, LocalRules rules, EventStore store) {
        Meeting head = soFar.toBuilder().withoutEvents().build();
        LiveMeeting meeting = new LiveMeeting(head, rules, store);
        for (int i = 0; i < soFar.events().size(); i++) {
            SessionEvent event = soFar.events().get(i);
            if (!event.previous().equals(Optional.of(meeting.digest))) {
                throw new MinutesException(
                        "EVENT_CHAIN_BROKEN",
                        "the event at /events/" + i
                                + " is not chained to the one before: restore the list from the store");
            }
            meeting.references.accept(event.what(), "/events/" + i);
            meeting.digest = EventChain.digest(event);
            meeting.events.add(event);
        }
        meeting.replay();
        meeting.quorate =
                !meeting.isUnderWay() || meeting.state.quorum(Matter.ORDINARY).holds();
        return meeting;
    }

    /**
     * A meeting that goes on from its journal after the program was started again.
     *
     * @param head organ, seats and agenda, those added while the meeting went on included; no events
     * @param rules the rules in force
     * @param journal the journal, in which the further events are kept
     * @return the meeting, in which nothing has happened if the journal was empty
     * @throws MinutesException with code {@code EVENT_CHAIN_BROKEN} if the events are not as they were stored
     * @throws IllegalArgumentException if an event names a seat or a point that the head lacks
     */
    public static LiveMeeting resume(Meeting head, LocalRules rules, EventJournal journal) {
        return resume(
                head.toBuilder().withoutEvents().events(journal.recovered()).build(), rules, (EventStore) journal);
    }

    /**
     * Lets a listener be told from now on.
     *
     * @param listener the listener
     */
    public void tell(LiveListener listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
    }

    /**
     * Lets further events name somebody who was not expected.
     *
     * @param seat the seat
     * @throws IllegalArgumentException if there is one of that id
     */
    public synchronized void add(Seat seat) {
        references.add(seat, "/seats/" + head.seats().size());
        head = head.toBuilder().seat(seat).build();
        replay();
    }

    /**
     * Lets further events name a point that was not on the agenda; that it came to the agenda is an event of its own.
     *
     * @param item the point
     * @throws IllegalArgumentException if there is one of that id
     */
    public synchronized void add(AgendaItem item) {
        references.add(item, "/agenda/" + head.agenda().size());
        head = head.toBuilder().agenda(List.of(item)).build();
    }

    /**
     * Takes an event: checks it, chains it, stores it, and tells the listeners.
     *
     * <p>What happened earlier than the event before is a late entry, see {@link SessionEvent#enteredAt}.
     *
     * @param event the event
     * @return the event, chained
     * @throws IOException if it could not be stored; it does not count then, and can be given again
     * @throws MinutesException if it cannot be taken, and nothing changed: with code {@code EVENT_INVALID} if it names
     *     what is not there, {@code EVENT_OUT_OF_ORDER} if it is neither later than the one before nor a late entry,
     *     {@code STATE_FORBIDS} if it cannot happen now, {@code TALLY_EXCEEDS_PRESENT} if more votes were counted than
     *     members are there
     */
    public synchronized SessionEvent append(SessionEvent event) throws IOException {
        requireOrder(event);
        requireReferences(event);
        Optional<VoteRuling> result = Optional.empty();
        if (!isBackdated(event)) {
            requireState(event);
            result = event.what() instanceof Voting.VoteClosed closed ? state.resultOf(closed) : result;
        }
        SessionEvent chained = event.after(digest);
        store.append(chained);
        references.accept(chained.what(), "/events/" + events.size());
        digest = EventChain.digest(chained);
        SessionState before = state.session();
        boolean backdated = isBackdated(chained);
        events.add(chained);
        if (backdated) {
            replay();
        } else {
            state.accept(chained);
        }
        signals(chained, before, result);
        return chained;
    }

    private boolean isBackdated(SessionEvent event) {
        return !events.isEmpty()
                && event.at().isBefore(events.get(events.size() - 1).at());
    }

    private void requireOrder(SessionEvent event) {
        SessionEvent last = events.isEmpty() ? event : events.get(events.size() - 1);
        if (event.recordedAt().isBefore(last.recordedAt())) {
            throw new MinutesException(
                    "EVENT_OUT_OF_ORDER",
                    "an event of " + event.recordedAt() + " cannot follow one of " + last.recordedAt()
                            + ": if it happened earlier, enter it as a late entry with the instant of now");
        }
    }

    private void requireReferences(SessionEvent event) {
        try {
            references.check(event.what(), "/events/" + events.size());
        } catch (IllegalArgumentException e) {
            throw new MinutesException("EVENT_INVALID", String.valueOf(e.getMessage()), e);
        }
    }

    private void requireState(SessionEvent event) {
        if (state.session().after(event.what()).isEmpty()) {
            throw new MinutesException(
                    "STATE_FORBIDS",
                    "the meeting is " + state.session().label().in(Locale.ENGLISH) + ": "
                            + event.what().getClass().getSimpleName() + " cannot happen now");
        }
    }

    /** A late entry can change all that follows it. */
    private void replay() {
        LiveState replayed = new LiveState(head, rules);
        events.stream()
                .sorted(Comparator.comparing(event -> event.at().toInstant()))
                .forEach(replayed::accept);
        state = replayed;
    }

    private void signals(SessionEvent event, SessionState before, Optional<VoteRuling> result) {
        signal(new LiveSignal.Recorded(event, events.size() - 1));
        if (state.session() != before) {
            signal(new LiveSignal.StateReached(state.session()));
        }
        if (isUnderWay()) {
            QuorumRuling quorum = state.quorum(Matter.ORDINARY);
            if (quorum.holds() != quorate) {
                quorate = quorum.holds();
                signal(quorate ? new LiveSignal.QuorumRegained(quorum) : new LiveSignal.QuorumLost(quorum));
            }
        }
        if (event.what() instanceof Voting.VoteOpened opened) {
            state.openVotes().stream()
                    .filter(vote -> vote.opening().vote().equals(opened.vote()))
                    .forEach(vote -> signal(new LiveSignal.VoteStarted(vote)));
        } else if (event.what() instanceof Voting.VoteClosed closed) {
            signal(new LiveSignal.VoteCounted(closed.vote(), result));
        }
    }

    private boolean isUnderWay() {
        return state.session() == SessionState.OPEN || state.session() == SessionState.SUSPENDED;
    }

    private void signal(LiveSignal signal) {
        for (LiveListener listener : listeners) {
            try {
                listener.told(signal);
            } catch (RuntimeException e) {
                LOG.warn("A listener of the meeting {} failed; the event stands", head.id(), e);
            }
        }
    }

    /**
     * The legal number now, for ordinary matters.
     *
     * @return who is there and how many are needed, with the reasons
     */
    public QuorumRuling quorum() {
        return quorum(Matter.ORDINARY);
    }

    /**
     * The legal number now, for a matter for which the statute asks for another.
     *
     * @param matter the matter
     * @return who is there and how many are needed, with the reasons
     */
    public synchronized QuorumRuling quorum(Matter matter) {
        return state.quorum(matter);
    }

    /**
     * The members who are there now, and who sits in a member's place.
     *
     * @return seats, in the order of the meeting
     */
    public synchronized List<Seat> present() {
        return state.attendees().members();
    }

    /**
     * The state of the meeting now.
     *
     * @return the state
     */
    public synchronized SessionState state() {
        return state.session();
    }

    /**
     * The votes that were opened and not yet counted.
     *
     * @return the votes, in the order in which they were opened
     */
    public synchronized List<OpenVote> openVotes() {
        return state.openVotes();
    }

    /**
     * The end of the chain now; a time-stamp over its digest proves all events so far.
     *
     * @return number of events and digest of the last
     */
    public synchronized LogHead logHead() {
        return new LogHead(events.size(), digest);
    }

    /**
     * The meeting as it stands now, chained. Costs as much as there are events.
     *
     * @return an immutable meeting
     */
    public synchronized Meeting meeting() {
        return head.withLog(events, new LogHead(events.size(), digest));
    }
}
