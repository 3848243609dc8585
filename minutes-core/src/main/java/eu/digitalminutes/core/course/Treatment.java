// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.course;

import java.util.Objects;

/**
 * A stretch in which one point of the agenda was treated (<i>trattazione</i>); a point taken up twice has two.
 *
 * @param item the point
 * @param span when
 */
public record Treatment(String item, Span span) {
    /**
     * A treatment.
     *
     * @param item the point
     * @param span when
     */
    public Treatment {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(span, "span");
    }
}
