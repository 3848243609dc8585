// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many bytes are written on a command line. */
final class ByteCount {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,12})([kKmMgG]?)");

    private ByteCount() {}

    /** Such as {@code 13M} for 13 000 000. */
    static long of(String option, String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(option + " is written as 13M for 13 000 000 bytes, not " + text);
        }
        long unit = switch (parts.group(2).toLowerCase(Locale.ROOT)) {
            case "k" -> 1_000L;
            case "m" -> 1_000_000L;
            case "g" -> 1_000_000_000L;
            default -> 1L;
        };
        return Math.multiplyExact(Long.parseLong(parts.group(1)), unit);
    }
}
