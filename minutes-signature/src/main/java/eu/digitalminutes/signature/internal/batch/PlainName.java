// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.batch;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text without what ends a line somewhere, is invisible, or turns the direction of writing round: all that as escapes. */
final class PlainName {
    private static final String UNSEEN =
            "\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff";
    private static final Pattern HIDDEN = Pattern.compile("[" + UNSEEN + "]");
    private static final Pattern HIDDEN_OR_BACKSLASH = Pattern.compile("[\\\\" + UNSEEN + "]");
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

    private PlainName() {}

    /** The same JSON: such characters stand in its strings only, where the escape means the character. */
    static String inJson(String json) {
        return escaped(HIDDEN, json);
    }

    /** Text for a line of another form, from which {@link #read} makes the same text. */
    static String of(String text) {
        return escaped(HIDDEN_OR_BACKSLASH, text);
    }

    static String read(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }

    private static String escaped(Pattern what, String text) {
        return what.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(String.format(
                        Locale.ROOT, "\\u%04x", (int) match.group().charAt(0))));
    }
}
