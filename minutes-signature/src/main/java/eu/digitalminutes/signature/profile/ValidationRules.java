// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.profile;

/** By which rules a signature is validated, where the standard leaves a choice (<i>regole di validazione</i>). */
public enum ValidationRules {
    /**
     * As DSS has them by default, but that a certificate which is not made for signing does not sign, and revocation data
     * that was out of date at the signature proves nothing.
     *
     * @see <a href="https://www.etsi.org/deliver/etsi_en/319100_319199/31910201/">ETSI EN 319 102-1</a>
     */
    ETSI,
    /**
     * The same for documents of Italian administrations: a signature without a claimed time, or with one outside of the
     * certificate's validity, is valid if its proven time is good, since the attribute was never mandatory for them; a file
     * that nobody signed, or under another name than the signed one, is a failure.
     *
     * @see <a href="https://www.gazzettaufficiale.it/eli/id/2013/05/21/13A04284/sg">DPCM 22 February 2013; Decision CNIPA
     *     45/2009, art. 21</a>
     */
    ITALY
}
