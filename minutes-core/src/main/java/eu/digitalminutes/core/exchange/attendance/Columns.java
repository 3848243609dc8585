// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.attendance;

import eu.digitalminutes.core.internal.input.InputTable;
import eu.digitalminutes.core.internal.input.Refusal;
import eu.digitalminutes.core.outcome.MinutesException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which column of a table means what: by its label where the label is known, else by the form of its cells, where only
 * one reading is possible.
 */
final class Columns {
    private enum Column {
        NAME(
                "name",
                "full name",
                "name (original name)",
                "user name",
                "nome",
                "nome completo",
                "nome (nome originale)"),
        FIRST_NAME("first name"),
        LAST_NAME("last name", "cognome"),
        JOIN(
                "join time",
                "first join",
                "time joined",
                "ora di ingresso",
                "ora di entrata",
                "ora di partecipazione",
                "primo accesso"),
        LEAVE("leave time", "last leave", "time exited", "ora di uscita", "ora di abbandono", "ultima uscita"),
        DURATION(
                "duration",
                "duration (minutes)",
                "in-meeting duration",
                "durata",
                "durata (minuti)",
                "durata nella riunione"),
        EMAIL(
                "email",
                "user email",
                "e-mail",
                "email address",
                "e-mail address",
                "posta elettronica",
                "indirizzo e-mail",
                "indirizzo email",
                "indirizzo di posta elettronica",
                "email dell'utente",
                "e-mail dell'utente",
                "e-mail utente",
                "email utente"),
        UPN("participant id (upn)", "participant id", "id partecipante (upn)", "id partecipante", "upn"),
        WAITING("in waiting room", "in sala d'attesa");

        private final Set<String> labels;

        Column(String... labels) {
            this.labels = Set.of(labels);
        }
    }

    private static final Set<String> ENGLISH =
            Set.of("join time", "leave time", "first join", "last leave", "time joined", "time exited");

    private final Map<Column, Integer> places;
    private final boolean english;

    private Columns(Map<Column, Integer> places, boolean english) {
        this.places = places;
        this.english = english;
    }

    /** A label as it is compared. */
    static String label(String cell) {
        return cell.toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'')
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** The columns of a header whose labels are known. */
    static Optional<Columns> byLabels(InputTable.Row header) {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        int name = place(header, Column.NAME, 0);
        for (Column column : Column.values()) {
            int place = place(header, column, Math.max(name, 0));
            if (place >= 0) {
                places.put(column, place);
            }
        }
        if (!places.containsKey(Column.FIRST_NAME)) {
            places.remove(Column.LAST_NAME);
        } else if (places.containsKey(Column.LAST_NAME)) {
            places.remove(Column.NAME);
        }
        boolean whole = places.keySet().containsAll(Set.of(Column.JOIN, Column.LEAVE, Column.DURATION))
                && (places.containsKey(Column.NAME) || places.containsKey(Column.FIRST_NAME));
        return whole ? Optional.of(new Columns(places, isEnglish(header, places))) : Optional.empty();
    }

