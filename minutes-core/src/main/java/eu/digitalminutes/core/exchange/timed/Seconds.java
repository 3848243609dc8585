// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.timed;

import java.math.BigDecimal;
import java.time.Duration;

/** Offsets in a recording as players want them. */
final class Seconds {
    private Seconds() {}

    /** A number of seconds without trailing zeros. */
    static BigDecimal of(Duration offset) {
        BigDecimal seconds = BigDecimal.valueOf(offset.toMillis(), 3).stripTrailingZeros();
        return seconds.scale() < 0 ? seconds.setScale(0) : seconds;
    }
}
