// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.sacer;

import java.util.Objects;

/**
 * What a unit is known by at the provider, once and for ever (<i>chiave dell'unità documentaria</i>).
 *
 * @param number the number in the register (<i>numero</i>)
 * @param year the register's year, 0 to 9999 (<i>anno</i>)
 * @param register the register (<i>tipo registro</i>)
 */
public record SacerKey(String number, int year, String register) {
    /**
     * A key.
     *
     * @param number the number in the register
     * @param year the register's year
     * @param register the register
     */
    public SacerKey {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(register, "register");
    }

    /** The form in which the provider writes it: register, year, number, joined by hyphens. */
    @Override
    public String toString() {
        return register + "-" + year + "-" + number;
    }
}
