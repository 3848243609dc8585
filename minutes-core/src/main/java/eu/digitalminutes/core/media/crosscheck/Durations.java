// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.media.crosscheck;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** Lengths as programs write them: seconds with decimals. */
final class Durations {
    private static final BigDecimal LONGEST = BigDecimal.valueOf(1L << 40);

    private Durations() {}

    /** Empty for what is no sensible length. */
    static Optional<Duration> ofSeconds(String text) {
        try {
            BigDecimal seconds = new BigDecimal(text);
            return seconds.signum() < 0 || seconds.compareTo(LONGEST) > 0
                    ? Optional.empty()
                    : Optional.of(Duration.ofMillis(seconds.movePointRight(3).longValue()));
        } catch (NumberFormatException unstated) {
            return Optional.empty();
        }
    }
}
