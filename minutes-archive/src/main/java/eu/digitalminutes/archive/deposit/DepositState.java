// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit;

import eu.digitalminutes.core.outcome.Coded;

/** How far a deposit has come, as the journal says. */
enum DepositState implements Coded {
    /** Nothing was sent. */
    PREPARED("prepared"),
    /** It was sent, or was about to be; whether the provider has it is not known. */
    SUBMITTED("submitted"),
    /** The provider has it and has not decided. */
    PENDING("pending"),
    /** The provider has it and the receipt is kept. */
    ACCEPTED("accepted"),
    /** The provider does not take it. */
    REFUSED("refused");

    private final String code;

    DepositState(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** Whether the provider is sure not to have it. */
    boolean isFree() {
        return this == PREPARED || this == REFUSED;
    }
}
