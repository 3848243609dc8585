// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation.step;

import eu.digitalminutes.core.outcome.Coded;
import eu.digitalminutes.core.outcome.Text;
import java.util.Optional;

/** By which paragraph a deliberation takes effect (<i>titolo di esecutività</i>, TUEL 134). */
public enum ExecutabilityGround implements Coded {
    /** Its days of publication passed, TUEL 134(3). */
    PUBLICATION(
            "publication", "decorso della pubblicazione (art. 134, c. 3)", "days of publication passed (art. 134(3))"),
    /** Declared executable at once, TUEL 134(4). */
    IMMEDIATE("immediate", "immediata eseguibilità (art. 134, c. 4)", "declared immediately executable (art. 134(4))");

    private final String code;
    private final Text label;

    ExecutabilityGround(String code, String italian, String english) {
        this.code = code;
        this.label = new Text(italian, english);
    }

    /**
     * The word that stands for it in {@code deliberation.json}.
     *
     * @return lower-case words joined by hyphens
     */
    @Override
    public String code() {
        return code;
    }

    /**
     * The words for people.
     *
     * @return the words in both languages
     */
    public Text label() {
        return label;
    }

    /**
     * The value behind a word of {@code deliberation.json}.
     *
     * @param code the word
     * @return the value, or empty if no value has that word
     */
    public static Optional<ExecutabilityGround> ofCode(String code) {
        return Coded.find(values(), code);
    }
}
