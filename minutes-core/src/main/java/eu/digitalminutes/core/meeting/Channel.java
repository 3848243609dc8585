// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.meeting;

import eu.digitalminutes.core.outcome.Coded;
import eu.digitalminutes.core.outcome.Text;
import java.util.Optional;

/** How a notice reaches somebody (<i>mezzo di consegna</i>). */
public enum Channel implements Coded {
    /** Certified e-mail, <i>posta elettronica certificata</i>. */
    CERTIFIED_MAIL("certified-mail", "PEC", "certified e-mail"),
    /** Ordinary e-mail. */
    EMAIL("email", "posta elettronica", "e-mail"),
    /** The platform of the body, which records the access. */
    PLATFORM("platform", "piattaforma", "platform"),
    /** By hand through the messenger, <i>messo comunale</i>. */
    MESSENGER("messenger", "messo comunale", "messenger"),
    /** Another way that the regulation allows. */
    OTHER("other", "altro mezzo", "other means");

    private final String code;
    private final Text label;

    Channel(String code, String italian, String english) {
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
    public static Optional<Channel> ofCode(String code) {
        return Coded.find(values(), code);
    }
}
