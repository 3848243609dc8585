// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation.accounting;

import eu.digitalminutes.core.proposal.Commitment;
import java.util.Objects;

/**
 * What the accounting system is asked to do with a sum (<i>richiesta di prenotazione, impegno o svincolo</i>).
 *
 * @param key names the sum for good; the same in every repetition
 * @param deliberation the reference of the deliberation in the register of proposals
 * @param title its object
 * @param commitment year, chapter, amount, creditor and the officer responsible
 */
public record AccountingRequest(String key, String deliberation, String title, Commitment commitment) {
    /**
     * What the accounting system is asked to do with a sum.
     *
     * @param key names the sum for good
     * @param deliberation the reference of the deliberation
     * @param title its object
     * @param commitment year, chapter, amount, creditor and the officer responsible
     * @throws IllegalArgumentException if the key is blank
     */
    public AccountingRequest {
        Objects.requireNonNull(deliberation, "deliberation");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(commitment, "commitment");
        if (key.isBlank()) {
            throw new IllegalArgumentException("a request has a key");
        }
    }
}
