// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.attendance;

import eu.digitalminutes.core.internal.input.InputTable;
import eu.digitalminutes.core.internal.input.Refusal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The old Teams list of user actions: who joined and who left when, by name alone. Whoever has no leaving was still there
 * when the list was downloaded.
 */
final class TeamsActionsLog {
    private static final List<String> HEADER = List.of("full name", "user action", "timestamp");

    private final List<InputTable.Row> rows;
    private final int[] places;

    private TeamsActionsLog(List<InputTable.Row> rows, int[] places) {
        this.rows = rows;
        this.places = places;
    }

    private record Action(boolean joined, OffsetDateTime at) {}

    static Optional<TeamsActionsLog> of(InputTable table) {
        List<InputTable.Row> rows =
                table.rows().stream().filter(row -> !row.isBlank()).toList();
        List<String> header = rows.isEmpty()
                ? List.of()
                : rows.get(0).cells().stream().map(Columns::label).toList();
        if (!header.containsAll(HEADER)) {
            return Optional.empty();
        }
        int[] places = HEADER.stream().mapToInt(header::indexOf).toArray();
        return Optional.of(new TeamsActionsLog(rows.subList(1, rows.size()), places));
    }

    void read(AttendanceOptions options, Reading reading) {
        List<RawTime> times = rows.stream().map(this::time).toList();
        LogClock clock = LogClock.of(options, times, List.of(), true, reading);
        Map<String, List<Action>> byName = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            InputTable.Row row = rows.get(i);
            String name = row.cell(places[0]);
            if (name.isEmpty()) {
                throw Refusal.at(Reading.ROW, row.line(), "the row has no name");
            }
            Action action = new Action(joined(row, reading), clock.instant(times.get(i), row.line()));
            byName.computeIfAbsent(name, any -> new ArrayList<>()).add(action);
        }
        Optional<OffsetDateTime> last =
                byName.values().stream().flatMap(List::stream).map(Action::at).max(OffsetDateTime.timeLineOrder());
        byName.forEach((name, actions) -> add(name, actions, last.orElseThrow(), reading));
        reading.notice("COMPLETENESS_UNPROVEN", "");
        reading.notice("ACTIONS_BY_NAME", "");
    }

    private RawTime time(InputTable.Row row) {
        return RawTime.parse(row.cell(places[2]))
                .filter(RawTime::hasDate)
                .orElseThrow(() -> Refusal.at(
                        Reading.ROW,
                        row.line(),
                        "a date and time are expected, not " + Refusal.quote(row.cell(places[2]))
                                + "; the file may be cut here"));
    }

    private boolean joined(InputTable.Row row, Reading reading) {
        String action = Columns.label(row.cell(places[1]));
        return switch (action) {
            case "joined" -> true;
            case "joined before" -> {
                reading.notice("JOINED_BEFORE", row.cell(places[0]), row.cell(places[0]));
                yield true;
            }
            case "left" -> false;
            default ->
                throw Refusal.at(
                        Reading.ROW,
                        row.line(),
                        "the actions are Joined, Joined before and Left; found " + Refusal.quote(action));
        };
    }

    /** One name on two devices, or two people of one name: there from the first joining to the last leaving. */
    private static void add(String name, List<Action> actions, OffsetDateTime last, Reading reading) {
        actions.sort(Comparator.comparing(Action::at, OffsetDateTime.timeLineOrder())
                .thenComparing(action -> !action.joined));
        int present = 0;
        OffsetDateTime since = last;
        reading.roster().proven(name, true);
        for (Action action : actions) {
            if (action.joined && present == 0) {
                since = action.at;
            } else if (action.joined) {
                reading.notice("TWO_CONNECTIONS", name, name);
            }
            present += action.joined ? 1 : -1;
            if (present < 0) {
                throw Refusal.at(
                        Reading.INCOMPLETE,
                        1,
                        Refusal.quote(name) + " left at " + action.at
                                + " without having joined: the file is cut or was edited; download it again");
            }
            if (present == 0) {
                reading.connection(name, List.of(), since, action.at, name);
            }
        }
        if (present > 0) {
            reading.connection(name, List.of(), since, last, Stay.End.LAST_EVENT, name);
        }
    }
}
