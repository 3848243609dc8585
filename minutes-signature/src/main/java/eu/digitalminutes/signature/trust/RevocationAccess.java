// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.trust;

/** Where to learn whether a certificate was revoked or suspended (<i>verifica di revoca e sospensione</i>). */
public enum RevocationAccess {
    /** Only from what signatures carry and from the revocation lists beside the trusted lists; opens no connection. */
    AT_HAND,
    /**
     * Also from the OCSP and CRL services that certificates name, and missing issuers from the addresses that they name;
     * each answer is waited for at most ten seconds.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6960">RFC 6960 (OCSP); RFC 5280, 4.2.1.13 (CRL)</a>
     */
    ONLINE
}
