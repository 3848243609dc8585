// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.meeting;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A person in a role during one meeting (<i>carica</i>).
 *
 * @param id the name by which the meeting's events speak of it, unique in the meeting
 * @param person who holds it
 * @param role the role
 * @param group the political group; empty when none
 * @param member whether it counts for quorum and may vote (<i>componente dell'organo</i>); false for a secretary, or for
 *     an external board member who only reports to the council
 * @param term from when to when the person holds it
 * @param accounts e-mail addresses and user principal names by which the person is known to videoconferences, in lower
 *     case
 */
public record Seat(
        String id, Person person, SeatRole role, String group, boolean member, Term term, Set<String> accounts) {
    /**
     * A seat.
     *
     * @param id its name in the events, letters, digits and hyphens
     * @param person who holds it
     * @param role the role
     * @param group the political group; empty when none
     * @param member whether it counts for quorum and may vote
     * @param term from when to when the person holds it
     * @param accounts by which the person is known to videoconferences
     * @throws IllegalArgumentException if the id has other characters than ASCII letters, digits and hyphens
     */
    public Seat {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(term, "term");
        accounts = accounts.stream()
                .map(account -> account.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        if (!id.matches("[A-Za-z0-9-]{1,64}")) {
            throw new IllegalArgumentException("not the id of a seat: " + id);
        }
    }

    /**
     * The seat of a member of the organ, who counts for quorum and may vote.
     *
     * @param id its name in the events
     * @param person who holds it
     * @param role the role
     * @param group the political group; empty when none
     * @return the seat
     */
    public static Seat member(String id, Person person, SeatRole role, String group) {
        return new Seat(id, person, role, group, true, Term.open(), Set.of());
    }

    /**
     * Someone who attends without being a member: the secretary, an external board member in the council.
     *
     * @param id its name in the events
     * @param person who holds it
     * @param role the role
     * @return the seat
     */
    public static Seat attendant(String id, Person person, SeatRole role) {
        return new Seat(id, person, role, "", false, Term.open(), Set.of());
    }

    /**
     * This seat with the time for which it is held.
     *
     * @param value from when to when
     * @return a new seat
     */
    public Seat during(Term value) {
        return new Seat(id, person, role, group, member, value, accounts);
    }

    /**
     * This seat with the accounts by which the person is known to videoconferences.
     *
     * @param values e-mail addresses and user principal names
     * @return a new seat
     */
    public Seat knownAs(String... values) {
        return new Seat(id, person, role, group, member, term, Set.of(values));
    }
}
