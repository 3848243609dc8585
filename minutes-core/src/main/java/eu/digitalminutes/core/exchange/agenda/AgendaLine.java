// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.agenda;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A line of an agenda (<i>punto all'ordine del giorno</i>) in the words of the system that wrote it.
 *
 * @param number its number, such as {@code 4} or {@code 4 bis}
 * @param title its subject
 * @param publicity the word for public or secret; empty where there is none
 * @param kind the word for the kind of business; empty where there is none
 * @param rapporteur who proposes or reports; empty where there is none
 * @param reference the number of the proposal or file; empty where there is none
 * @param others what stands under labels that are not known here, by label
 */
public record AgendaLine(
        String number,
        String title,
        String publicity,
        String kind,
        String rapporteur,
        String reference,
        Map<String, String> others) {
    /**
     * A line.
     *
     * @param number its number
     * @param title its subject
     * @param publicity the word for public or secret, or empty
     * @param kind the word for the kind of business, or empty
     * @param rapporteur who proposes or reports, or empty
     * @param reference the number of the proposal or file, or empty
     * @param others what stands under other labels; copied
     */
    public AgendaLine {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(title, "title");
        others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    }
}
