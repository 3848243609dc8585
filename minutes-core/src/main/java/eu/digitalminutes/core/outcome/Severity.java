// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.outcome;

/** How much a {@link Finding} weighs in the verdict on minutes (<i>esito del controllo</i>). */
public enum Severity {
    /** The minutes cannot be used as a signed public act. */
    FAIL,
    /** The minutes stand, but can be contested or lack something that the law expects. */
    WARN,
    /** Worth knowing; no weight in the verdict. */
    INFO
}
