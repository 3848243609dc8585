// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.outcome;

/**
 * The work was cancelled from outside, or its thread was interrupted; nothing half-made was left, but where the work says so
 * what it needs to go on.
 */
public final class CancelledException extends MinutesException {
    private static final long serialVersionUID = 1L;

    /**
     * A cancelled stage of work.
     *
     * @param stage what was under way
     */
    public CancelledException(String stage) {
        this(stage, "nothing was written");
    }

    /**
     * A cancelled stage of a work that can go on.
     *
     * @param stage what was under way
     * @param left what was left of the work, and what becomes of it
     */
    public CancelledException(String stage, String left) {
        super("CANCELLED", stage + " was cancelled; " + left);
    }
}
