// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.report;

/**
 * What the validator itself says of one file of signatures, for experts and for other software (<i>rapporto di
 * validazione ETSI</i>): three XML documents, made when they are asked for. Their words are English, their content DSS's.
 *
 * @see <a href="https://www.etsi.org/deliver/etsi_ts/119100_119199/11910202/">ETSI TS 119 102-2</a>
 */
public interface ExpertReports {
    /**
     * The validation report of the standard, which other validators read.
     *
     * @return an XML document by ETSI TS 119 102-2
     */
    String etsi();

    /**
     * Every building block of the validation with its outcome.
     *
     * @return an XML document in DSS's form
     */
    String detailed();

    /**
     * The facts that the validation rests on: certificates, revocation data, time stamps, digests.
     *
     * @return an XML document in DSS's form
     */
    String diagnostic();
}
