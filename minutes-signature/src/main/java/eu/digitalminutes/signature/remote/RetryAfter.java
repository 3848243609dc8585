// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.remote;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** When a busy service wants to be asked again (RFC 9110, 10.2.3). */
final class RetryAfter {
    private static final Duration UNSAID = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /** How long to wait: from nothing to a day; one second if the service does not say. */
    static Duration of(HttpHeaders headers) {
        return headers.firstValue("Retry-After").map(RetryAfter::parsed).orElse(UNSAID);
    }

    private static Duration parsed(String words) {
        Duration wait;
        if (words.matches("[0-9]{1,9}")) {
            wait = Duration.ofSeconds(Long.parseLong(words));
        } else {
            try {
                wait = Duration.between(
                        Instant.now(),
                        ZonedDateTime.parse(words, DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant());
            } catch (DateTimeParseException e) {
                return UNSAID;
            }
        }
        Duration bounded = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
        return bounded.isNegative() ? Duration.ZERO : bounded;
    }
}
