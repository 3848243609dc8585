// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.profile;

/**
 * What a signer's certificate must say of itself before it is asked to sign (<i>certificato qualificato</i>). Whether it is
 * right in that, only trusted lists tell, at verification.
 */
public enum CertificateRequirement {
    /**
     * A qualified certificate for the signatures of a person, whose key is in a qualified device: what a digital signature
     * under Italian law needs.
     *
     * @see <a href="https://eur-lex.europa.eu/eli/reg/2014/910/oj">Regulation (EU) 910/2014, Annex I and II; ETSI EN 319
     *     412-5</a>
     */
    QUALIFIED,
    /** Any certificate that is valid and made for signing. */
    ANY
}
