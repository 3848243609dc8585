// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.attendance;

import eu.digitalminutes.core.internal.input.InputTable;
import eu.digitalminutes.core.internal.input.Refusal;
import eu.digitalminutes.core.outcome.MinutesException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A report with one row for each connection and at most a few facts on the meeting above or beside them: Zoom, and Teams
 * before its sections. What the facts say is held against the rows.
 */
final class RowsLog {
    private static final Set<String> START = Set.of("start time", "meeting start time", "ora di inizio");
    private static final Set<String> END = Set.of("end time", "meeting end time", "ora di fine");
    private static final Set<String> PARTICIPANTS =
            Set.of("participants", "total number of participants", "partecipanti");
    private static final Set<String> IDS = Set.of("meeting id", "id");
    private static final Duration AROUND = Duration.ofMinutes(1);
    private static final int LONGEST_PREAMBLE = 12;

    private final AttendanceFormat format;
    private final List<InputTable.Row> body;
    private final Columns columns;
    private final Map<String, String> facts;
    private final Function<String, Optional<StatedDuration>> durations;

    private RowsLog(AttendanceFormat format, List<InputTable.Row> rows, int header, Columns columns) {
        this.format = format;
        this.body = rows.subList(header + 1, rows.size());
        this.columns = columns;
        this.durations = durations(format);
        this.facts = facts(rows, header);
    }

    private static Function<String, Optional<StatedDuration>> durations(AttendanceFormat format) {
        return format == AttendanceFormat.ZOOM ? StatedDuration::minutes : StatedDuration::units;
    }

    /** The report, if a table is one of a platform. */
    static Optional<RowsLog> of(InputTable table, AttendanceFormat format) {
        List<InputTable.Row> rows =
                table.rows().stream().filter(row -> !row.isBlank()).toList();
        for (int i = 0; i + 1 < Math.min(rows.size(), LONGEST_PREAMBLE); i++) {
            Optional<Columns> known = Columns.byLabels(rows.get(i));
            if (known.isPresent()) {
                boolean fits = format == AttendanceFormat.ZOOM
                        ? !isTeams(rows.subList(i + 1, rows.size()), known.get())
                        : isTeams(rows.subList(i + 1, rows.size()), known.get());
                return fits ? Optional.of(new RowsLog(format, rows, i, known.get())) : Optional.empty();
            }
        }
        for (int i = 0; i + 1 < Math.min(rows.size(), LONGEST_PREAMBLE); i++) {
            int header = i;
            Optional<Columns> shown = Columns.byForm(rows.subList(i + 1, rows.size()), durations(format));
            if (shown.isPresent()) {
                return shown.map(columns -> new RowsLog(format, rows, header, columns));
            }
        }
        return Optional.empty();
    }

    private static boolean isTeams(List<InputTable.Row> body, Columns columns) {
        return StatedDuration.units(columns.duration(body.get(0))).isPresent();
    }

    /** Zoom's list of unique users has durations and no times. */
    static boolean hasNoTimes(InputTable table) {
        return table.rows().stream()
                .limit(LONGEST_PREAMBLE)
                .map(row -> row.cells().stream().map(Columns::label).toList())
                .anyMatch(header -> (header.contains("total duration (minutes)")
                                || header.contains("durata totale (minuti)"))
                        && header.stream().anyMatch(label -> label.startsWith("name") || label.startsWith("nome")));
    }

    private static Map<String, String> facts(List<InputTable.Row> rows, int header) {
        Map<String, String> facts = new HashMap<>();
        for (int i = 0; i < header; i++) {
            List<String> cells = rows.get(i).cells();
            if (cells.size() == 2) {
                facts.putIfAbsent(Columns.label(cells.get(0)), cells.get(1));
            }
            for (int j = 0; i + 1 < header && j < cells.size(); j++) {
                facts.putIfAbsent(Columns.label(cells.get(j)), rows.get(i + 1).cell(j));
            }
        }
        List<String> labels = rows.get(header).cells();
        for (int i = 0; i < labels.size(); i++) {
            String label = Columns.label(labels.get(i));
            if (START.contains(label) || END.contains(label) || PARTICIPANTS.contains(label) || IDS.contains(label)) {
                facts.put(label, same(rows, header, i));
            }
        }
        return facts;
    }

