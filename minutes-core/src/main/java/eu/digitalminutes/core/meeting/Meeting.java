// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.meeting;

import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.LogHead;
import eu.digitalminutes.core.event.Occurrence;
import eu.digitalminutes.core.event.SessionEvent;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One meeting of an organ, with all that happened in it (<i>seduta</i>). Immutable.
 *
 * <p>Construction checks only what the model needs to be read: unique ids, and events that speak of seats, items and
 * votes that exist. Whether the meeting kept the law is for {@link eu.digitalminutes.core.MinutesChecker} to say.
 */
public final class Meeting {
    private final Municipality municipality;
    private final Organ organ;
    private final MeetingId id;
    private final MeetingKind kind;
    private final int call;
    private final Publicity publicity;
    private final SessionMode mode;
    private final String place;
    private final OffsetDateTime scheduledAt;
    private final String remoteRegulation;
    private final String broadcast;
    private final @Nullable Convocation convocation;
    private final List<Seat> seats;
    private final List<AgendaItem> agenda;
    private final List<SessionEvent> events;
    private final List<SessionEvent> timeline;
    private final @Nullable LogHead logHead;

    private Meeting(Builder builder) {
        municipality = builder.municipality;
        organ = builder.organ;
        id = new MeetingId(municipality.ipaCode(), organ.kind(), builder.year, builder.number);
        kind = builder.kind;
        call = builder.call;
        publicity = builder.publicity;
        mode = builder.mode;
        place = builder.place;
        scheduledAt = builder.scheduledAt;
        remoteRegulation = builder.remoteRegulation;
        broadcast = builder.broadcast;
        convocation = builder.convocation;
        seats = List.copyOf(builder.seats);
        agenda = List.copyOf(builder.agenda);
        events = List.copyOf(builder.events);
        timeline = inOrderOfTime(events);
        logHead = builder.logHead;
        References references = References.of(seats, agenda, convocation);
        for (int i = 0; i < events.size(); i++) {
            references.accept(events.get(i).what(), "/events/" + i);
        }
    }

    /** Late entries go where they belong; of events at one instant the order of the list is kept. */
    private static List<SessionEvent> inOrderOfTime(List<SessionEvent> events) {
        for (int i = 1; i < events.size(); i++) {
            if (events.get(i).at().isBefore(events.get(i - 1).at())) {
                return events.stream()
                        .sorted(Comparator.comparing(event -> event.at().toInstant()))
                        .toList();
            }
        }
        return events;
    }

    /**
     * Begins the description of a meeting; ordinary, first call, public, in person until said otherwise.
     *
     * @param municipality the body
     * @param organ the organ that meets
     * @param year the year of the meeting's number
     * @param number the meeting's number in that year
     * @param scheduledAt when it was called for
     * @param place where, in words
     * @return a builder
     */
    public static Builder of(
            Municipality municipality, Organ organ, int year, int number, OffsetDateTime scheduledAt, String place) {
        return new Builder(municipality, organ, year, number, scheduledAt, place);
    }

    /**
     * The body.
     *
     * @return the municipality
     */
    public Municipality municipality() {
        return municipality;
    }

    /**
     * The organ that meets.
     *
     * @return the organ
     */
    public Organ organ() {
        return organ;
    }

    /**
     * The meeting's name.
     *
     * @return the id
     */
    public MeetingId id() {
        return id;
    }

    /**
     * How it was called.
     *
     * @return the kind
     */
    public MeetingKind kind() {
        return kind;
    }

    /**
     * First or second call (<i>prima o seconda convocazione</i>).
     *
     * @return 1 or 2
     */
    public int call() {
        return call;
    }

    /**
     * Whether it is open to the public.
     *
     * @return the publicity
     */
    public Publicity publicity() {
        return publicity;
    }

    /**
     * Where those who attend are.
     *
     * @return the mode
     */
    public SessionMode mode() {
        return mode;
    }

    /**
     * Where it is held.
     *
     * @return a place or a platform, in words
     */
    public String place() {
        return place;
    }

    /**
     * When it was called for.
     *
     * @return an instant with its zone
     */
    public OffsetDateTime scheduledAt() {
        return scheduledAt;
    }

    /**
     * The body's own regulation on remote sessions, which the law requires when somebody attends remotely.
     *
     * @return such as {@code Delibera C.C. n. 12 del 2022}; empty when none is cited
     */
    public String remoteRegulation() {
        return remoteRegulation;
    }

    /**
     * How the public can follow from afar (<i>pubblicità della seduta</i>).
     *
     * @return the address or name of the stream, in words; empty when none is said
     */
    public String broadcast() {
        return broadcast;
    }

    /**
     * How it was called.
     *
     * @return the notice and its deliveries, or empty if they are not known here
     */
    public Optional<Convocation> convocation() {
        return Optional.ofNullable(convocation);
    }

