// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.attendance;

import eu.digitalminutes.core.internal.input.InputTable;
import eu.digitalminutes.core.internal.input.Refusal;
import eu.digitalminutes.core.outcome.MinutesException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The Google Meet report: for each person the first joining, the last leaving and the minutes in between that they were
 * connected. Where these are fewer, the interruptions are lost.
 */
final class MeetLog {
    private static final Function<String, Optional<StatedDuration>> MINUTES = StatedDuration::unitsOfMinutes;
    private static final Duration ROUNDED = Duration.ofMinutes(2);
    private static final int LONGEST_TITLE = 8;

    private final List<InputTable.Row> title;
    private final List<InputTable.Row> body;
    private final Columns columns;

    private MeetLog(List<InputTable.Row> rows, int header, Columns columns) {
        this.title = rows.subList(0, header);
        this.body = rows.subList(header + 1, rows.size());
        this.columns = columns;
    }

    static Optional<MeetLog> of(InputTable table) {
        List<InputTable.Row> rows =
                table.rows().stream().filter(row -> !row.isBlank()).toList();
        for (int i = 0; i + 1 < Math.min(rows.size(), LONGEST_TITLE); i++) {
            boolean meet = rows.get(i).cells().stream().map(Columns::label).anyMatch("time exited"::equals);
            Optional<Columns> columns = meet ? Columns.byLabels(rows.get(i)) : Optional.empty();
            if (columns.isPresent()) {
                return Optional.of(new MeetLog(rows, i, columns.get()));
            }
        }
        return Optional.empty();
    }

    void read(AttendanceOptions options, Reading reading) {
        List<LoggedRow> read =
                body.stream().map(row -> columns.read(row, MINUTES)).toList();
        boolean dated =
                read.stream().allMatch(row -> row.from().hasDate() && row.to().hasDate());
        Optional<LocalDate> day = dated ? Optional.empty() : Optional.of(day(options));
        List<LoggedRow> rows = read.stream()
                .map(row -> day.map(date -> on(row, date)).orElse(row))
                .toList();
        List<RawTime> times = new ArrayList<>();
        rows.forEach(row -> times.addAll(List.of(row.from(), row.to())));
        LogClock clock = LogClock.of(options, times, List.of(), columns.english(), reading);
        for (LoggedRow row : rows) {
            add(row, clock, reading);
        }
        reading.notice("WEAK_EVIDENCE", "");
        reading.notice("COMPLETENESS_UNPROVEN", "");
    }

    private LocalDate day(AttendanceOptions options) {
        List<LocalDate> days = title.stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.matches("\\d{4}-\\d{2}-\\d{2}( .*)?"))
                .flatMap(cell -> RawTime.parse(cell.substring(0, 10) + " 00:00").stream())
                .flatMap(time -> time.date(DateOrder.DAY_FIRST).stream())
                .distinct()
                .toList();
        Optional<LocalDate> given = options.date();
        if (given.isEmpty() && days.size() != 1) {
            throw new MinutesException(
                    Reading.DATE_NEEDED,
                    "the times in this file have no date: say on which day the meeting began (option date, such as"
                            + " 2025-03-10)");
        }
        if (given.isPresent() && days.size() == 1 && !days.get(0).equals(given.get())) {
            throw new MinutesException(
                    Reading.DATES_CONTRADICT,
                    "the file is of " + days.get(0) + " and the given date is " + given.get());
        }
        return given.orElseGet(() -> days.get(0));
    }

    /** Who leaves at an earlier hour than they came left on the next day, if that is how long they were there. */
    private static LoggedRow on(LoggedRow row, LocalDate day) {
        Duration span = Duration.between(row.from().time(), row.to().time());
        boolean overnight = span.isNegative()
                && row.stated().least().compareTo(span.plusDays(1)) <= 0
                && row.stated().most().compareTo(Duration.ZERO) > 0;
        return row.on(day, overnight);
    }

    private static void add(LoggedRow row, LogClock clock, Reading reading) {
        String where = "line " + row.line();
        Stay stay = clock.envelope(row);
        if (row.stated().least().compareTo(stay.duration().plus(ROUNDED)) > 0) {
            throw Refusal.at(
                    Reading.CONTRADICTION,
                    row.line(),
                    "more minutes are stated than lie between "
                            + Refusal.quote(row.from().toString()) + " and "
                            + Refusal.quote(row.to().toString()) + ": the file is cut or was edited");
        }
        Duration missing = stay.duration().minus(row.stated().most());
        if (missing.compareTo(Duration.ofMinutes(1)) > 0) {
            reading.notice(
                    "INTERRUPTIONS_LOST",
                    row.name(),
                    row.name(),
                    row.stated().most().minusMinutes(1).toMinutes(),
                    stay.duration().toMinutes());
        }
        reading.connection(row.name(), row.accounts(), stay.from(), stay.to(), where);
    }
}
