// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit;

import java.util.Objects;

/**
 * Why a provider refuses, or warns (<i>errore o avvertimento del conservatore</i>).
 *
 * @param code the provider's own code
 * @param message the provider's own words, in its own language
 */
public record DepositNotice(String code, String message) {
    /**
     * A reason or warning.
     *
     * @param code the provider's own code
     * @param message the provider's own words
     */
    public DepositNotice {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
    }
}
