// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.attendance;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a connection lasted, as the log says beside its times, with the precision it has.
 *
 * @param least the shortest duration that would be written so
 * @param most the longest
 */
record StatedDuration(Duration least, Duration most) {
    private static final Pattern UNITS = Pattern.compile("(?:(\\d{1,4}) ?(?:h|hr|hrs|hour|hours|ora|ore|std)\\.?)? ?"
            + "(?:(\\d{1,4}) ?(?:m|min|mins|minute|minutes|minuto|minuti)\\.?)? ?"
            + "(?:(\\d{1,4}) ?(?:s|sec|secs|second|seconds|secondo|secondi|sek)\\.?)?");
    private static final Duration SLACK = Duration.ofSeconds(2);

    /** Hours, minutes and seconds with their units; without seconds the precision is a minute. */
    static Optional<StatedDuration> units(String text) {
        Matcher units = UNITS.matcher(text.toLowerCase(Locale.ROOT));
        if (text.isEmpty() || !units.matches()) {
            return Optional.empty();
        }
        Duration stated =
                Duration.ofHours(number(units, 1)).plusMinutes(number(units, 2)).plusSeconds(number(units, 3));
        return Optional.of(around(stated, SLACK));
    }

    /** Hours and minutes with their units, rounded to the minute in any direction. */
    static Optional<StatedDuration> unitsOfMinutes(String text) {
        return units(text).map(exact -> around(exact.least.plus(SLACK), Duration.ofMinutes(1)));
    }

    /** A whole number of minutes, rounded up, down, or to the nearest. */
    static Optional<StatedDuration> minutes(String text) {
        return text.matches("\\d{1,5}")
                ? Optional.of(around(Duration.ofMinutes(Long.parseLong(text)), Duration.ofMinutes(1)))
                : Optional.empty();
    }

    private static StatedDuration around(Duration stated, Duration slack) {
        return new StatedDuration(stated.minus(slack), stated.plus(slack));
    }

    private static long number(Matcher units, int group) {
        String digits = units.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }

    boolean admits(Duration measured) {
        return least.compareTo(measured) <= 0 && measured.compareTo(most) <= 0;
    }

    StatedDuration plus(StatedDuration other) {
        return new StatedDuration(least.plus(other.least), most.plus(other.most));
    }

    boolean meets(StatedDuration other) {
        return least.compareTo(other.most) <= 0 && other.least.compareTo(most) <= 0;
    }
}
