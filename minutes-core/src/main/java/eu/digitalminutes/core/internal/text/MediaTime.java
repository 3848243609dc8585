// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.text;

import java.time.Duration;
import java.util.Locale;

/** Times from the beginning of a recording as WebVTT and TTML write them. */
public final class MediaTime {
    private MediaTime() {}

    /**
     * A time to the millisecond; hours may have more than two digits.
     *
     * @param offset the time from the first frame, not negative
     * @return such as {@code 01:02:03.004}
     */
    public static String of(Duration offset) {
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%03d",
                offset.toHours(),
                offset.toMinutesPart(),
                offset.toSecondsPart(),
                offset.toMillisPart());
    }
}
