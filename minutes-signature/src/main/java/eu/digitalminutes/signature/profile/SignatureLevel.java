// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.profile;

/**
 * How much evidence a signature carries (<i>livello della firma</i>).
 *
 * @see <a href="https://www.etsi.org/deliver/etsi_en/319100_319199/31913201/">ETSI EN 319 132-1, clause 6</a>
 */
public enum SignatureLevel {
    /** The signature alone; its time is only claimed. */
    B,
    /** With a time stamp that proves when it existed at the latest. */
    T,
    /**
     * With everything that a later validation needs: certificates and revocation data. Reached by extending a signature
     * of level T.
     */
    LT,
    /**
     * With an archive time stamp over all of that, which keeps the proof when algorithms and stamps age; renewed before the
     * last stamp expires.
     */
    LTA
}
