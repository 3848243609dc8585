// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.remote;

import eu.digitalminutes.core.outcome.SigningRefusedException;

/**
 * Asks the owner of a remote key for the consent to signatures: PIN and one-time password (<i>consenso del
 * titolare</i>). The caller's software shows there what is signed; the request carries digests only.
 *
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2005-03-07;82">CAD, art.
 *     35(2) and (3)</a>
 */
@FunctionalInterface
public interface SignerConsent {
    /**
     * Asks, on the thread that signs. Called once for each authorization; every answer is sent once.
     *
     * @param request what is asked for
     * @return what the owner answered, with all that the request asks for
     * @throws SigningRefusedException if the owner does not want to sign
     */
    Consent give(ConsentRequest request);
}