    /**
     * Everyone who has a seat, members and attendants.
     *
     * @return an immutable list
     */
    public List<Seat> seats() {
        return seats;
    }

    /**
     * The points of the agenda, in order.
     *
     * @return an immutable list
     */
    public List<AgendaItem> agenda() {
        return agenda;
    }

    /**
     * All that happened, in the order in which it was recorded.
     *
     * @return an immutable list
     */
    public List<SessionEvent> events() {
        return events;
    }

    /**
     * All that happened, in the order in which it happened: late entries stand where they belong.
     *
     * @return an immutable list, the same as {@link #events} if there is no late entry
     */
    public List<SessionEvent> timeline() {
        return timeline;
    }

    /**
     * The end of the list of events, if it is chained.
     *
     * @return number and digest, as they were when the list was closed; empty for a list that is not chained
     */
    public Optional<LogHead> logHead() {
        return Optional.ofNullable(logHead);
    }

    /**
     * The seat with an id.
     *
     * @param seat the id
     * @return the seat
     * @throws IllegalArgumentException if the meeting has none of that id
     */
    public Seat seat(String seat) {
        return seats.stream()
                .filter(candidate -> candidate.id().equals(seat))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no seat " + seat));
    }

    /**
     * The members of the organ who hold their seat on the day of the meeting (<i>componenti in carica</i>).
     *
     * @return seats, in the meeting's order
     */
    public List<Seat> membersInOffice() {
        return seats.stream()
                .filter(seat -> seat.member() && seat.term().covers(scheduledAt.toLocalDate()))
                .toList();
    }

    /**
     * The agenda item with an id.
     *
     * @param item the id
     * @return the item
     * @throws IllegalArgumentException if the meeting has none of that id
     */
    public AgendaItem item(String item) {
        return agenda.stream()
                .filter(candidate -> candidate.id().equals(item))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no agenda item " + item));
    }

    /**
     * Who presided at the opening (<i>presidente della seduta</i>).
     *
     * @return the seat, or empty if the meeting was never opened
     */
    public Optional<Seat> president() {
        return opening().map(opened -> seat(opened.president()));
    }

    /**
     * Who draws up the minutes (<i>segretario verbalizzante</i>).
     *
     * @return the seat, or empty if the meeting was never opened
     */
    public Optional<Seat> secretary() {
        return opening().map(opened -> seat(opened.secretary()));
    }

    /**
     * When the meeting was opened.
     *
     * @return the instant, or empty if it never was
     */
    public Optional<OffsetDateTime> openedAt() {
        return firstOf(Conduct.Opened.class).map(SessionEvent::at);
    }

    /**
     * When the meeting was closed.
     *
     * @return the instant, or empty if it was not
     */
    public Optional<OffsetDateTime> closedAt() {
        return firstOf(Conduct.Closed.class).map(SessionEvent::at);
    }

    private Optional<Conduct.Opened> opening() {
        return firstOf(Conduct.Opened.class).map(event -> (Conduct.Opened) event.what());
    }

    private Optional<SessionEvent> firstOf(Class<? extends Occurrence> kind) {
        return timeline.stream().filter(event -> kind.isInstance(event.what())).findFirst();
    }

    /**
     * This meeting with another list of events, chained.
     *
     * @param log the events, in the order in which they were recorded
     * @param head the end of the list
     * @return a new meeting
     * @throws IllegalArgumentException if an event names what is not there
     */
    public Meeting withLog(List<SessionEvent> log, LogHead head) {
        return toBuilder().withoutEvents().events(log).logHead(head).build();
    }

    /**
     * This meeting as a description that can go on, events included. A further event is not in the chain: the end of the
     * chain is carried over only as long as none is added.
     *
     * @return a builder of its own
     */
    public Builder toBuilder() {
        Builder builder = new Builder(municipality, organ, id.year(), id.number(), scheduledAt, place);
        builder.kind = kind;
        builder.call = call;
        builder.publicity = publicity;
        builder.mode = mode;
        builder.remoteRegulation = remoteRegulation;
        builder.broadcast = broadcast;
        builder.convocation = convocation;
        builder.seats.addAll(seats);
        builder.agenda.addAll(agenda);
        builder.events.addAll(events);
        builder.logHead = logHead;
        return builder;
    }

    /** Describes a meeting step by step. Not for several threads. */
    public static final class Builder {
        private final Municipality municipality;
        private final Organ organ;
        private final int year;
        private final int number;
        private final OffsetDateTime scheduledAt;
        private final String place;
        private final List<Seat> seats = new ArrayList<>();
        private final List<AgendaItem> agenda = new ArrayList<>();
        private final List<SessionEvent> events = new ArrayList<>();
        private MeetingKind kind = MeetingKind.ORDINARY;
        private int call = 1;
        private Publicity publicity = Publicity.PUBLIC;
        private SessionMode mode = SessionMode.IN_PERSON;
        private String remoteRegulation = "";
        private String broadcast = "";
        private @Nullable Convocation convocation;
        private @Nullable LogHead logHead;

