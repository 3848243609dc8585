// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How somebody who attends remotely was identified with certainty (<i>identificazione certa</i>). Immutable.
 *
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legge:2020-03-17;18">D.L. 18/2020, art.
 *     73(1)</a>
 */
public final class Identification {
    private static final Identification NONE = new Identification(null, "", "", "", "");

    private final @Nullable IdentificationMeans means;
    private final String by;
    private final String account;
    private final String platform;
    private final String note;

    private Identification(
            @Nullable IdentificationMeans means, String by, String account, String platform, String note) {
        this.means = means;
        this.by = Objects.requireNonNull(by, "by");
        this.account = Objects.requireNonNull(account, "account");
        this.platform = Objects.requireNonNull(platform, "platform");
        this.note = Objects.requireNonNull(note, "note");
    }

    /**
     * Nothing was recorded, or nothing needs to be, as for who sits in the hall.
     *
     * @return an empty value
     */
    public static Identification none() {
        return NONE;
    }

    /**
     * An identification told in words only.
     *
     * @param note the words; may be empty
     * @return the identification
     */
    public static Identification noted(String note) {
        return new Identification(null, "", "", "", note);
    }

    /**
     * An identification by some means.
     *
     * @param means how
     * @return the identification
     */
    public static Identification by(IdentificationMeans means) {
        return new Identification(Objects.requireNonNull(means, "means"), "", "", "", "");
    }

    /**
     * This identification, made by somebody.
     *
     * @param seat the seat that made it, such as the secretary's
     * @return a new value
     */
    public Identification madeBy(String seat) {
        return new Identification(means, seat, account, platform, note);
    }

    /**
     * This identification, of an account on a platform.
     *
     * @param platformName such as {@code Microsoft Teams}
     * @param accountName the account there, an e-mail address or a user principal name
     * @return a new value
     */
    public Identification of(String platformName, String accountName) {
        return new Identification(means, by, accountName, platformName, note);
    }

    /**
     * This identification with words added.
     *
     * @param words the words
     * @return a new value
     */
    public Identification withNote(String words) {
        return new Identification(means, by, account, platform, words);
    }

    /**
     * How.
     *
     * @return the means, or empty if only words tell it
     */
    public Optional<IdentificationMeans> means() {
        return Optional.ofNullable(means);
    }

    /**
     * Who identified.
     *
     * @return a seat, or empty text
     */
    public String by() {
        return by;
    }

    /**
     * The account on the platform.
     *
     * @return an e-mail address or a user principal name, or empty text
     */
    public String account() {
        return account;
    }

    /**
     * The platform.
     *
     * @return its name, or empty text
     */
    public String platform() {
        return platform;
    }

    /**
     * What else was said.
     *
     * @return words, or empty text
     */
    public String note() {
        return note;
    }

    /**
     * Whether nothing says how the person was identified; an account or a platform alone do not.
     *
     * @return true if there are neither means nor words
     */
    public boolean isBlank() {
        return means == null && note.isBlank();
    }

    /**
     * The identification as a sentence's part for people.
     *
     * @param language Italian, or any other for English
     * @return means, platform, account and words, as far as there are any
     */
    public String in(Locale language) {
        List<String> parts = new ArrayList<>();
        means().ifPresent(value -> parts.add(value.label().in(language)));
        for (String part : List.of(platform, account, note)) {
            if (!part.isBlank()) {
                parts.add(part);
            }
        }
        return String.join(", ", parts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Identification that
                && means == that.means
                && by.equals(that.by)
                && account.equals(that.account)
                && platform.equals(that.platform)
                && note.equals(that.note);
    }

    @Override
    public int hashCode() {
        return Objects.hash(means, by, account, platform, note);
    }

    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
