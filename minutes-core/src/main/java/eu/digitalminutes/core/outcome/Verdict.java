// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.outcome;

/**
 * The answer of a {@link Report} in one word (<i>esito</i>).
 *
 * @see <a href="https://www.etsi.org/deliver/etsi_en/319100_319199/31910201/">ETSI EN 319 102-1, clause 5.1.3, whose
 *     three main indications these mirror</a>
 */
public enum Verdict {
    /** Nothing failed. */
    VALID,
    /** At least one requirement is certainly not met. */
    INVALID,
    /** Nothing certainly failed, but something required could not be decided with what was at hand. */
    INDETERMINATE
}
