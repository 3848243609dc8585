// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.rendition;

import eu.digitalminutes.archive.internal.proceedings.Attendance;
import eu.digitalminutes.archive.internal.text.Words;
import eu.digitalminutes.core.event.Matter;
import eu.digitalminutes.core.internal.text.Html;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.presence.Presence;
import eu.digitalminutes.core.presence.Quorum;
import eu.digitalminutes.core.ruling.QuorumRuling;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The roll call (<i>appello</i>) with the legal number that it gave. */
final class ActAttendance {
    private ActAttendance() {}

    static void write(Html html, Words words, Minutes minutes) {
        Meeting meeting = minutes.meeting();
        List<Attendance> all = Attendance.allOf(meeting);
        html.element("h2", words.say("attendance.title"));
        table(
                html,
                words,
                words.say("attendance.members"),
                all.stream().filter(one -> one.seat().member()).toList());
        List<Attendance> others =
                all.stream().filter(one -> !one.seat().member()).toList();
        if (!others.isEmpty()) {
            table(html, words, words.say("attendance.others"), others);
        }
        quorum(html, words, minutes);
    }

    private static void table(Html html, Words words, String caption, List<Attendance> rows) {
        html.element("h3", caption, "class", "caption");
        html.open("table", "class", "roll").open("thead").open("tr");
        for (String column : List.of("name", "role", "status", "mode", "movements")) {
            html.element("th", words.say("attendance." + column), "scope", "col", "class", column);
        }
        html.close().close().open("tbody");
        for (Attendance row : rows) {
            html.open("tr").open("th", "scope", "row").text(inverted(row.seat()));
            if (!row.seat().group().isBlank()) {
                html.open("br").element("span", row.seat().group(), "class", "minor");
            }
            html.close();
            html.element("td", words.say(row.seat().role().label()));
            html.element("td", words.say("status." + row.status().name().toLowerCase(Locale.ROOT)));
            html.element("td", row.mode().map(mode -> words.say(mode.label())).orElse("—"));
            html.element("td", movements(words, row.movements()));
            html.closeLine();
        }
        html.close().closeLine();
    }

    private static String inverted(Seat seat) {
        return seat.person().familyName() + " " + seat.person().givenName();
    }

    private static String movements(Words words, List<Attendance.Movement> movements) {
        return movements.isEmpty()
                ? "—"
                : movements.stream()
                        .map(one -> words.say(
                                "movement." + one.direction().name().toLowerCase(Locale.ROOT),
                                words.time(one.at()),
                                words.say(one.mode().label())))
                        .collect(Collectors.joining("; "));
    }

    private static void quorum(Html html, Words words, Minutes minutes) {
        Meeting meeting = minutes.meeting();
        List<Seat> present = Presence.of(meeting).membersAt(Attendance.rollCallOf(meeting));
        long members = meeting.seats().stream().filter(Seat::member).count();
        html.element("h2", words.say("quorum.title"));
        html.open("table", "class", "figures").open("thead").open("tr");
        for (String column : List.of("assigned", "present", "absent", "counted", "required")) {
            html.element("th", words.say("quorum." + column), "scope", "col");
        }
        html.close().close().open("tbody").open("tr");
        QuorumRuling quorum = Quorum.of(meeting, minutes.rules(), Matter.ORDINARY, present);
        int required = quorum.required();
        int counted = quorum.counted();
        for (long figure :
                new long[] {meeting.organ().assigned(), present.size(), members - present.size(), counted, required}) {
            html.element("td", words.number(figure));
        }
        html.close().close().closeLine();
        String verdict = quorum.holds() ? "quorum.reached" : "quorum.missing";
        html.element("p", words.say(verdict, counted, required) + " " + words.say("quorum.source", quorum.source()));
        html.raw("\n");
    }
}
