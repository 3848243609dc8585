// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.attendance;

import java.util.List;

/**
 * One row that says when somebody came and went.
 *
 * @param line where it stands
 * @param name the displayed name
 * @param accounts the accounts, the most telling first
 * @param from when they came
 * @param to when they went
 * @param stated how long that was
 */
record LoggedRow(int line, String name, List<String> accounts, RawTime from, RawTime to, StatedDuration stated) {
    LoggedRow on(java.time.LocalDate day, boolean overnight) {
        return new LoggedRow(line, name, accounts, from.on(day), to.on(overnight ? day.plusDays(1) : day), stated);
    }
}
