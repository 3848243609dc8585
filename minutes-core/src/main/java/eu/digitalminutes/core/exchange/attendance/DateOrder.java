// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.attendance;

import eu.digitalminutes.core.outcome.Coded;
import java.util.Optional;

/** In which order day and month (<i>giorno e mese</i>) stand in a date such as 03/04/2025. */
public enum DateOrder implements Coded {
    /** Day, month, year: 3 April. */
    DAY_FIRST("dmy"),
    /** Month, day, year: March 4. */
    MONTH_FIRST("mdy");

    private final String code;

    DateOrder(String code) {
        this.code = code;
    }

    /**
     * The word on the command line.
     *
     * @return {@code dmy} or {@code mdy}
     */
    @Override
    public String code() {
        return code;
    }

    /**
     * The order with a given word.
     *
     * @param code {@code dmy} or {@code mdy}
     * @return the order, if there is one
     */
    public static Optional<DateOrder> ofCode(String code) {
        return Coded.find(values(), code);
    }
}
