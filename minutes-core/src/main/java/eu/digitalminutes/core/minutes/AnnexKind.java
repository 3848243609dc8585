// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.minutes;

import eu.digitalminutes.core.outcome.Coded;
import eu.digitalminutes.core.outcome.Text;
import java.util.Optional;

/** What an annex is (<i>tipo di allegato</i>). */
public enum AnnexKind implements Coded {
    /** A paper of the agenda or handed in by a speaker. */
    PAPER("paper", "documento", "paper"),
    /** The log of the videoconference, kept as evidence. */
    PLATFORM_LOG("platform-log", "registro della piattaforma", "platform log"),
    /** Proof that a notice was delivered, <i>ricevuta</i>. */
    DELIVERY_RECEIPT("delivery-receipt", "ricevuta di consegna", "delivery receipt"),
    /** A statement of the secretary, <i>attestazione</i>. */
    CERTIFICATE("certificate", "attestazione", "certificate"),
    /** Anything else. */
    OTHER("other", "altro", "other");

    private final String code;
    private final Text label;

    AnnexKind(String code, String italian, String english) {
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
    public static Optional<AnnexKind> ofCode(String code) {
        return Coded.find(values(), code);
    }
}
