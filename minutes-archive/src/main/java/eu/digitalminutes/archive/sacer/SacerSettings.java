// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.sacer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What body and provider agreed on: account, kinds of unit, document and register, version of the protocol
 * (<i>disciplinare tecnico</i>). Immutable.
 *
 * <p>Kinds and registers are those that the provider has set up for the structure; a word that it does not know is
 * refused. Begin with {@link #of} and change what your agreement says.
 */
public final class SacerSettings {
    private final SacerAccount account;
    private final String version;
    private final String unitKind;
    private final String documentKind;
    private final String attachmentKind;
    private final String format;
    private final Optional<String> register;

    private SacerSettings(
            SacerAccount account,
            String version,
            String unitKind,
            String documentKind,
            String attachmentKind,
            String format,
            Optional<String> register) {
        this.account = account;
        this.version = version;
        this.unitKind = unitKind;
        this.documentKind = documentKind;
        this.attachmentKind = attachmentKind;
        this.format = format;
        this.register = register;
    }

    /**
     * Version 1.5 of the protocol; unit and main document of kind {@code VERBALE}, attachments of kind {@code ALLEGATO},
     * container of format {@code ASICE}, the register of the minutes' registration.
     *
     * @param account who deposits
     * @return the settings
     */
    public static SacerSettings of(SacerAccount account) {
        return new SacerSettings(
                Objects.requireNonNull(account, "account"),
                "1.5",
                "VERBALE",
                "VERBALE",
                "ALLEGATO",
                "ASICE",
                Optional.empty());
    }

    /**
     * Reads settings from a JSON file: {@code environment}, {@code body}, {@code structure} and {@code user} must be
     * there; {@code version}, {@code unitKind}, {@code documentKind}, {@code attachmentKind}, {@code format} and
     * {@code register} may. Other fields are ignored; there is no field for a password.
     *
     * @param file a file of at most 1 MiB
     * @return the settings
     * @throws IOException if it cannot be read
     * @throws eu.digitalminutes.core.outcome.MinutesException with code {@code SACER_SETTINGS_INVALID}, if it is not JSON
     *     or a field is missing or wrong
     */
    public static SacerSettings read(Path file) throws IOException {
        return SettingsJson.read(file);
    }

    /**
     * Another version of the protocol.
     *
     * @param value such as {@code 1.4}
     * @return new settings
     */
    public SacerSettings version(String value) {
        return new SacerSettings(account, word(value), unitKind, documentKind, attachmentKind, format, register);
    }

    /**
     * Another kind of unit (<i>tipologia unità documentaria</i>).
     *
     * @param value as the provider has it
     * @return new settings
     */
    public SacerSettings unitKind(String value) {
        return new SacerSettings(account, version, word(value), documentKind, attachmentKind, format, register);
    }

    /**
     * Another kind of main document (<i>tipo documento</i>).
     *
     * @param value as the provider has it
     * @return new settings
     */
    public SacerSettings documentKind(String value) {
        return new SacerSettings(account, version, unitKind, word(value), attachmentKind, format, register);
    }

    /**
     * Another kind of attachment (<i>tipo documento degli allegati</i>).
     *
     * @param value as the provider has it
     * @return new settings
     */
    public SacerSettings attachmentKind(String value) {
        return new SacerSettings(account, version, unitKind, documentKind, word(value), format, register);
    }

    /**
     * Another name for the format of the signed container (<i>formato file versato</i>).
     *
     * @param value as the provider has it
     * @return new settings
     */
    public SacerSettings format(String value) {
        return new SacerSettings(account, version, unitKind, documentKind, attachmentKind, word(value), register);
    }

    /**
     * Another name for the register than that of the minutes' registration (<i>tipo registro</i>).
     *
     * @param value as the provider has it, at most 100 characters
     * @return new settings
     */
    public SacerSettings register(String value) {
        return new SacerSettings(
                account, version, unitKind, documentKind, attachmentKind, format, Optional.of(word(value)));
    }

    /**
     * Who deposits (<i>versatore</i>).
     *
     * @return the account
     */
    public SacerAccount account() {
        return account;
    }

    /**
     * The version of the protocol (<i>versione</i>).
     *
     * @return such as {@code 1.5}
     */
    public String version() {
        return version;
    }

    String unitKind() {
        return unitKind;
    }

    String documentKind() {
        return documentKind;
    }

    String attachmentKind() {
        return attachmentKind;
    }

    String format() {
        return format;
    }

    Optional<String> register() {
        return register;
    }

    private static String word(String value) {
        if (value.isBlank() || value.length() > 100) {
            throw new IllegalArgumentException("a word of the agreement has 1 to 100 characters");
        }
        return value;
    }
}
