// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.rules;

import java.math.BigDecimal;

/**
 * A part of a number of members (<i>frazione</i>).
 *
 * @param numerator how many parts, at least one
 * @param denominator of how many, at least as many
 */
public record Fraction(int numerator, int denominator) {
    /** One half. */
    public static final Fraction HALF = new Fraction(1, 2);

    /** One third, below which no quorum of a council goes (TUEL 38(2)). */
    public static final Fraction THIRD = new Fraction(1, 3);

    /**
     * A part of a number of members (<i>frazione</i>).
     *
     * @param numerator how many parts, at least one
     * @param denominator of how many, at least as many
     * @throws IllegalArgumentException if it is no fraction of the members
     */
    public Fraction {
        if (numerator < 1 || denominator < numerator) {
            throw new IllegalArgumentException("not a fraction of the members: " + numerator + "/" + denominator);
        }
    }

    /**
     * The part of a base in whole members.
     *
     * @param base of how many members
     * @param rounding what becomes of a fraction of a member
     * @return members, at most the base
     */
    public int of(int base, Rounding rounding) {
        return BigDecimal.valueOf((long) base * numerator)
                .divide(BigDecimal.valueOf(denominator), 0, rounding.mode())
                .intValueExact();
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
