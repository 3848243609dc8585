// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.timeline;

import java.util.List;

/**
 * All that is drawn of one signature.
 *
 * @param title who signed
 * @param outcome what it came to, in a few words
 * @param tone what that means
 * @param rows from the top to the bottom
 */
public record Lane(String title, String outcome, Tone tone, List<Row> rows) {
    /** Of one signature. */
    public Lane {
        rows = List.copyOf(rows);
    }
}
