// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.report;

import eu.digitalminutes.core.outcome.Verdict;

/**
 * How the verification of many documents went (<i>riepilogo</i>): how many came to which answer in this run. Immutable.
 */
public final class BatchSummary {
    private final long valid;
    private final long invalid;
    private final long indeterminate;
    private final long refused;
    private final long skipped;

    private BatchSummary(long valid, long invalid, long indeterminate, long refused, long skipped) {
        this.valid = valid;
        this.invalid = invalid;
        this.indeterminate = indeterminate;
        this.refused = refused;
        this.skipped = skipped;
    }

    /**
     * A summary; for verifiers.
     *
     * @param valid how many are valid
     * @param invalid how many are not
     * @param indeterminate of how many it cannot be said
     * @param refused how many could not be verified at all
     * @param skipped how many had been answered before
     * @return the summary
     */
    public static BatchSummary of(long valid, long invalid, long indeterminate, long refused, long skipped) {
        return new BatchSummary(valid, invalid, indeterminate, refused, skipped);
    }

    /**
     * How many documents there are, those answered before among them.
     *
     * @return zero or more
     */
    public long documents() {
        return valid + invalid + indeterminate + refused + skipped;
    }

    /**
     * How many are valid.
     *
     * @return zero or more
     */
    public long valid() {
        return valid;
    }

    /**
     * How many are not valid.
     *
     * @return zero or more
     */
    public long invalid() {
        return invalid;
    }

    /**
     * Of how many it cannot be said.
     *
     * @return zero or more
     */
    public long indeterminate() {
        return indeterminate;
    }

    /**
     * How many could not be verified at all: no signed file, or none that can be read.
     *
     * @return zero or more
     */
    public long refused() {
        return refused;
    }

    /**
     * How many had been answered by an earlier run.
     *
     * @return zero or more
     */
    public long skipped() {
        return skipped;
    }

    /**
     * The worst answer of this run.
     *
     * @return invalid if any is invalid or was refused, else indeterminate if any is, else valid
     */
    public Verdict worst() {
        if (invalid + refused > 0) {
            return Verdict.INVALID;
        }
        return indeterminate > 0 ? Verdict.INDETERMINATE : Verdict.VALID;
    }
}
