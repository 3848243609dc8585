// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times in a recording as people write them. */
final class MediaClock {
    private static final Pattern TIME = Pattern.compile("(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{1,2}(?:\\.\\d{1,3})?)");

    private MediaClock() {}

    static Duration parse(String text) {
        Matcher time = TIME.matcher(text.strip());
        if (!time.matches()) {
            throw new IllegalArgumentException(text + " is no time such as 01:02:03 or 02:03.5");
        }
        long hours = time.group(1) == null ? 0 : Long.parseLong(time.group(1));
        long millis = new BigDecimal(time.group(3)).movePointRight(3).longValueExact();
        return Duration.ofHours(hours)
                .plusMinutes(Long.parseLong(time.group(2)))
                .plusMillis(millis);
    }
}
