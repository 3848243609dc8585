// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Damage to text: its lines, words, numbers, quotes, and the depth of what is nested. */
final class TextChanges {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"\\n]{0,200}\"");
    private static final Pattern WORD = Pattern.compile("[\\w:.+-]+");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d(T[0-9:.]+(Z|[+-]\\d\\d:\\d\\d)?)?");
    private static final Pattern DELIMITER = Pattern.compile("[\",;:<>/{}\\[\\]=\\t]");

    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "00",
            "2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "1e999",
            "1e-999",
            "1E400000000",
            "NaN",
            "1.5",
            "0x10",
            "9".repeat(2_000),
            "0." + "0".repeat(400) + "1");
    private static final List<String> TIMES = List.of(
            "+999999999-12-31T23:59:59.999999999-18:00",
            "+999999999-12-31",
            "-999999999-01-01T00:00:00+18:00",
            "-999999999-01-01",
            "0000-01-01T00:00:00Z",
            "9999-12-31T23:59:60Z",
            "1970-01-01T00:00:00Z",
            "2025-03-30T02:30:00+01:00",
            "2024-02-29");
    private static final List<String> WORDS = List.of(
            "",
            "null",
            "true",
            "[]",
            "{}",
            "\\u0000",
            "\\ud800",
            "\0",
            "\u00ef\u00bb\u00bf",
            "../../etc/passwd",
            "A".repeat(5_000),
            "&#0;",
            "&x;",
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "PT9223372036854775807S",
            "P999999999D",
            "0000-00-00T24:00:00Z",
            "Europe/Rome",
            "http://[",
            "=cmd()",
            "%",
            "\r",
            "\n\n");

    private TextChanges() {}

    static byte[] change(byte[] bytes, Random random) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String changed = switch (random.nextInt(9)) {
            case 0, 1 -> lines(text, random);
            case 2 -> replaced(text, NUMBER, oneOf(NUMBERS, random), random);
            case 3 -> replaced(text, QUOTED, '"' + oneOf(WORDS, random) + '"', random);
            case 4 -> replaced(text, WORD, oneOf(WORDS, random), random);
            case 5 -> swapped(text, random);
            case 6 -> replaced(text, DELIMITER, oneOf(List.of("", "\"", "\"\"", "\n", ";", "<"), random), random);
            default -> nested(text, random);
        };
        return changed.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String oneOf(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }

    /** A line that is missing, that stands twice, or in another place. */
    private static String lines(String text, Random random) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        String line = lines.get(random.nextInt(lines.size()));
        int kind = random.nextInt(3);
        if (kind > 0) {
            lines.remove(line);
        }
        if (kind < 2) {
            lines.add(random.nextInt(lines.size() + 1), line);
        }
        return String.join("\n", lines);
    }

    private static String replaced(String text, Pattern what, String by, Random random) {
        List<MatchResult> found = what.matcher(text).results().toList();
        return found.isEmpty() ? text + by : put(text, found.get(random.nextInt(found.size())), by);
    }

    private static String swapped(String text, Random random) {
        List<MatchResult> found = WORD.matcher(text).results().toList();
        return found.isEmpty()
                ? text
                : put(
                        text,
                        found.get(random.nextInt(found.size())),
                        found.get(random.nextInt(found.size())).group());
    }

    private static String put(String text, MatchResult where, String by) {
        return text.substring(0, where.start()) + by + text.substring(where.end());
    }

    private static String nested(String text, Random random) {
        String open = oneOf(List.of("[", "{\"a\":", "<a>", "(", "\"", "<i>", "{"), random);
        String close = oneOf(List.of("", "]", "}", "</a>"), random);
        int depth = random.nextBoolean() ? 20 : 12_000;
        return replaced(text, random.nextBoolean() ? QUOTED : WORD, open.repeat(depth) + close.repeat(depth), random);
    }
}
