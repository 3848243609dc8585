// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.proposal;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * Money bound for a purpose in the budget (<i>impegno di spesa</i>).
 *
 * @param year the budget's year
 * @param chapter the chapter (<i>capitolo</i>), as the accounting system writes it
 * @param amount in euro, positive, at most two decimals
 * @param creditor to whom; empty while not known
 * @param officer who is responsible for the chapter (<i>responsabile del capitolo</i>)
 * @param reference the commitment's number in the accounting system; empty while there is none
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art.
 *     183</a>
 */
public record Commitment(
        int year, String chapter, BigDecimal amount, String creditor, String officer, String reference) {
    /**
     * A commitment.
     *
     * @param year the budget's year
     * @param chapter the chapter
     * @param amount in euro, positive, at most two decimals
     * @param creditor to whom; may be empty
     * @param officer who is responsible for the chapter
     * @param reference the commitment's number; may be empty
     * @throws IllegalArgumentException if the chapter or the officer is blank, or the amount is not such a sum
     */
    public Commitment {
        Objects.requireNonNull(creditor, "creditor");
        Objects.requireNonNull(reference, "reference");
        if (chapter.isBlank() || officer.isBlank()) {
            throw new IllegalArgumentException("a commitment names its chapter and who is responsible for it");
        }
        if (amount.signum() <= 0 || amount.stripTrailingZeros().scale() > 2) {
            throw new IllegalArgumentException("not an amount in euro and cents: " + amount.toPlainString());
        }
        amount = amount.setScale(2);
    }

    /**
     * This commitment with its number in the accounting system.
     *
     * @param number the number
     * @return a new value
     */
    public Commitment registeredAs(String number) {
        return new Commitment(year, chapter, amount, creditor, officer, number);
    }
}
