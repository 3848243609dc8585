// SPDX-License-Identifier: BSD-3-Clause
/**
 * Audits: whether what was preserved is still the same, byte for byte (<i>verifica di integrità</i>). Begin with
 * {@link eu.digitalminutes.archive.fixity.FixityAudit}.
 *
 * @see <a href="https://www.agid.gov.it/it/linee-guida">AgID, Linee guida sui documenti informatici, 4.7</a>
 */
package eu.digitalminutes.archive.fixity;
