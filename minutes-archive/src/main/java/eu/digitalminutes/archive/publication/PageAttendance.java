// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication;

import eu.digitalminutes.archive.internal.proceedings.Attendance;
import eu.digitalminutes.archive.internal.text.Words;
import eu.digitalminutes.core.event.AttendanceMode;
import eu.digitalminutes.core.event.Matter;
import eu.digitalminutes.core.internal.text.Html;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.presence.Presence;
import eu.digitalminutes.core.presence.Quorum;
import eu.digitalminutes.core.ruling.QuorumRuling;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Who was there, when, and whether that was enough. */
final class PageAttendance {
    private static final List<String> COLUMNS = List.of("name", "role", "group", "status", "movements");

    private PageAttendance() {}

    static void write(Html html, Session session) {
        Words words = session.words();
        html.open("section", "id", "attendance", "aria-labelledby", "attendance-title");
        html.element("h2", words.say("attendance.title"), "id", "attendance-title")
                .raw("\n");
        html.element("p", quorum(session)).raw("\n");
        html.open("table", "class", "stacking");
        html.element("caption", words.say("attendance.caption"), "class", "hidden");
        html.open("thead").open("tr");
        COLUMNS.forEach(column -> html.element("th", words.say("attendance." + column), "scope", "col"));
        html.close().close().open("tbody").raw("\n");
        for (Attendance one : Attendance.allOf(session.meeting())) {
            row(html, words, one);
        }
        html.close().close().closeLine();
    }

    private static void row(Html html, Words words, Attendance one) {
        Seat seat = one.seat();
        html.open("tr").open("th", "scope", "row");
        html.text(seat.person().familyName() + " " + seat.person().givenName()).close();
        cell(
                html,
                words,
                "role",
                words.say(seat.role().label()) + (seat.member() ? "" : " " + words.say("attendance.guest")));
        cell(html, words, "group", seat.group().isBlank() ? "—" : seat.group());
        String status = words.say("status." + one.status().name().toLowerCase(Locale.ROOT));
        cell(
                html,
                words,
                "status",
                one.mode()
                        .filter(AttendanceMode.REMOTE::equals)
                        .map(mode -> status + ", " + words.say(mode.label()))
                        .orElse(status));
        String movements = one.movements().stream()
                .map(move -> words.say(
                        "movement." + move.direction().name().toLowerCase(Locale.ROOT),
                        words.time(move.at()),
                        words.say(move.mode().label())))
                .collect(Collectors.joining("; "));
        cell(html, words, "movements", movements.isEmpty() ? "—" : movements);
        html.closeLine();
    }

    /** The label serves narrow screens, where the table's head is out of sight. */
    private static void cell(Html html, Words words, String column, String value) {
        html.element("td", value, "data-label", words.say("attendance." + column));
    }

    private static String quorum(Session session) {
        Meeting meeting = session.meeting();
        List<Seat> present = Presence.of(meeting).membersAt(Attendance.rollCallOf(meeting));
        QuorumRuling quorum = Quorum.of(meeting, session.minutes().rules(), Matter.ORDINARY, present);
        return session.words()
                .say(
                        quorum.holds() ? "quorum.reached" : "quorum.missing",
                        present.size(),
                        meeting.organ().assigned(),
                        quorum.counted(),
                        quorum.required());
    }
}
