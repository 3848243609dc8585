// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.attendance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The participants of a log beside the seats of an organ (<i>componenti dell'organo</i>): by account, never by name. Who
 * is left over waits for the secretary, whose resolutions are kept.
 */
public final class AttendanceMatch {
    private final Map<String, List<LogParticipant>> bySeat;
    private final List<LogParticipant> unresolved;
    private final List<Resolution> resolutions;

    private AttendanceMatch(
            Map<String, List<LogParticipant>> bySeat, List<LogParticipant> unresolved, List<Resolution> resolutions) {
        this.bySeat = bySeat;
        this.unresolved = List.copyOf(unresolved);
        this.resolutions = List.copyOf(resolutions);
    }

    static AttendanceMatch of(List<LogParticipant> participants, Map<String, Set<String>> accounts) {
        Map<String, String> seats = new HashMap<>();
        Map<String, List<LogParticipant>> bySeat = new LinkedHashMap<>();
        accounts.forEach((seat, keys) -> {
            bySeat.put(seat, List.of());
            for (String account : keys) {
                String other = seats.put(LogParticipant.key(account), seat);
                if (other != null && !other.equals(seat)) {
                    throw new IllegalArgumentException(
                            "the account " + account + " is of two seats, " + other + " and " + seat);
                }
            }
        });
        List<LogParticipant> unresolved = new ArrayList<>();
        for (LogParticipant participant : participants) {
            List<String> found = participant.accounts().stream()
                    .filter(seats::containsKey)
                    .map(seats::get)
                    .distinct()
                    .toList();
            if (found.size() == 1) {
                bySeat.merge(found.get(0), List.of(participant), AttendanceMatch::both);
            } else {
                unresolved.add(participant);
            }
        }
        return new AttendanceMatch(bySeat, unresolved, List.of());
    }

    private static List<LogParticipant> both(List<LogParticipant> some, List<LogParticipant> more) {
        List<LogParticipant> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    /**
     * Who sat where.
     *
     * @param seat the id of a seat
     * @return the participants of its accounts, or resolved to it; empty if there was none
     * @throws IllegalArgumentException if there is no such seat
     */
    public List<LogParticipant> participants(String seat) {
        List<LogParticipant> participants = bySeat.get(seat);
        if (participants == null) {
            throw new IllegalArgumentException("there is no seat " + seat);
        }
        return participants;
    }

    /**
     * When a seat was connected, over all its accounts and devices.
     *
     * @param seat the id of a seat
     * @return disjoint stays in order; empty if it was not
     * @throws IllegalArgumentException if there is no such seat
     */
    public List<Stay> stays(String seat) {
        return Stay.union(participants(seat).stream()
                .flatMap(participant -> participant.stays().stream())
                .toList());
    }

    /**
     * The seats that were asked for.
     *
     * @return their ids, in the order given
     */
    public List<String> seats() {
        return List.copyOf(bySeat.keySet());
    }

    /**
     * Who is nobody's yet: guests without account, unknown accounts, and accounts of two seats.
     *
     * @return the participants in the order of the log
     */
    public List<LogParticipant> unresolved() {
        return unresolved;
    }

    /**
     * What the secretary resolved.
     *
     * @return the resolutions in the order they were made
     */
    public List<Resolution> resolutions() {
        return resolutions;
    }

    /**
     * With a participant given to a seat on somebody's word, which is kept.
     *
     * @param participant one of the unresolved
     * @param seat the id of the seat
     * @param by who says so
     * @param how how they know
     * @return a new match
     * @throws IllegalArgumentException if the participant is not unresolved, there is no such seat, or nobody vouches
     */
    public AttendanceMatch resolve(LogParticipant participant, String seat, String by, String how) {
        List<LogParticipant> left = new ArrayList<>(unresolved);
        if (!left.remove(participant)) {
            throw new IllegalArgumentException("not an unresolved participant: " + participant);
        }
        Map<String, List<LogParticipant>> seats = new LinkedHashMap<>(bySeat);
        seats.put(seat, both(participants(seat), List.of(participant)));
        List<Resolution> all = new ArrayList<>(resolutions);
        all.add(new Resolution(participant, seat, by, how));
        return new AttendanceMatch(seats, left, all);
    }
}
