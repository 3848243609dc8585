// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.meeting;

import java.util.Objects;

/**
 * A person in a role during one meeting (<i>carica</i>).
 *
 * @param id the name by which the meeting's events speak of it, unique in the meeting
 * @param person who holds it
 * @param role the role
 * @param group the political group; empty when none
 * @param member whether it counts for quorum and may vote (<i>componente dell'organo</i>); false for a secretary, or for
 *     an external board member who only reports to the council
 */
public record Seat(String id, Person person, SeatRole role, String group, boolean member) {
    /**
     * A seat.
     *
     * @param id its name in the events, letters, digits and hyphens
     * @param person who holds it
     * @param role the role
     * @param group the political group; empty when none
     * @param member whether it counts for quorum and may vote
     * @throws IllegalArgumentException if the id has other characters than ASCII letters, digits and hyphens
     */
    public Seat {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(group, "group");
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
        return new Seat(id, person, role, group, true);
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
        return new Seat(id, person, role, "", false);
    }
}