    /** A fact of the meeting that is repeated beside every connection. */
    private static String same(List<InputTable.Row> rows, int header, int column) {
        InputTable.Row first = rows.get(header + 1);
        for (InputTable.Row row : rows.subList(header + 1, rows.size())) {
            if (!row.cell(column).equals(first.cell(column))) {
                throw Refusal.at(
                        Reading.SEVERAL_MEETINGS,
                        row.line(),
                        "this row belongs to another meeting than line " + first.line()
                                + ", or is cut: export one meeting at a time");
            }
        }
        return first.cell(column);
    }

    void read(AttendanceOptions options, Reading reading) {
        List<LoggedRow> rows = new ArrayList<>();
        for (InputTable.Row row : body) {
            if (isInRoom(row, reading)) {
                rows.add(columns.read(row, durations));
            }
        }
        if (rows.isEmpty()) {
            throw new MinutesException(Reading.INCOMPLETE, "the report has a header and no connection");
        }
        List<RawTime> times = new ArrayList<>();
        rows.forEach(row -> times.addAll(List.of(row.from(), row.to())));
        Optional<RawTime> start = time(START, times.get(0).shape());
        Optional<RawTime> end = time(END, times.get(0).shape());
        start.ifPresent(times::add);
        end.ifPresent(times::add);
        LogClock clock = LogClock.of(options, times, rows, columns.english(), reading);
        for (LoggedRow row : rows) {
            Stay stay = clock.stay(row);
            reading.connection(row.name(), row.accounts(), stay.from(), stay.to(), "line " + row.line());
        }
        requireLimits(rows, start.map(clock::local), end.map(clock::local), clock);
        requireCount(rows.size(), reading);
    }

    private Optional<RawTime> time(Set<String> labels, String shape) {
        return fact(labels).flatMap(RawTime::parse).filter(time -> time.shape().equals(shape));
    }

    private Optional<String> fact(Set<String> labels) {
        return labels.stream().filter(facts::containsKey).map(facts::get).findFirst();
    }

    /** Time in the waiting room is not time in the meeting. */
    private boolean isInRoom(InputTable.Row row, Reading reading) {
        if (!columns.hasWaitingRoom()) {
            return true;
        }
        String waiting = Columns.label(columns.waiting(row));
        if (Set.of("yes", "s\u00ec", "si").contains(waiting)) {
            reading.notice("WAITING_ROOM", "line " + row.line(), row.cell(columns.name()));
            return false;
        }
        if (!waiting.equals("no")) {
            throw Refusal.at(
                    Reading.ROW,
                    row.line(),
                    "whether this was in the waiting room is expected as yes or no, not " + Refusal.quote(waiting)
                            + "; the file may be cut here");
        }
        return true;
    }

    /** Somebody opens the meeting, and somebody is the last to leave it. */
    private static void requireLimits(
            List<LoggedRow> rows, Optional<LocalDateTime> start, Optional<LocalDateTime> end, LogClock clock) {
        boolean opened = start.isEmpty()
                || rows.stream()
                        .anyMatch(row ->
                                !clock.local(row.from()).isAfter(start.get().plus(AROUND)));
        boolean closed = end.isEmpty()
                || rows.stream()
                        .anyMatch(
                                row -> !clock.local(row.to()).isBefore(end.get().minus(AROUND)));
        if (!opened || !closed) {
            throw new MinutesException(
                    Reading.INCOMPLETE,
                    "nobody was there "
                            + (opened ? "at the end, " + end.orElseThrow() : "at the beginning, " + start.orElseThrow())
                            + ", that the report states: rows are missing, the file is cut or was edited; download it"
                            + " again");
        }
    }

    private void requireCount(int rows, Reading reading) {
        Optional<String> declared = fact(PARTICIPANTS).filter(count -> count.matches("\\d{1,6}"));
        if (declared.isEmpty()) {
            reading.notice("COMPLETENESS_UNPROVEN", "");
            return;
        }
        Set<String> people = new HashSet<>();
        for (LogParticipant one : reading.roster().participants(new ArrayList<>())) {
            people.add(one.account().isEmpty() ? one.toString() : one.account());
        }
        int count = Integer.parseInt(declared.get());
        if (rows < count) {
            throw new MinutesException(
                    Reading.INCOMPLETE,
                    count + " participants are declared and there are " + rows
                            + " connections: the file is cut or was edited; download it again");
        }
        if (people.size() != count) {
            reading.notice("COUNT_DIFFERS", "", count, people.size());
        }
    }

    AttendanceFormat format() {
        return format;
    }
}
