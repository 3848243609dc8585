// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.attendance;

import eu.digitalminutes.core.internal.input.InputTable;
import eu.digitalminutes.core.internal.input.Refusal;
import eu.digitalminutes.core.outcome.MinutesException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The Teams report with three numbered sections. Section 3 has one row for each connection; sections 1 and 2 say how many
 * people there were and how long each was connected in all, so that a report that has lost a row is refused.
 */
final class TeamsLog {
    /** No account begins so: none has a space in it. */
    private static final String NAME = "name ";

    private static final Duration SLACK = Duration.ofSeconds(2);
    private static final Duration AROUND = Duration.ofMinutes(1);

    private final Map<Integer, List<InputTable.Row>> sections;

    private TeamsLog(Map<Integer, List<InputTable.Row>> sections) {
        this.sections = sections;
    }

    /** Everybody under one account, or under one name without account, as section 2 sums them up. */
    private static final class Person {
        private final List<LoggedRow> summaries = new ArrayList<>();
        private final List<LoggedRow> connections = new ArrayList<>();
    }

    /** The report, if a table is one and its delimiter was the right one. */
    static Optional<TeamsLog> of(InputTable table) {
        Map<Integer, List<InputTable.Row>> sections = new LinkedHashMap<>();
        int current = 0;
        for (InputTable.Row row : table.rows()) {
            boolean heading = row.cells().size() == 1 && row.cell(0).matches("[1-9]\\. ?\\S[^\\t;]*");
            if (heading && row.cell(0).charAt(0) - '0' == current + 1) {
                current++;
                sections.put(current, new ArrayList<>());
            } else if (current > 0 && !row.isBlank()) {
                section(sections, current).add(row);
            } else if (!row.isBlank()) {
                return Optional.empty();
            }
        }
        boolean tabular = section(sections, 2).stream()
                .limit(1)
                .anyMatch(header -> header.cells().size() >= 4);
        return tabular ? Optional.of(new TeamsLog(sections)) : Optional.empty();
    }

    void read(AttendanceOptions options, Reading reading) {
        if (section(sections, 3).size() < 2) {
            throw new MinutesException(
                    Reading.INCOMPLETE,
                    "section 3, with one row for each connection, is missing: the file is cut, or only who attended"
                            + " was exported; download the full report");
        }
        Columns summed = columns(2);
        Columns connected = columns(3);
        List<LoggedRow> people = rows(2, summed);
        List<LoggedRow> connections = rows(3, connected);
        List<RawTime> limits = limits();
        List<RawTime> times = new ArrayList<>(limits);
        for (List<LoggedRow> rows : List.of(people, connections)) {
            rows.forEach(row -> times.addAll(List.of(row.from(), row.to())));
        }
        LogClock clock = LogClock.of(options, times, connections, connected.english(), reading);
        requireCount(people.size());
        Map<String, Person> persons = persons(people);
        Map<String, Set<Person>> index = index(persons.values(), connected.hasAccounts());
        for (LoggedRow connection : connections) {
            person(connection, index).connections.add(connection);
        }
        for (Person person : persons.values()) {
            requireWhole(person, clock);
            add(person, clock, reading);
        }
        noteOutside(limits, connections, clock, reading);
    }

    private static List<InputTable.Row> section(Map<Integer, List<InputTable.Row>> sections, int number) {
        return sections.computeIfAbsent(number, any -> new ArrayList<>());
    }

    private Columns columns(int section) {
        List<InputTable.Row> rows = section(sections, section);
        InputTable.Row header = rows.get(0);
        return Columns.byLabels(header)
                .or(() -> Columns.byForm(rows.subList(1, rows.size()), StatedDuration::units))
                .orElseThrow(() -> Columns.unknown(header));
    }

    private List<LoggedRow> rows(int section, Columns columns) {
        List<InputTable.Row> rows = section(sections, section);
        return rows.subList(1, rows.size()).stream()
                .map(row -> columns.read(row, StatedDuration::units))
                .toList();
    }

    /** Beginning and end of the meeting, the only times in section 1. */
    private List<RawTime> limits() {
        return section(sections, 1).stream()
                .flatMap(row -> RawTime.parse(row.cell(1)).stream())
                .filter(RawTime::hasDate)
                .toList();
    }

    private void requireCount(int people) {
        List<InputTable.Row> counts = section(sections, 1).stream()
                .filter(row -> row.cell(1).matches("\\d{1,6}"))
                .toList();
        List<InputTable.Row> labelled = counts.stream()
                .filter(row -> Columns.label(row.cell(0)).equals("attended participants"))
                .toList();
        List<InputTable.Row> sure = labelled.isEmpty() ? counts : labelled;
        if (sure.size() == 1 && Integer.parseInt(sure.get(0).cell(1)) != people) {
            throw Refusal.at(
                    Reading.INCOMPLETE,
                    sure.get(0).line(),
                    sure.get(0).cell(1) + " participants are declared and section 2 lists " + people
                            + ": the file is cut or was edited; download it again");
        }
    }

