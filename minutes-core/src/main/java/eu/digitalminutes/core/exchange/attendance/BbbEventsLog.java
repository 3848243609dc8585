// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.attendance;

import eu.digitalminutes.core.internal.input.InputFile;
import eu.digitalminutes.core.internal.input.Refusal;
import eu.digitalminutes.core.outcome.MinutesException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code events.xml} of a BigBlueButton recording. Only the module PARTICIPANT says who was there: the module VOICE has a
 * leaving of the same name, which is a microphone being put down.
 */
final class BbbEventsLog {
    private static final Pattern CREATED = Pattern.compile(".*-(\\d{13})");

    private final BbbEventsFile file;
    private final Reading reading;
    private final Optional<Long> base;

    private BbbEventsLog(BbbEventsFile file, Reading reading) {
        this.file = file;
        this.reading = reading;
        this.base = base(file, reading);
    }

    /** A user under one internal identity. */
    private static final class User {
        private final String name;
        private final List<String> accounts;
        private final List<Stay> stays = new ArrayList<>();
        private Optional<OffsetDateTime> since = Optional.empty();

        User(String name, List<String> accounts) {
            this.name = name;
            this.accounts = accounts;
        }
    }

    static void read(InputFile input, Reading reading) {
        new BbbEventsLog(BbbEventsFile.read(input), reading).read();
    }

    private void read() {
        Map<String, User> users = new LinkedHashMap<>();
        List<BbbEvent> events = file.events().stream()
                .sorted(Comparator.comparingLong(BbbEvent::monotonic).thenComparing(event -> rank(event.name())))
                .toList();
        boolean ended = false;
        for (BbbEvent event : events) {
            switch (event.name()) {
                case "ParticipantJoinEvent" -> join(event, users);
                case "ParticipantLeftEvent" -> leave(event, users);
                default -> {
                    ended = true;
                    OffsetDateTime end = instant(event);
                    users.values().forEach(user -> close(user, end, Stay.End.MEETING_ENDED));
                }
            }
        }
        OffsetDateTime last = instant(file.last());
        Stay.End end = ended ? Stay.End.MEETING_ENDED : Stay.End.LAST_EVENT;
        users.values().forEach(user -> close(user, last, end));
        Map<String, Integer> guests = new HashMap<>();
        users.values().stream()
                .filter(user -> user.accounts.isEmpty())
                .forEach(user -> guests.merge(user.name, 1, Integer::sum));
        guests.forEach((name, count) -> reading.roster().proven(name, count == 1));
        users.values().forEach(this::add);
    }

    private static int rank(String name) {
        return name.equals("ParticipantJoinEvent") ? 0 : name.equals("ParticipantLeftEvent") ? 1 : 2;
    }

    private void add(User user) {
        user.stays.forEach(
                stay -> reading.connection(user.name, user.accounts, stay.from(), stay.to(), stay.end(), user.name));
    }

    private void join(BbbEvent event, Map<String, User> users) {
        String id = required(event, "userId");
        String external = event.field("externalUserId");
        List<String> accounts = external.isEmpty() || external.equals(id) ? List.of() : List.of(external);
        User user = users.computeIfAbsent(id, any -> new User(event.field("name"), accounts));
        if (user.since.isEmpty()) {
            user.since = Optional.of(instant(event));
        }
    }

    private void leave(BbbEvent event, Map<String, User> users) {
        User user = users.get(required(event, "userId"));
        if (user == null) {
            throw new MinutesException(
                    Reading.INCOMPLETE,
                    "event " + event.position() + ": " + Refusal.quote(event.field("userId"))
                            + " leaves without having joined: the file has lost events");
        }
        close(user, instant(event), Stay.End.RECORDED);
    }

    private static void close(User user, OffsetDateTime at, Stay.End end) {
        if (user.since.filter(at::isBefore).isPresent()) {
            throw new MinutesException(
                    Reading.CONTRADICTION,
                    Refusal.quote(user.name) + " leaves at " + at
                            + ", before joining: the dates of the events are not in" + " the order of their clock");
        }
        user.since.ifPresent(since -> user.stays.add(new Stay(since, at, end)));
        user.since = Optional.empty();
    }

    private static String required(BbbEvent event, String field) {
        if (event.field(field).isEmpty()) {
            throw new MinutesException(
                    Reading.ROW, "event " + event.position() + ", " + event.name() + ", has no " + field);
        }
        return event.field(field);
    }

    private OffsetDateTime instant(BbbEvent event) {
        Instant instant = stamped(event)
                .or(() -> base.map(millis -> Instant.ofEpochMilli(millis + event.monotonic())))
                .orElseThrow(() -> new MinutesException(
                        Reading.TIME,
                        "event " + event.position() + " has neither timestampUTC nor date, and the meeting_id "
                                + Refusal.quote(file.meeting()) + " does not say when the meeting was created"));
        return instant.atZone(reading.zone()).toOffsetDateTime();
    }

    private static Optional<Instant> stamped(BbbEvent event) {
        String millis = event.field("timestampUTC");
        if (millis.matches("\\d{12,14}")) {
            return Optional.of(Instant.ofEpochMilli(Long.parseLong(millis)));
        }
        try {
            return event.field("date").isEmpty()
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(event.field("date")).toInstant());
        } catch (DateTimeException e) {
            throw new MinutesException(
                    Reading.TIME,
                    "event " + event.position() + ": a date with its offset is expected, not "
                            + Refusal.quote(event.field("date")),
                    e);
        }
    }

    /** What the running clock must be added to, where events carry no date: the meeting was created at the first event. */
    private static Optional<Long> base(BbbEventsFile file, Reading reading) {
        for (BbbEvent event : List.of(file.first(), file.last())) {
            Optional<Instant> stamped = stamped(event);
            if (stamped.isPresent()) {
                return stamped.map(instant -> instant.toEpochMilli() - event.monotonic());
            }
        }
        Matcher created = CREATED.matcher(file.meeting());
        if (!created.matches()) {
            return Optional.empty();
        }
        reading.notice("CLOCK_FROM_MEETING_ID", "");
        Duration base = Duration.ofMillis(Long.parseLong(created.group(1)))
                .minusMillis(file.first().monotonic());
        return Optional.of(base.toMillis());
    }
}
