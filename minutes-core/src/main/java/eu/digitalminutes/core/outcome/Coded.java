// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.outcome;

import java.util.Optional;

/** A value that has a word in the exchange forms (<i>codice</i>): what an enumeration of the model implements. */
public interface Coded {
    /**
     * The word that stands for it in {@code minutes.json}.
     *
     * @return lower-case words joined by hyphens
     */
    String code();

    /**
     * The value behind a word.
     *
     * @param <T> the kind of value
     * @param values all there are
     * @param code the word
     * @return the value, or empty if none has that word
     */
    static <T extends Coded> Optional<T> find(T[] values, String code) {
        for (T value : values) {
            if (value.code().equals(code)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
