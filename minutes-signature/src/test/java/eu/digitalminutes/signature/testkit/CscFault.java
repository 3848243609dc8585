// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.testkit;

/** What can be wrong with a method of a {@link CscServer}. */
public enum CscFault {
    /** Answers HTTP 503 with the {@link CscServer#retryAfter} of the server, and does nothing. */
    DOWN,
    /** Answers HTTP 429 with the {@link CscServer#retryAfter} of the server, and does nothing. */
    BUSY,
    /** Answers HTTP 500, and does nothing. */
    BROKEN,
    /** Answers rightly, but only after {@link CscServer#delay}. */
    SLOW,
    /** Does its work, then hangs up without an answer. */
    HANGS_UP,
    /** Answers HTTP 200 with half a JSON object. */
    HALF_JSON,
    /** Answers HTTP 200 with three megabytes. */
    HUGE,
    /** Sends the client to another address of this server, which counts its visitors. */
    REDIRECT,
    /** Answers HTTP 202 with a handle: the result comes later. */
    LATER,
    /** Repeats what was sent, token included, in the description of an error. */
    ECHO,
    /** {@code credentials/list}: every page names a next one. */
    ENDLESS_PAGES,
    /** {@code credentials/authorize}: the one-time password is right, but its time is over. */
    OTP_EXPIRED,
    /** {@code credentials/authorize}: gives a SAD for other digests than the ones sent. */
    OTHER_DIGESTS,
    /** {@code credentials/authorize}: gives a SAD whose time is over. */
    SAD_EXPIRED,
    /** {@code signatures/signHash}: gives the values in another order. */
    REORDERED,
    /** {@code signatures/signHash}: gives one value too few. */
    SHORT,
    /** {@code signatures/signHash}: gives ECDSA values as {@code r‖s}; no fault by the letter of the API. */
    RAW_ECDSA,
    /** {@code signatures/signHash}: signs with RSA without the DigestInfo. */
    BARE_RSA,
    /** {@code signatures/signHash}: gives RSA-PSS values. */
    PSS,
    /** {@code signatures/signHash}: gives the values of another key. */
    OTHER_KEY
}
