// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.outcome;

/** The work was cancelled from outside, or its thread was interrupted; nothing half-made was left. */
public final class CancelledException extends MinutesException {
    private static final long serialVersionUID = 1L;

    /**
     * A cancelled stage of work.
     *
     * @param stage what was under way
     */
    public CancelledException(String stage) {
        super("CANCELLED", stage + " was cancelled; nothing was written");
    }
}
