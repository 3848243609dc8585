// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.minutes;

import eu.digitalminutes.core.outcome.Coded;
import eu.digitalminutes.core.outcome.Text;
import java.util.Optional;

/** What a later version does to minutes (<i>tipo di modifica</i>, AgID, Allegato 5). */
public enum RectificationKind implements Coded {
    /** It corrects, <i>rettifica</i>. */
    RECTIFICATION("rectification", "rettifica", "rectification"),
    /** It adds, <i>integrazione</i>. */
    INTEGRATION("integration", "integrazione", "integration"),
    /** It notes, <i>annotazione</i>. */
    ANNOTATION("annotation", "annotazione", "annotation"),
    /** It annuls, <i>annullamento</i>. */
    ANNULMENT("annulment", "annullamento", "annulment");

    private final String code;
    private final Text label;

    RectificationKind(String code, String italian, String english) {
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
    public static Optional<RectificationKind> ofCode(String code) {
        return Coded.find(values(), code);
    }
}
