// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Seat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whose seat a person of a debate holds: found by the seat's id, or by the whole name. */
final class DebateSeats {
    private final Debate debate;
    private final AknNotices notices;
    private final Map<String, String> seats = new HashMap<>();

    DebateSeats(Debate debate, Meeting meeting, AknNotices notices) {
        this.debate = debate;
        this.notices = notices;
        for (Seat seat : meeting.seats()) {
            seats.put("#" + seat.id(), seat.id());
            seats.put("#person_" + seat.id(), seat.id());
            seats.put(key(seat.person().fullName()), seat.id());
            seats.put(key(seat.person().familyName() + " " + seat.person().givenName()), seat.id());
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s,]+", " ").strip();
    }

    /** The seat behind a reference; what it leaves out it tells. */
    Optional<String> of(String reference) {
        String name = debate.referenced(reference).map(DebateReference::showAs).orElse("");
        String found = seats.getOrDefault(reference, seats.getOrDefault(key(name), ""));
        if (found.isEmpty()) {
            notices.add("AKN_PERSON_UNKNOWN", name.isEmpty() ? reference : name);
            return Optional.empty();
        }
        return Optional.of(found);
    }
}
