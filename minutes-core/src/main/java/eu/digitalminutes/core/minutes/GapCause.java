// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.minutes;

import eu.digitalminutes.core.outcome.Coded;
import eu.digitalminutes.core.outcome.Text;
import java.util.Optional;

/** Why a stretch of the meeting is not in the recording (<i>causa dell'interruzione</i>). */
public enum GapCause implements Coded {
    /** The meeting was suspended. */
    SUSPENSION("suspension", "sospensione della seduta", "suspension"),
    /** The recorder was off because the meeting was secret. */
    SECRET_PART("secret-part", "parte segreta", "secret part"),
    /** Special or judicial data were spoken of, and filming stopped (Garante). */
    SENSITIVE_DATA("sensitive-data", "dati particolari", "special data"),
    /** A device failed; the written act stands for the stretch. */
    FAILURE("failure", "guasto", "failure"),
    /** Another cause, said in words. */
    OTHER("other", "altro", "other");

    private final String code;
    private final Text label;

    GapCause(String code, String italian, String english) {
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
    public static Optional<GapCause> ofCode(String code) {
        return Coded.find(values(), code);
    }
}
