// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.attendance;

import eu.digitalminutes.core.internal.input.InputJson;
import eu.digitalminutes.core.outcome.MinutesException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * BigBlueButton's learning dashboard, in which every session of a user lies in a list, or in older versions in the user's
 * internal identity itself. A session that never ended has 0 for its end.
 */
final class BbbDashboardLog {
    private static final long EARLIEST = Instant.parse("2010-01-01T00:00:00Z").toEpochMilli();
    private static final long LATEST = Instant.parse("2200-01-01T00:00:00Z").toEpochMilli();

    private final InputJson root;

    BbbDashboardLog(InputJson root) {
        this.root = root;
    }

    static boolean recognizes(InputJson root) {
        return root.has("users") && root.has("createdOn") && root.has("endedOn");
    }

    void read(Reading reading) {
        OffsetDateTime created = instant(root.field("createdOn"), reading);
        Collection<InputJson> users = root.field("users").fields().values();
        Map<String, Integer> names = new HashMap<>();
        users.forEach(user -> names.merge(user.field("name").text(), 1, Integer::sum));
        names.forEach((name, count) -> reading.roster().proven(name, count == 1));
        for (InputJson user : users) {
            Map<String, InputJson> identities = user.field("intIds").fields();
            String external = user.field("extId").text();
            boolean generated = identities.containsKey(external) || external.equals(user.text("userKey"));
            List<String> accounts = generated || external.isEmpty() ? List.of() : List.of(external);
            List<Stay> stays = new ArrayList<>();
            for (InputJson identity : identities.values()) {
                sessions(identity).forEach(session -> stays.add(stay(session, reading)));
            }
            String name = user.field("name").text();
            for (Stay stay : stays) {
                reading.connection(name, accounts, stay.from(), stay.to(), stay.end(), user.where());
                if (stay.from().isBefore(created)) {
                    reading.notice("OUTSIDE_MEETING", user.where(), name);
                }
            }
        }
    }

    private static List<InputJson> sessions(InputJson identity) {
        return identity.has("sessions") ? identity.field("sessions").elements() : List.of(identity);
    }

    private Stay stay(InputJson session, Reading reading) {
        OffsetDateTime from = instant(session.field("registeredOn"), reading);
        if (session.field("leftOn").number().signum() != 0) {
            return ordered(session, from, instant(session.field("leftOn"), reading), Stay.End.RECORDED);
        }
        if (root.field("endedOn").number().signum() == 0) {
            throw new MinutesException(
                    Reading.INCOMPLETE,
                    session.where() + ": somebody is still connected and the meeting has no end: take the file after"
                            + " the end of the meeting");
        }
        return ordered(session, from, instant(root.field("endedOn"), reading), Stay.End.MEETING_ENDED);
    }

    private static Stay ordered(InputJson session, OffsetDateTime from, OffsetDateTime to, Stay.End end) {
        if (to.isBefore(from)) {
            throw new MinutesException(Reading.CONTRADICTION, session.where() + ": the session ends before it begins");
        }
        return new Stay(from, to, end);
    }

    private static OffsetDateTime instant(InputJson json, Reading reading) {
        long millis = json.number().scale() <= 0 && json.number().precision() < 16
                ? json.number().longValue()
                : 0;
        if (millis < EARLIEST || millis > LATEST) {
            throw new MinutesException(
                    Reading.TIME, json.where() + ": milliseconds since 1970 are expected, not " + json.text());
        }
        return Instant.ofEpochMilli(millis).atZone(reading.zone()).toOffsetDateTime();
    }
}
