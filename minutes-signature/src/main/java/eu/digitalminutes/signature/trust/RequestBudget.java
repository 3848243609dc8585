// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.trust;

import java.time.Duration;
import java.util.Objects;

/** How often a service may be asked: so many requests within any window of time. */
record RequestBudget(int requests, Duration window) {
    RequestBudget {
        if (requests < 1 || Objects.requireNonNull(window, "window").isNegative() || window.isZero()) {
            throw new IllegalArgumentException(
                    "a budget is at least one request in a window of time, not " + requests + " in " + window);
        }
    }
}