        private Builder(
                Municipality municipality,
                Organ organ,
                int year,
                int number,
                OffsetDateTime scheduledAt,
                String place) {
            this.municipality = Objects.requireNonNull(municipality, "municipality");
            this.organ = Objects.requireNonNull(organ, "organ");
            this.year = year;
            this.number = number;
            this.scheduledAt = Objects.requireNonNull(scheduledAt, "scheduledAt");
            this.place = Objects.requireNonNull(place, "place");
        }

        /**
         * How it was called.
         *
         * @param value the kind
         * @return this builder
         */
        public Builder kind(MeetingKind value) {
            kind = Objects.requireNonNull(value, "kind");
            return this;
        }

        /**
         * First or second call.
         *
         * @param value 1 or 2
         * @return this builder
         * @throws IllegalArgumentException if it is neither
         */
        public Builder call(int value) {
            if (value != 1 && value != 2) {
                throw new IllegalArgumentException("a meeting is in first or second call, not " + value);
            }
            call = value;
            return this;
        }

        /**
         * Whether it is open to the public.
         *
         * @param value the publicity
         * @return this builder
         */
        public Builder publicity(Publicity value) {
            publicity = Objects.requireNonNull(value, "publicity");
            return this;
        }

        /**
         * Where those who attend are.
         *
         * @param value the mode
         * @return this builder
         */
        public Builder mode(SessionMode value) {
            mode = Objects.requireNonNull(value, "mode");
            return this;
        }

        /**
         * The body's own regulation on remote sessions.
         *
         * @param value the regulation, in words; empty when none
         * @return this builder
         */
        public Builder remoteRegulation(String value) {
            remoteRegulation = Objects.requireNonNull(value, "remoteRegulation");
            return this;
        }

        /**
         * How the public can follow from afar.
         *
         * @param value the address or name of the stream, in words; empty when none
         * @return this builder
         */
        public Builder broadcast(String value) {
            broadcast = Objects.requireNonNull(value, "broadcast");
            return this;
        }

        /**
         * How it was called.
         *
         * @param value the notice and its deliveries
         * @return this builder
         */
        public Builder convocation(Convocation value) {
            convocation = Objects.requireNonNull(value, "convocation");
            return this;
        }

        /**
         * The end of the list of events, for a list that is chained.
         *
         * @param value number and digest
         * @return this builder
         */
        public Builder logHead(LogHead value) {
            logHead = Objects.requireNonNull(value, "logHead");
            return this;
        }

        /**
         * Adds seats.
         *
         * @param values the seats
         * @return this builder
         */
        public Builder seats(List<Seat> values) {
            seats.addAll(values);
            return this;
        }

        /**
         * Adds one seat.
         *
         * @param value the seat
         * @return this builder
         */
        public Builder seat(Seat value) {
            seats.add(Objects.requireNonNull(value, "seat"));
            return this;
        }

        /**
         * Adds points to the agenda.
         *
         * @param values the points, in order
         * @return this builder
         */
        public Builder agenda(List<AgendaItem> values) {
            agenda.addAll(values);
            return this;
        }

        /**
         * Adds one point to the agenda.
         *
         * @param value the point
         * @return this builder
         */
        public Builder item(AgendaItem value) {
            return agenda(List.of(value));
        }

        /**
         * Adds a point in public to the agenda; its id is {@code item-} followed by its number.
         *
         * @param itemNumber its number as printed, letters, digits and hyphens
         * @param title what it is about
         * @return this builder
         */
        public Builder item(String itemNumber, String title) {
            agenda.add(AgendaItem.of("item-" + itemNumber, itemNumber, title, Publicity.PUBLIC));
            return this;
        }

        /**
         * Adds what happened.
         *
         * @param at when, with its zone
         * @param what what happened
         * @return this builder
         */
        public Builder event(OffsetDateTime at, Occurrence what) {
            return event(SessionEvent.of(at, what));
        }

        /**
         * Adds what happened, already as an event.
         *
         * @param value the event
         * @return this builder
         */
        public Builder event(SessionEvent value) {
            return events(List.of(value));
        }

        /**
         * Adds what happened, already as events.
         *
         * @param values the events, in order
         * @return this builder
         */
        public Builder events(List<SessionEvent> values) {
            events.addAll(values);
            logHead = null;
            return this;
        }

        /**
         * Takes all events out again, and the end of their chain.
         *
         * @return this builder
         */
        public Builder withoutEvents() {
            events.clear();
            logHead = null;
            return this;
        }

        /**
         * The meeting.
         *
         * @return the meeting
         * @throws IllegalArgumentException if two seats, items or votes have one id, or an event names one that is not
         *     there; the message begins with a JSON pointer into {@code minutes.json}, such as {@code /events/12}
         */
        public Meeting build() {
            return new Meeting(this);
        }
    }
}
