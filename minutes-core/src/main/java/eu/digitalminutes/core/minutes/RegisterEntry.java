// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.minutes;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Where minutes are registered (<i>registrazione di repertorio o di protocollo</i>).
 *
 * @param register the name of the register
 * @param number the number in it
 * @param date the day
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.del.presidente.della.repubblica:2000-12-28;445">
 *     TUDA, art. 53</a>
 */
public record RegisterEntry(String register, String number, LocalDate date) {
    /**
     * An entry.
     *
     * @param register the name of the register
     * @param number the number in it
     * @param date the day
     * @throws IllegalArgumentException if register or number is blank
     */
    public RegisterEntry {
        Objects.requireNonNull(date, "date");
        if (register.isBlank() || number.isBlank()) {
            throw new IllegalArgumentException("an entry names the register and the number in it");
        }
    }
}
