// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication.albo;

import eu.digitalminutes.core.outcome.Coded;
import eu.digitalminutes.core.outcome.Text;

/** How an entry of the albo stands on a day (<i>stato della pubblicazione</i>). */
public enum AlboState implements Coded {
    /** Registered; its days have not begun. */
    SCHEDULED("scheduled", "in attesa", "not yet published"),
    /** Within its days. */
    CURRENT("current", "in corso", "being published"),
    /** Its days are over. */
    EXPIRED("expired", "scaduto", "expired"),
    /** Annulled; the entry stays readable for its days. */
    ANNULLED("annulled", "annullato", "annulled");

    private final String code;
    private final Text label;

    AlboState(String code, String italian, String english) {
        this.code = code;
        this.label = new Text(italian, english);
    }

    /**
     * The word that stands for it in data.
     *
     * @return a lower-case word
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
}
