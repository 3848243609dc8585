// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation.accounting;

import java.io.IOException;
import java.math.BigDecimal;

/**
 * The accounting system of a municipality (<i>sistema di contabilità</i>), as far as deliberations need it.
 *
 * <p>What an implementation promises:
 * <ul>
 * <li>Every method may be called twice with the same request, at once or years apart, and by several threads: the second
 *     call changes nothing and gets the answer that the first got, whatever the availability is by then.
 * <li>A key stands for one sum on one chapter. The same key with another request is {@link AccountingAnswer.Refused}.
 * <li>{@link #release} spends the key for good, even if nothing was reserved under it: what then comes late under that
 *     key is refused, so that a delayed duplicate cannot bind money again.
 * <li>A request that was answered is kept for good before the answer is given. Who throws, or answers
 *     {@link AccountingAnswer.Unavailable}, may have done the work or not: the caller asks again under the same key.
 * </ul>
 *
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art. 153, 183 and 191</a>
 */
public interface AccountingSystem {
    /**
     * What can still be bound on a chapter (<i>disponibilità</i>).
     *
     * @param chapter the chapter, as the system writes it
     * @param year the budget's year
     * @return euro, what is reserved or committed taken off
     * @throws IOException if the system does not answer
     */
    BigDecimal availability(String chapter, int year) throws IOException;

    /**
     * Sets a sum aside (<i>prenotazione di impegno</i>).
     *
     * @param request what, under which key
     * @return {@link AccountingAnswer.Done} with the reservation's number, or why not
     * @throws IOException if the system does not answer; the sum may be set aside or not
     */
    AccountingAnswer reserve(AccountingRequest request) throws IOException;

    /**
     * Makes what was reserved under the key a commitment (<i>impegno</i>).
     *
     * @param request what, under which key
     * @return {@link AccountingAnswer.Done} with the commitment's number, or why not; refused if nothing is reserved
     *     under the key
     * @throws IOException if the system does not answer; the sum may be committed or not
     */
    AccountingAnswer commit(AccountingRequest request) throws IOException;

    /**
     * Gives back what was reserved or committed under the key, and spends the key (<i>svincolo</i>).
     *
     * @param request what, under which key
     * @return {@link AccountingAnswer.Done}, also if there was nothing to give back, or why not
     * @throws IOException if the system does not answer; the sum may be given back or not
     */
    AccountingAnswer release(AccountingRequest request) throws IOException;
}
