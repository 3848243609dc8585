// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.attendance;

import eu.digitalminutes.core.outcome.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Connections on their way to participants. One account is one participant. Without an account, connections under one
 * name are listed together only while no two of them are at the same time: then they are surely more than one person.
 */
final class Roster {
    private final List<Connection> connections = new ArrayList<>();
    private final Map<String, Boolean> proven = new HashMap<>();

    private record Connection(String name, List<String> accounts, Stay stay) {}

    void add(String name, Collection<String> accounts, Stay stay) {
        List<String> known = accounts.stream()
                .map(LogParticipant::key)
                .filter(account -> !account.isEmpty())
                .toList();
        connections.add(new Connection(name, known, stay));
    }

    /** What the log itself says about everybody without account under a name: one participant, or several. */
    void proven(String name, boolean onePerson) {
        proven.put(name, onePerson);
    }

    /** Whether somebody came on a day. */
    boolean hasDay(LocalDate day) {
        return connections.stream()
                .anyMatch(one -> one.stay.from().toLocalDate().equals(day));
    }

    boolean isEmpty() {
        return connections.isEmpty();
    }

    /** The participants in order of name, account and time, whatever the order of the connections was. */
    List<LogParticipant> participants(Collection<Finding> notices) {
        Map<String, List<Connection>> byAccount = new LinkedHashMap<>();
        Map<String, List<Connection>> byName = new LinkedHashMap<>();
        for (Connection connection : connections) {
            Map<String, List<Connection>> map = connection.accounts.isEmpty() ? byName : byAccount;
            String key = connection.accounts.isEmpty() ? connection.name : connection.accounts.get(0);
            map.computeIfAbsent(key, any -> new ArrayList<>()).add(connection);
        }
        List<LogParticipant> participants = new ArrayList<>();
        byAccount.forEach((account, several) -> participants.add(one(several, notices)));
        byName.forEach((name, several) -> participants.addAll(unnamed(name, several, proven.get(name), notices)));
        participants.sort(Comparator.comparing(LogParticipant::name)
                .thenComparing(LogParticipant::account)
                .thenComparing(one -> one.stays().toString()));
        return List.copyOf(participants);
    }

    private static LogParticipant one(List<Connection> several, Collection<Finding> notices) {
        Set<String> names = new TreeSet<>();
        Set<String> accounts = new HashSet<>();
        List<Stay> stays = new ArrayList<>();
        for (Connection connection : several) {
            names.add(connection.name);
            accounts.addAll(connection.accounts);
            stays.add(connection.stay);
        }
        if (names.size() > 1) {
            notices.add(Reading.of(
                    "SEVERAL_NAMES",
                    several.get(0).accounts.get(0),
                    several.get(0).accounts.get(0),
                    String.join(", ", names)));
        }
        return new LogParticipant(names.iterator().next(), accounts, stays);
    }

    private static List<LogParticipant> unnamed(
            String name, List<Connection> several, @Nullable Boolean onePerson, Collection<Finding> notices) {
        Set<Stay> stays = new HashSet<>();
        several.forEach(connection -> stays.add(connection.stay));
        if (several.size() == 1 || Boolean.TRUE.equals(onePerson)) {
            return List.of(new LogParticipant(name, List.of(), stays));
        }
        boolean apart =
                onePerson != null || name.isBlank() || stays.size() < several.size() || overlap(List.copyOf(stays));
        notices.add(Reading.of(apart ? "NAMESAKES_APART" : "SAME_NAME_NO_ACCOUNT", name, name, several.size()));
        if (apart) {
            return several.stream()
                    .map(connection -> new LogParticipant(name, List.of(), List.of(connection.stay)))
                    .toList();
        }
        return List.of(new LogParticipant(name, List.of(), stays));
    }

    private static boolean overlap(List<Stay> stays) {
        List<Stay> sorted = stays.stream()
                .sorted(Comparator.comparing((Stay stay) -> stay.from().toInstant()))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            // Sorted by beginning, the first overlap is between neighbours.
            if (sorted.get(i - 1).overlaps(sorted.get(i))) {
                return true;
            }
        }
        return false;
    }
}
