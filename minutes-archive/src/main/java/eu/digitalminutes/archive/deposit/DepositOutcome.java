// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit;

import eu.digitalminutes.core.outcome.Coded;

/** How a deposit ended (<i>esito</i>). */
public enum DepositOutcome implements Coded {
    /** The provider has the package; its receipt is kept. */
    ACCEPTED("accepted"),
    /** As above, with warnings. */
    ACCEPTED_WITH_WARNINGS("accepted-with-warnings"),
    /** The provider has the package and has not decided; run the deposit again later. */
    PENDING("pending"),
    /** The provider does not take the package as it is. */
    REFUSED("refused"),
    /** The provider would take the package; nothing was stored. */
    SIMULATED("simulated");

    private final String code;

    DepositOutcome(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