    /** Where a label stands; of several, the one that belongs to the person, not to the meeting before them. */
    private static int place(InputTable.Row header, Column column, int name) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < header.cells().size(); i++) {
            if (column.labels.contains(label(header.cell(i)))) {
                found.add(i);
            }
        }
        if (found.size() > 1) {
            found.removeIf(place -> place < name);
        }
        if (found.size() > 1) {
            throw Refusal.at(
                    Reading.COLUMNS,
                    header.line(),
                    "the column " + Refusal.quote(header.cell(found.get(0))) + " occurs more than once");
        }
        return found.isEmpty() ? -1 : found.get(0);
    }

    private static boolean isEnglish(InputTable.Row header, Map<Column, Integer> places) {
        return List.of(Column.JOIN, Column.LEAVE).stream()
                .allMatch(column ->
                        places.containsKey(column) && ENGLISH.contains(label(header.cell(places.get(column)))));
    }

    /** The columns of a table in an unknown language, if its cells leave one reading only. */
    static Optional<Columns> byForm(List<InputTable.Row> body, Function<String, Optional<StatedDuration>> durations) {
        if (body.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> times = new ArrayList<>();
        List<Integer> stated = new ArrayList<>();
        List<Integer> addresses = new ArrayList<>();
        List<Integer> words = new ArrayList<>();
        int width = body.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        for (int i = 0; i < width; i++) {
            int column = i;
            List<String> cells = body.stream().map(row -> row.cell(column)).toList();
            if (cells.stream()
                    .allMatch(
                            cell -> RawTime.parse(cell).filter(RawTime::hasDate).isPresent())) {
                times.add(i);
            } else if (cells.stream().allMatch(cell -> durations.apply(cell).isPresent())) {
                stated.add(i);
            } else if (cells.stream().allMatch(cell -> cell.isEmpty() || cell.matches("\\S+@\\S+"))) {
                addresses.add(i);
            } else {
                words.add(i);
            }
        }
        if (times.size() != 2 || stated.size() != 1 || addresses.size() > 2 || !isName(body, words)) {
            return Optional.empty();
        }
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        places.put(Column.NAME, 0);
        places.put(Column.DURATION, stated.get(0));
        if (!addresses.isEmpty()) {
            places.put(Column.EMAIL, addresses.get(0));
            places.put(Column.UPN, addresses.get(addresses.size() - 1));
        }
        return direction(body, times.get(0), times.get(1)).map(left -> {
            places.put(Column.JOIN, left);
            places.put(Column.LEAVE, times.get(left.equals(times.get(0)) ? 1 : 0));
            return new Columns(places, false);
        });
    }

    /** Every export begins with the name; roles repeat, names hardly. */
    private static boolean isName(List<InputTable.Row> body, List<Integer> words) {
        return words.contains(0)
                && body.stream().noneMatch(row -> row.cell(0).isEmpty())
                && words.stream().allMatch(column -> column == 0 || distinct(body, column) < distinct(body, 0));
    }

    private static int distinct(List<InputTable.Row> body, int column) {
        Set<String> values = new HashSet<>();
        body.forEach(row -> values.add(row.cell(column)));
        return values.size();
    }

    /** Which of two columns of times is the earlier one, whatever the order of day and month. */
    private static Optional<Integer> direction(List<InputTable.Row> body, int one, int other) {
        Set<Integer> earlier = new HashSet<>();
        for (DateOrder order : DateOrder.values()) {
            int sign = 0;
            for (InputTable.Row row : body) {
                RawTime left = RawTime.parse(row.cell(one)).orElseThrow();
                RawTime right = RawTime.parse(row.cell(other)).orElseThrow();
                if (left.date(order).isEmpty() || right.date(order).isEmpty()) {
                    sign = 0;
                    break;
                }
                int step = Integer.signum(right.date(order)
                        .orElseThrow()
                        .atTime(right.time())
                        .compareTo(left.date(order).orElseThrow().atTime(left.time())));
                if (step != 0 && sign != 0 && step != sign) {
                    return Optional.empty();
                }
                sign = step == 0 ? sign : step;
            }
            if (sign != 0) {
                earlier.add(sign > 0 ? one : other);
            }
        }
        return earlier.size() == 1 ? Optional.of(earlier.iterator().next()) : Optional.empty();
    }

    /** A refusal that names what was found instead of known columns. */
    static MinutesException unknown(InputTable.Row header) {
        return Refusal.at(
                Reading.COLUMNS,
                header.line(),
                "columns for name, join time, leave time and duration are expected; found "
                        + Refusal.quote(String.join(" | ", header.cells()))
                        + ", whose cells do not prove what they mean: export the report in English or Italian");
    }

    boolean english() {
        return english;
    }

    boolean hasAccounts() {
        return places.containsKey(Column.EMAIL) || places.containsKey(Column.UPN);
    }

    boolean hasWaitingRoom() {
        return places.containsKey(Column.WAITING);
    }

    int name() {
        return places.getOrDefault(Column.NAME, places.getOrDefault(Column.FIRST_NAME, 0));
    }

    String waiting(InputTable.Row row) {
        return cell(row, Column.WAITING);
    }

    String duration(InputTable.Row row) {
        return cell(row, Column.DURATION);
    }

    /** What a row says. */
    LoggedRow read(InputTable.Row row, Function<String, Optional<StatedDuration>> durations) {
        String name = places.containsKey(Column.NAME)
                ? cell(row, Column.NAME)
                : (cell(row, Column.FIRST_NAME) + " " + cell(row, Column.LAST_NAME)).strip();
        if (name.isEmpty()) {
            throw Refusal.at(Reading.ROW, row.line(), "the row has no name");
        }
        List<String> accounts = new ArrayList<>();
        String email = cell(row, Column.EMAIL);
        if (!email.isEmpty()) {
            if (!email.matches("\\S+@\\S+")) {
                throw Refusal.at(Reading.ROW, row.line(), "an e-mail address is expected, not " + Refusal.quote(email));
            }
            accounts.add(email);
        }
        if (cell(row, Column.UPN).matches("\\S+@\\S+")) {
            accounts.add(cell(row, Column.UPN));
        }
        return new LoggedRow(
                row.line(),
                name,
                accounts,
                time(row, Column.JOIN),
                time(row, Column.LEAVE),
                durations
                        .apply(cell(row, Column.DURATION))
                        .orElseThrow(() -> Refusal.at(
                                Reading.ROW,
                                row.line(),
                                "a duration is expected, not " + Refusal.quote(cell(row, Column.DURATION))
                                        + "; the file may be cut here")));
    }

    private RawTime time(InputTable.Row row, Column column) {
        return RawTime.parse(cell(row, column))
                .orElseThrow(() -> Refusal.at(
                        Reading.ROW,
                        row.line(),
                        "a date and time are expected, not " + Refusal.quote(cell(row, column))
                                + "; the file may be cut here"));
    }

    private String cell(InputTable.Row row, Column column) {
        return row.cell(places.getOrDefault(column, -1));
    }
}
