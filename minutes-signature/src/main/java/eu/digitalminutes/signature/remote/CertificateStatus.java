// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.remote;

/** What a service says of the certificate of a remote key; a hint, not a verdict (<i>stato del certificato</i>). */
public enum CertificateStatus {
    /** It may be used. */
    VALID,
    /** Its time is over. */
    EXPIRED,
    /** It was revoked (<i>revocato</i>). */
    REVOKED,
    /** It is suspended (<i>sospeso</i>). */
    SUSPENDED,
    /** The service does not say, or says a word that is not known. */
    UNKNOWN
}
