// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.testkit;

/** What can be wrong with the OCSP or the CRL service of a {@link PkiServer}. */
public enum RevocationFault {
    /** Answers HTTP 503. */
    DOWN,
    /** Answers rightly, but only after {@link PkiServer#delay}. */
    SLOW,
    /** OCSP: says "unknown" of every certificate. CRL: HTTP 404. */
    UNKNOWN,
    /** The answer was issued sixty days ago and due again the day after. */
    STALE,
    /** Answers in the name of the authority asked, signed by somebody whom it did not appoint. */
    WRONG_SIGNER
}
