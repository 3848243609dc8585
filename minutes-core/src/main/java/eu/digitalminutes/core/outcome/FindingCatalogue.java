// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.outcome;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;

/**
 * The sentences and legal bases of the findings of one module, kept as data beside the checks that make them.
 *
 * <p>Two UTF-8 property files, {@code findings_it.properties} and {@code findings_en.properties}, lie beside a class.
 * The key is the finding's code, the value a {@link MessageFormat} pattern; the Italian file also holds
 * {@code CODE.basis}.
 */
public final class FindingCatalogue {
    private final Properties italian;
    private final Properties english;

    private FindingCatalogue(Properties italian, Properties english) {
        this.italian = italian;
        this.english = english;
    }

    /**
     * Reads the two files beside a class, once.
     *
     * @param owner the class whose package holds the files
     * @return the catalogue
     */
    public static FindingCatalogue of(Class<?> owner) {
        return new FindingCatalogue(read(owner, "findings_it.properties"), read(owner, "findings_en.properties"));
    }

    /**
     * A certain finding.
     *
     * @param code a code of the catalogue
     * @param severity its weight
     * @param where what it is about
     * @param arguments what the sentence's placeholders stand for; a {@link Text} in its own language
     * @return the finding
     * @throws IllegalArgumentException if the catalogue lacks the code in one of the languages
     */
    public Finding finding(String code, Severity severity, String where, Object... arguments) {
        return Finding.of(code, severity, where, text(code, arguments), basis(code));
    }

    /**
     * A failure that could not be decided.
     *
     * @param code a code of the catalogue
     * @param where what it is about
     * @param arguments what the sentence's placeholders stand for
     * @return the finding
     * @throws IllegalArgumentException if the catalogue lacks the code in one of the languages
     */
    public Finding undecided(String code, String where, Object... arguments) {
        return Finding.undecided(code, where, text(code, arguments), basis(code));
    }

    /**
     * A sentence of the catalogue on its own.
     *
     * @param code a key of the catalogue
     * @param arguments what the sentence's placeholders stand for
     * @return the sentence
     * @throws IllegalArgumentException if the catalogue lacks the key in one of the languages
     */
    public Text text(String code, Object... arguments) {
        return new Text(
                format(value(italian, code), Locale.ITALIAN, arguments),
                format(value(english, code), Locale.ENGLISH, arguments));
    }

    private String basis(String code) {
        return value(italian, code + ".basis");
    }

    private static String format(String pattern, Locale locale, Object... arguments) {
        Object[] spoken = Arrays.stream(arguments)
                .map(one -> one instanceof Text text ? text.in(locale) : one)
                .toArray();
        return new MessageFormat(pattern, locale).format(spoken);
    }

    private static String value(Properties texts, String key) {
        String value = texts.getProperty(key);
        if (value == null) {
            throw new IllegalArgumentException("no text for " + key);
        }
        return value;
    }

    private static Properties read(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no " + name + " beside " + owner.getName());
            }
            Properties texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
