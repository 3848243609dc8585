// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.signed;

/** How far the signing of a document has come (<i>stato della sottoscrizione</i>). */
public enum SigningState {
    /** Somebody has still to sign. */
    OPEN,
    /**
     * Who has still to sign is certified by the Secretary to be unable to for the time being; the minutes are effective, and
     * the signature follows.
     *
     * @see <a href="https://dait.interno.gov.it/node/98736">Ministry of the Interior, opinion DAIT 98736</a>
     */
    EFFECTIVE,
    /** All have signed. */
    COMPLETE
}
