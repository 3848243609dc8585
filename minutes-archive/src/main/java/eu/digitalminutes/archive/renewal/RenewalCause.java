// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.renewal;

/** Why a proof fades (<i>motivo del rinnovo</i>). */
public enum RenewalCause {
    /** The certificate of the last time stamp ends. */
    CERTIFICATE_ENDS(RunKind.RENEWAL),
    /** What the last time stamp is signed with weakens. */
    STAMP_ALGORITHM_FADES(RunKind.RENEWAL),
    /** The hash function of the tree weakens. */
    HASH_FADES(RunKind.REHASH);

    private final RunKind remedy;

    RenewalCause(RunKind remedy) {
        this.remedy = remedy;
    }

    /**
     * What to do against it.
     *
     * @return a renewal of the time stamp, or a new hashing
     */
    public RunKind remedy() {
        return remedy;
    }
}
