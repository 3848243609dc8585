// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.meeting;

import java.util.Objects;

/**
 * A point of the agenda (<i>punto all'ordine del giorno</i>).
 *
 * @param id the name by which the meeting's events speak of it, unique in the meeting
 * @param number its number as printed, such as {@code 3} or {@code 3-bis}
 * @param title what it is about (<i>oggetto</i>)
 * @param publicity whether it is treated in public
 */
public record AgendaItem(String id, String number, String title, Publicity publicity) {
    /**
     * A point of the agenda.
     *
     * @param id its name in the events, letters, digits and hyphens
     * @param number its number as printed
     * @param title what it is about
     * @param publicity whether it is treated in public
     * @throws IllegalArgumentException if the id has other characters than ASCII letters, digits and hyphens
     */
    public AgendaItem {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(publicity, "publicity");
        if (!id.matches("[A-Za-z0-9-]{1,64}")) {
            throw new IllegalArgumentException("not the id of an agenda item: " + id);
        }
    }
}
