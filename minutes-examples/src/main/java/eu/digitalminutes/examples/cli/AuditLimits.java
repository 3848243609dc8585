// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the limits of an audit are written on a command line. */
public final class AuditLimits {
    private static final Pattern AGE = Pattern.compile("([0-9]{1,5})([dh])");

    private AuditLimits() {}

    /**
     * A bandwidth.
     *
     * @param text such as {@code 13M} for 13 000 000 bytes a second; 0 for no limit
     * @return bytes a second
     * @throws IllegalArgumentException if it is written otherwise
     */
    public static long rate(String text) {
        return ByteCount.of("--rate", text);
    }

    /**
     * How long ago an audit must be for the next one.
     *
     * @param text such as {@code 90d} or {@code 12h}
     * @return the duration
     * @throws IllegalArgumentException if it is written otherwise
     */
    public static Duration age(String text) {
        Matcher parts = AGE.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("--older-than is written as 90d or 12h, not " + text);
        }
        long number = Long.parseLong(parts.group(1));
        return parts.group(2).equals("d") ? Duration.ofDays(number) : Duration.ofHours(number);
    }
}
