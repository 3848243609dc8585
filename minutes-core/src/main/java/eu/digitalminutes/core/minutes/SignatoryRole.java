// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.minutes;

import eu.digitalminutes.core.outcome.Text;
import java.util.Locale;
import java.util.Optional;

/** In which quality somebody signs minutes (<i>qualifica del firmatario</i>). */
public enum SignatoryRole {
    /** Who presided, <i>Presidente</i>. */
    PRESIDENT("president", "Presidente", "President"),
    /** Who drew up the minutes, <i>Segretario</i>. */
    SECRETARY("secretary", "Segretario", "Secretary");

    private final String code;
    private final Text label;

    SignatoryRole(String code, String italian, String english) {
        this.code = code;
        this.label = new Text(italian, english);
    }

    /**
     * The word for software and the command line.
     *
     * @return a lower-case word
     */
    public String code() {
        return code;
    }

    /**
     * The word for people; the Italian one is written into the signature as the role that the signer claims.
     *
     * @return the word in both languages
     */
    public Text label() {
        return label;
    }

    /**
     * The role behind a word, be it the software's or the Italian one of a signature.
     *
     * @param word a word in any case
     * @return the role, or empty if it is none of ours
     */
    public static Optional<SignatoryRole> of(String word) {
        String wanted = word.strip().toLowerCase(Locale.ROOT);
        for (SignatoryRole role : values()) {
            if (role.code.equals(wanted)
                    || role.label.italian().toLowerCase(Locale.ROOT).equals(wanted)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
