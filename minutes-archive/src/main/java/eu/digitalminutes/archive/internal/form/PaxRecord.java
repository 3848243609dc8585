// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.form;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One line of an extended header: {@code LENGTH KEY=VALUE\n}.
 *
 * @param key what it is about
 * @param value what it says
 * @param end where the next one begins
 */
record PaxRecord(String key, String value, int end) {
    /** The record at a place, or null if none stands there. */
    static @Nullable PaxRecord at(byte[] header, int at) {
        int blank = at;
        while (blank < header.length && header[blank] != ' ') {
            blank++;
        }
        String digits = new String(header, at, blank - at, StandardCharsets.US_ASCII);
        if (!digits.matches("[1-9][0-9]{0,5}")) {
            return null;
        }
        int end = at + Integer.parseInt(digits);
        if (end > header.length || end <= blank + 2 || header[end - 1] != '\n') {
            return null;
        }
        String line = new String(header, blank + 1, end - blank - 2, StandardCharsets.UTF_8);
        int equals = line.indexOf('=');
        return equals < 1 ? null : new PaxRecord(line.substring(0, equals), line.substring(equals + 1), end);
    }

    /** The value as a size; one that is none is less than nothing. */
    long number() {
        return value.matches("[0-9]{1,18}") ? Long.parseLong(value) : -1;
    }
}
