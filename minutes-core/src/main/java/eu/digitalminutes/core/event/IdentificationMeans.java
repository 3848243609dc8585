// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.event;

import eu.digitalminutes.core.outcome.Coded;
import eu.digitalminutes.core.outcome.Text;
import java.util.Optional;

/** How the person behind a screen was identified (<i>modalità di identificazione</i>). */
public enum IdentificationMeans implements Coded {
    /** Face and voice recognised on video. */
    VIDEO("video", "riconoscimento a video", "recognised on video"),
    /** The public digital identity, <i>SPID</i>. */
    SPID("spid", "SPID", "SPID"),
    /** The electronic identity card, <i>carta d'identità elettronica</i>. */
    CIE("cie", "CIE", "electronic identity card"),
    /** The national services card, <i>carta nazionale dei servizi</i>. */
    CNS("cns", "CNS", "national services card"),
    /** A device handed to the person. */
    TOKEN("token", "token personale", "personal token"),
    /** A personal account of the body. */
    CREDENTIALS("credentials", "credenziali personali", "personal credentials"),
    /** Another way, said in words. */
    OTHER("other", "altra modalità", "other means");

    private final String code;
    private final Text label;

    IdentificationMeans(String code, String italian, String english) {
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
    public static Optional<IdentificationMeans> ofCode(String code) {
        return Coded.find(values(), code);
    }
}
