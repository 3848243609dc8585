// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.profile;

/**
 * What a signer commits to by signing (<i>tipo di impegno</i>).
 *
 * @see <a href="https://www.etsi.org/deliver/etsi_ts/119100_119199/11917201/">ETSI TS 119 172-1, annex B</a>
 */
public enum Commitment {
    /** Having made, approved and sent what is signed. */
    PROOF_OF_ORIGIN,
    /** Having received it. */
    PROOF_OF_RECEIPT,
    /** Having delivered it to the recipient, by who provides the service. */
    PROOF_OF_DELIVERY,
    /** Having sent it, though not necessarily made it. */
    PROOF_OF_SENDER,
    /** Approving its content. */
    PROOF_OF_APPROVAL,
    /** Having made it, though not necessarily approving or sending it. */
    PROOF_OF_CREATION
}
