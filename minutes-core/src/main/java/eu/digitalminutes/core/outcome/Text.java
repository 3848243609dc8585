// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.outcome;

import java.util.Locale;
import java.util.Objects;

/**
 * A sentence for people, in Italian and in English (<i>messaggio</i>).
 *
 * @param italian the Italian sentence
 * @param english the English sentence
 */
public record Text(String italian, String english) {
    /**
     * A sentence in both languages.
     *
     * @param italian the Italian sentence
     * @param english the English sentence
     */
    public Text {
        Objects.requireNonNull(italian, "italian");
        Objects.requireNonNull(english, "english");
    }

    /**
     * The sentence in the language of a locale.
     *
     * @param locale any locale; every language but Italian gets English
     * @return the sentence
     */
    public String in(Locale locale) {
        return locale.getLanguage().equals(Locale.ITALIAN.getLanguage()) ? italian : english;
    }
}