    private static Map<String, Person> persons(List<LoggedRow> people) {
        Map<String, Person> persons = new LinkedHashMap<>();
        for (LoggedRow row : people) {
            String key = row.accounts().isEmpty()
                    ? NAME + row.name()
                    : LogParticipant.key(row.accounts().get(0));
            persons.computeIfAbsent(key, any -> new Person()).summaries.add(row);
        }
        return persons;
    }

    /** Persons by every account; by name where they have none, or where section 3 has no accounts to compare. */
    private static Map<String, Set<Person>> index(Collection<Person> persons, boolean hasAccounts) {
        Map<String, Set<Person>> index = new HashMap<>();
        for (Person person : persons) {
            for (LoggedRow row : person.summaries) {
                List<String> keys = new ArrayList<>(
                        row.accounts().stream().map(LogParticipant::key).toList());
                if (keys.isEmpty() || !hasAccounts) {
                    keys.add(NAME + row.name());
                }
                keys.forEach(key ->
                        index.computeIfAbsent(key, any -> new HashSet<>()).add(person));
            }
        }
        return index;
    }

    private static Person person(LoggedRow connection, Map<String, Set<Person>> index) {
        Set<Person> found = new HashSet<>();
        if (connection.accounts().isEmpty()) {
            found.addAll(index.getOrDefault(NAME + connection.name(), Set.of()));
        }
        for (String account : connection.accounts()) {
            found.addAll(index.getOrDefault(LogParticipant.key(account), Set.of()));
        }
        if (found.size() != 1) {
            throw Refusal.at(
                    Reading.INCOMPLETE,
                    connection.line(),
                    Refusal.quote(connection.name()) + (found.isEmpty() ? " is not" : " is more than once")
                            + " in section 2 with the same account: the file is cut or was edited; download it again");
        }
        return found.iterator().next();
    }

    private static void requireWhole(Person person, LogClock clock) {
        LoggedRow first = person.summaries.get(0);
        Optional<StatedDuration> stated =
                person.summaries.stream().map(LoggedRow::stated).reduce(StatedDuration::plus);
        Optional<StatedDuration> sum =
                person.connections.stream().map(LoggedRow::stated).reduce(StatedDuration::plus);
        boolean whole = sum.isPresent()
                && (sum.get().meets(stated.orElseThrow())
                        || stated.orElseThrow().admits(connected(person, clock)))
                && near(earliest(person.summaries, clock), earliest(person.connections, clock))
                && near(latest(person.summaries, clock), latest(person.connections, clock));
        if (!whole) {
            throw Refusal.at(
                    Reading.INCOMPLETE,
                    first.line(),
                    "the connections of " + Refusal.quote(first.name())
                            + " in section 3 are not those that section 2 sums up: the file is cut or was edited;"
                            + " download it again");
        }
    }

    /** Two devices at a time may be summed up as one or as two. */
    private static Duration connected(Person person, LogClock clock) {
        return Stay.union(person.connections.stream().map(clock::stay).toList()).stream()
                .map(Stay::duration)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static LocalDateTime earliest(List<LoggedRow> rows, LogClock clock) {
        return rows.stream()
                .map(row -> clock.local(row.from()))
                .min(LocalDateTime::compareTo)
                .orElseThrow();
    }

    private static LocalDateTime latest(List<LoggedRow> rows, LogClock clock) {
        return rows.stream()
                .map(row -> clock.local(row.to()))
                .max(LocalDateTime::compareTo)
                .orElseThrow();
    }

    private static boolean near(LocalDateTime one, LocalDateTime other) {
        return Duration.between(one, other).abs().compareTo(SLACK) <= 0;
    }

    private static void add(Person person, LogClock clock, Reading reading) {
        LoggedRow first = person.summaries.get(0);
        List<String> accounts = person.summaries.stream()
                .flatMap(row -> row.accounts().stream())
                .distinct()
                .toList();
        if (accounts.isEmpty()) {
            reading.roster().proven(first.name(), person.summaries.size() == 1);
        }
        for (LoggedRow connection : person.connections) {
            Stay stay = clock.stay(connection);
            reading.connection(connection.name(), accounts, stay.from(), stay.to(), "line " + connection.line());
        }
    }

    private static void noteOutside(
            List<RawTime> limits, List<LoggedRow> connections, LogClock clock, Reading reading) {
        if (limits.size() == 2) {
            LocalDateTime start = clock.local(limits.get(0)).minus(AROUND);
            LocalDateTime end = clock.local(limits.get(1)).plus(AROUND);
            for (LoggedRow row : connections) {
                if (clock.local(row.from()).isBefore(start)
                        || clock.local(row.to()).isAfter(end)) {
                    reading.notice("OUTSIDE_MEETING", "line " + row.line(), row.name());
                }
            }
        }
    }
}
