// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.proposal;

import eu.digitalminutes.core.outcome.Coded;
import eu.digitalminutes.core.outcome.Text;
import java.util.Optional;

/** What a proposal does to budget or assets (<i>riflessi sulla situazione economico-finanziaria o sul patrimonio</i>, TUEL 49(1)). */
public enum Effect implements Coded {
    /** None: the accounting opinion is not due. */
    NONE("none", "nessun riflesso", "no effect"),
    /** Indirect: the accounting opinion is due. */
    INDIRECT("indirect", "riflessi indiretti", "indirect effect"),
    /** Direct, without spending: the accounting opinion is due. */
    DIRECT("direct", "riflessi diretti", "direct effect"),
    /** It spends: the accounting opinion is due, and so is the visa of coverage. */
    SPENDING("spending", "spesa", "spending");

    private final String code;
    private final Text label;

    Effect(String code, String italian, String english) {
        this.code = code;
        this.label = new Text(italian, english);
    }

    /**
     * The word that stands for it in {@code minutes.json}.
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
     * The value behind a word of {@code minutes.json}.
     *
     * @param code the word
     * @return the value, or empty if no value has that word
     */
    public static Optional<Effect> ofCode(String code) {
        return Coded.find(values(), code);
    }
}
