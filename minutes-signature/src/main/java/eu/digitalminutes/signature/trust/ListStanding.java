// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.trust;

/** What a trusted list is worth at this moment (<i>stato dell'elenco di fiducia</i>). */
public enum ListStanding {
    /** Its signature is good and it is not due for an update. */
    CURRENT,
    /** Its signature is good; it should have been replaced, but no longer ago than the grace period: trusted, with a warning. */
    IN_GRACE,
    /** Its signature is good; it should have been replaced long ago: not trusted. */
    STALE,
    /** It is no list, or its signature is not that of who may sign it: not trusted. */
    BAD,
    /** There is no copy of it. */
    MISSING;

    /**
     * Whether what it says counts.
     *
     * @return whether it is current or in grace
     */
    public boolean isTrusted() {
        return this == CURRENT || this == IN_GRACE;
    }
}
