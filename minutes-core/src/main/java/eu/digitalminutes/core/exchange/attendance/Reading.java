// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.attendance;

import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.FindingCatalogue;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.Severity;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What has been understood of a log so far. */
final class Reading {
    static final String FORMAT = "ATTENDANCE_FORMAT";
    static final String COLUMNS = "ATTENDANCE_COLUMNS";
    static final String ROW = "ATTENDANCE_ROW";
    static final String TIME = "ATTENDANCE_TIME";
    static final String ZONE_NEEDED = "ATTENDANCE_ZONE_NEEDED";
    static final String DATE_NEEDED = "ATTENDANCE_DATE_NEEDED";
    static final String DATES_AMBIGUOUS = "ATTENDANCE_DATES_AMBIGUOUS";
    static final String DATES_CONTRADICT = "ATTENDANCE_DATES_CONTRADICT";
    static final String CONTRADICTION = "ATTENDANCE_CONTRADICTION";
    static final String INCOMPLETE = "ATTENDANCE_INCOMPLETE";
    static final String NO_TIMES = "ATTENDANCE_NO_TIMES";
    static final String SEVERAL_MEETINGS = "ATTENDANCE_SEVERAL_MEETINGS";

    /** What is as it should be and yet must be said. */
    private static final Set<String> INFORMATION =
            Set.of("WAITING_ROOM", "BREAKOUT_LEFT_OUT", "ZONE_OF_FILE", "SEVERAL_FILES", "CLOSED_AT_MEETING_END");

    private static final FindingCatalogue NOTICES = FindingCatalogue.of(AttendanceLog.class);

    private final AttendanceFormat format;
    private final ZoneId zone;
    private final Roster roster = new Roster();
    private final List<Finding> notices = new ArrayList<>();
    private final Set<String> said = new HashSet<>();

    Reading(AttendanceFormat format, ZoneId zone) {
        this.format = format;
        this.zone = zone;
    }

    AttendanceFormat format() {
        return format;
    }

    ZoneId zone() {
        return zone;
    }

    Roster roster() {
        return roster;
    }

    List<Finding> notices() {
        return notices;
    }

    /** What must be known before relying on the log. */
    void notice(String code, String where, Object... arguments) {
        if (said.add(code + " " + where)) {
            notices.add(of(code, where, arguments));
        }
    }

    static Finding of(String code, String where, Object... arguments) {
        return NOTICES.finding(code, INFORMATION.contains(code) ? Severity.INFO : Severity.WARN, where, arguments);
    }

    /** A connection whose end the log records. */
    void connection(String name, List<String> accounts, OffsetDateTime from, OffsetDateTime to, String where) {
        connection(name, accounts, from, to, Stay.End.RECORDED, where);
    }

    /** A connection; an end that is only inferred is said. */
    void connection(
            String name, List<String> accounts, OffsetDateTime from, OffsetDateTime to, Stay.End end, String where) {
        if (to.isBefore(from)) {
            throw new MinutesException(
                    CONTRADICTION, where + ": the connection ends at " + to + " before it begins at " + from);
        }
        if (end != Stay.End.RECORDED) {
            notice(
                    end == Stay.End.MEETING_ENDED ? "CLOSED_AT_MEETING_END" : "CLOSED_AT_LAST_EVENT",
                    name,
                    name,
                    to.toString());
        }
        roster.add(name, accounts, new Stay(from, to, end));
    }
}
