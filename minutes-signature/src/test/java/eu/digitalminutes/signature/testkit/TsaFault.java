// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.testkit;

/** What can be wrong with the time-stamping authority (<i>marche temporali</i>) of a {@link PkiServer}. */
public enum TsaFault {
    /** Answers HTTP 503. */
    DOWN,
    /** Answers rightly, but only after {@link PkiServer#delay}. */
    SLOW,
    /** Answers HTTP 200 with a web page, as a captive portal does. */
    GARBAGE,
    /** Refuses the request: status rejection, failure timeNotAvailable. */
    REJECTS,
    /** Stamps another digest than the one sent. */
    WRONG_HASH,
    /** Returns another nonce than the one sent; no fault for a client that sends none. */
    WRONG_NONCE,
    /** Stamps under another policy than the one asked for. */
    WRONG_POLICY,
    /** Signs the stamp with a certificate that is not made for time stamps. */
    WRONG_CERTIFICATE,
    /** Breaks the signature of the stamp. */
    BROKEN_SIGNATURE,
    /** Stamps a time that differs from the true one by {@link PkiServer#clockOffBy}. */
    CLOCK_OFF
}
