// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.text;

import eu.digitalminutes.core.outcome.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The words of one document in one language, kept as data beside the class that draws it; times, lengths and sizes as
 * that language writes them.
 *
 * <p>Two UTF-8 property files, {@code NAME_it.properties} and {@code NAME_en.properties}, lie beside the class. Values
 * are {@link MessageFormat} patterns.
 */
public final class Words {
    private static final long KILO = 1000;

    private final Locale locale;
    private final Properties texts;

    private Words(Locale locale, Properties texts) {
        this.locale = locale;
        this.texts = texts;
    }

    /**
     * Reads the words beside a class.
     *
     * @param owner the class whose package holds the files
     * @param name the files' common name
     * @param language Italian; any other language gets English
     * @return the words
     */
    public static Words of(Class<?> owner, String name, Locale language) {
        boolean italian = language.getLanguage().equals(Locale.ITALIAN.getLanguage());
        Locale locale = italian ? Locale.ITALY : Locale.UK;
        return new Words(locale, read(owner, name + "_" + locale.getLanguage() + ".properties"));
    }

    /**
     * The words' locale.
     *
     * @return Italy or the United Kingdom
     */
    public Locale locale() {
        return locale;
    }

    /**
     * The language's code, for markup.
     *
     * @return {@code it} or {@code en}
     */
    public String language() {
        return locale.getLanguage();
    }

    /**
     * A sentence of the file.
     *
     * @param key its name
     * @param arguments what its placeholders stand for; numbers are written plainly
     * @return the sentence
     * @throws IllegalArgumentException if the file lacks it
     */
    public String say(String key, Object... arguments) {
        String pattern = texts.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no text for " + key);
        }
        return new MessageFormat(pattern, locale)
                .format(Stream.of(arguments).map(String::valueOf).toArray());
    }

    /**
     * The sentences whose names begin in one way, for a script that fills their placeholders itself.
     *
     * @param prefix how the names begin, such as {@code script.}
     * @return by the rest of their names, in alphabetical order; placeholders stay as <code>{0}</code>
     */
    public SortedMap<String, String> all(String prefix) {
        SortedMap<String, String> sentences = new TreeMap<>();
        for (String key : texts.stringPropertyNames()) {
            if (key.startsWith(prefix)) {
                sentences.put(key.substring(prefix.length()), say(key, "{0}", "{1}", "{2}", "{3}"));
            }
        }
        return sentences;
    }

    /**
     * A word of the model.
     *
     * @param text the word in both languages
     * @return the word in this one
     */
    public String say(Text text) {
        return text.in(locale);
    }

    /**
     * A day in full.
     *
     * @param at an instant; shown in its own offset
     * @return such as {@code giovedì 12 marzo 2026}
     */
    public String day(OffsetDateTime at) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", locale).format(at);
    }

    /**
     * A day without its name.
     *
     * @param at an instant; shown in its own offset
     * @return such as {@code 12 marzo 2026}
     */
    public String date(OffsetDateTime at) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", locale).format(at);
    }

    /**
     * A time of day to the minute.
     *
     * @param at an instant; shown in its own offset
     * @return such as {@code 18:05}
     */
    public String time(OffsetDateTime at) {
        return DateTimeFormatter.ofPattern("HH:mm", locale).format(at);
    }

    /**
     * An instant to the second with its offset.
     *
     * @param at an instant
     * @return such as {@code 12/03/2026 18:05:00 (UTC+01:00)}
     */
    public String instant(OffsetDateTime at) {
        return DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss '(UTC'xxx')'", locale)
                .format(at);
    }

    /**
     * A length, or a place in a recording, to the second below.
     *
     * @param length zero or more
     * @return such as {@code 0:03:20}
     */
    public String clock(Duration length) {
        return String.format(
                Locale.ROOT, "%d:%02d:%02d", length.toHours(), length.toMinutesPart(), length.toSecondsPart());
    }

    /**
     * A number with the language's separators.
     *
     * @param number any number
     * @return such as {@code 2.345.678}
     */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /**
     * A size for people, in decimal units.
     *
     * @param bytes zero or more
     * @return such as {@code 2,3 MB}
     */
    public String size(long bytes) {
        if (bytes < KILO) {
            return bytes + " byte";
        }
        String[] units = {"kB", "MB", "GB", "TB", "PB", "EB"};
        double value = bytes;
        int unit = -1;
        while (value >= KILO && unit < units.length - 1) {
            value /= KILO;
            unit++;
        }
        return String.format(locale, "%.1f %s", value, units[unit]);
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
