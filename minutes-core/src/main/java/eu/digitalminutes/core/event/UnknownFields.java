// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.event;

import java.util.Map;

/**
 * What a {@code minutes.json} said beyond the words that this version knows, kept so that writing it again loses
 * nothing.
 *
 * @param byPointer for each unknown field its JSON pointer and its value as JSON text
 */
public record UnknownFields(Map<String, String> byPointer) {
    /**
     * Unknown fields.
     *
     * @param byPointer for each unknown field its JSON pointer and its value as JSON text
     */
    public UnknownFields {
        byPointer = Map.copyOf(byPointer);
    }

    /**
     * Nothing beyond the known words.
     *
     * @return an empty value
     */
    public static UnknownFields none() {
        return new UnknownFields(Map.of());
    }
}
