// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes well-formed XHTML that is valid HTML as well. Everything that comes from outside passes {@link #escape}.
 *
 * <p>Names of elements and attributes are ours, never data.
 */
public final class Html {
    private static final Set<String> VOID = Set.of("br", "hr", "img", "input", "link", "meta", "source", "track");

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Begins an element.
     *
     * @param name the element
     * @param attributes names and values in turn
     * @return this writer
     */
    public Html open(String name, String... attributes) {
        tag(name, attributes);
        if (!VOID.contains(name)) {
            open.push(name);
        }
        return this;
    }

    /**
     * Ends the innermost element.
     *
     * @return this writer
     */
    public Html close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /**
     * Ends the innermost element and begins a new line.
     *
     * @return this writer
     */
    public Html closeLine() {
        close();
        out.append('\n');
        return this;
    }

    /**
     * An element that holds only text.
     *
     * @param name the element
     * @param text what it says
     * @param attributes names and values in turn
     * @return this writer
     */
    public Html element(String name, String text, String... attributes) {
        return open(name, attributes).text(text).close();
    }

    /**
     * Text.
     *
     * @param text any text
     * @return this writer
     */
    public Html text(String text) {
        out.append(escape(text));
        return this;
    }

    /**
     * Text whose line breaks stay.
     *
     * @param text any text
     * @return this writer
     */
    public Html lines(String text) {
        String[] lines = text.strip().split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                open("br");
            }
            text(lines[i]);
        }
        return this;
    }

    /**
     * Markup of our own, such as the document type or a style sheet.
     *
     * @param markup trusted text, never data
     * @return this writer
     */
    public Html raw(String markup) {
        out.append(markup);
        return this;
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return out.toString();
    }

    private void tag(String name, String... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escape(attributes[i + 1]))
                    .append('"');
        }
        out.append(VOID.contains(name) ? "/>" : ">");
    }

    /**
     * Text as markup shows it: the five special characters escaped, what XML forbids and what overrides the direction of
     * writing left out, since a stray override would turn round the words that follow it.
     *
     * @param text any text
     * @return text that is safe in an element and in a quoted attribute
     */
    public static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().filter(Html::isPlain).forEach(point -> {
            switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(point);
            }
        });
        return safe.toString();
    }

    /**
     * Text without what XML forbids and without direction overrides, not escaped.
     *
     * @param text any text
     * @return the same text, or less
     */
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().filter(Html::isPlain).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean isPlain(int point) {
        boolean xml = point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF && !(point >= 0x7F && point <= 0x9F))
                || (point >= 0xE000 && point <= 0xFFFD)
                || (point >= 0x10000 && (point & 0xFFFE) != 0xFFFE);
        boolean override = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
        return xml && !override;
    }
}
