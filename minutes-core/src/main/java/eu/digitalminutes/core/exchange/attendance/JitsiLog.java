// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.attendance;

import eu.digitalminutes.core.internal.input.InputJson;
import eu.digitalminutes.core.internal.input.Refusal;
import eu.digitalminutes.core.outcome.MinutesException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The messages of Jitsi's event_sync plug-in, in any order. Each occupant is named with the instant of joining, so that
 * joining and leaving find each other; the last message repeats them all.
 */
final class JitsiLog {
    private static final Instant EARLIEST = Instant.parse("2010-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final Map<String, Occupant> occupants = new LinkedHashMap<>();
    private final Set<String> rooms = new HashSet<>();
    private Optional<Instant> destroyed = Optional.empty();
    private Instant last = EARLIEST;

    /** One connection of one device. */
    private static final class Occupant {
        private final String name;
        private final List<String> accounts;
        private final Instant joined;
        private Optional<Instant> left = Optional.empty();

        Occupant(String name, List<String> accounts, Instant joined) {
            this.name = name;
            this.accounts = accounts;
            this.joined = joined;
        }
    }

    static boolean recognizes(InputJson first) {
        return first.has("event_name") && first.has("room_jid");
    }

    void read(List<InputJson> messages, Reading reading) {
        for (InputJson message : messages) {
            message(message, reading);
        }
        boolean open = occupants.values().stream().anyMatch(one -> one.left.isEmpty());
        if (open && destroyed.isEmpty()) {
            throw new MinutesException(
                    Reading.INCOMPLETE,
                    "somebody never leaves and the room is never destroyed: the log is cut, or the meeting is still"
                            + " going on; take the log after its end");
        }
        if (destroyed.isEmpty()) {
            reading.notice("COMPLETENESS_UNPROVEN", "");
        }
        occupants.values().stream()
                .sorted(Comparator.comparing((Occupant one) -> one.joined))
                .forEach(one -> reading.connection(
                        one.name,
                        one.accounts,
                        at(one.joined, reading),
                        at(one.left.or(() -> destroyed).orElse(last), reading),
                        one.left.isPresent() ? Stay.End.RECORDED : Stay.End.MEETING_ENDED,
                        one.name));
    }

    private static OffsetDateTime at(Instant instant, Reading reading) {
        return instant.atZone(reading.zone()).toOffsetDateTime();
    }

    private void message(InputJson message, Reading reading) {
        String event = message.field("event_name").text();
        if (message.truth("is_breakout").orElse(false)) {
            reading.notice("BREAKOUT_LEFT_OUT", "", message.text("room_name"));
            return;
        }
        rooms.add(message.field("room_jid").text());
        if (rooms.size() > 1) {
            throw new MinutesException(
                    Reading.SEVERAL_MEETINGS,
                    message.where() + ": the messages are of several rooms, " + String.join(", ", rooms)
                            + ": keep those of the meeting");
        }
        switch (event) {
            case "muc-occupant-joined" -> occupant(message.field("occupant"), false);
            case "muc-occupant-left" -> occupant(message.field("occupant"), true);
            case "muc-room-destroyed" -> {
                Instant end = instant(message.field("destroyed_at"));
                if (destroyed.filter(before -> !before.equals(end)).isPresent()) {
                    throw new MinutesException(
                            Reading.SEVERAL_MEETINGS,
                            message.where() + ": the room was destroyed more than once: keep the messages of one"
                                    + " meeting");
                }
                destroyed = Optional.of(end);
                if (message.has("all_occupants")) {
                    message.field("all_occupants").elements().forEach(one -> occupant(one, false));
                } else {
                    reading.notice("COMPLETENESS_UNPROVEN", "");
                }
            }
            default -> {
                // Room creation and what later versions add say nothing about who was there.
            }
        }
    }

    private void occupant(InputJson json, boolean mustHaveLeft) {
        String jid = json.field("occupant_jid").text();
        Instant joined = instant(json.field("joined_at"));
        List<String> accounts = Stream.of(json.text("email"), json.text("id"))
                .filter(word -> !word.isEmpty())
                .toList();
        Occupant occupant = occupants.computeIfAbsent(
                jid + " " + joined,
                any -> new Occupant(json.text("name").isEmpty() ? jid : json.text("name"), accounts, joined));
        if (!occupant.accounts.equals(accounts)) {
            throw new MinutesException(
                    Reading.CONTRADICTION,
                    json.where() + ": " + Refusal.quote(jid) + " has another account than in an earlier message");
        }
        if (mustHaveLeft || json.has("left_at")) {
            Instant left = instant(json.field("left_at"));
            if (occupant.left.filter(before -> !before.equals(left)).isPresent()) {
                throw new MinutesException(
                        Reading.CONTRADICTION,
                        json.where() + ": " + Refusal.quote(jid)
                                + " leaves at another time than in an earlier message");
            }
            occupant.left = Optional.of(left);
            last = last.isBefore(left) ? left : last;
        }
    }

    private static Instant instant(InputJson json) {
        BigDecimal seconds = json.number();
        if (seconds.abs().compareTo(BigDecimal.valueOf(LATEST.getEpochSecond())) < 0) {
            Instant instant = Instant.ofEpochSecond(
                    seconds.longValue(),
                    seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue());
            if (instant.isAfter(EARLIEST)) {
                return instant;
            }
        }
        throw new MinutesException(
                Reading.TIME, json.where() + ": seconds since 1970 are expected, not " + json.text());
    }
}
